using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Application.Tests.Database;

public sealed class MigratorTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly string _root = Directory.CreateTempSubdirectory("anfragen-root-").FullName;

    public MigratorTests() => Directory.CreateDirectory(Path.Combine(_root, "migrations"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string file, string sql) => File.WriteAllText(Path.Combine(_root, "migrations", file), sql);

    private void Delete(string file) => File.Delete(Path.Combine(_root, "migrations", file));

    private Task<IReadOnlyList<string>> Migrate(TestDatabase database) => Migrate(database.Connections);

    private Task<IReadOnlyList<string>> Migrate(Connections connections) =>
        new Migrator(connections, AnfragenRoot.Find(_root, ""), TimeProvider.System).Migrate(None);

    private static Task<int> Count(TestDatabase database, string table) =>
        database.Session().Single<int>($"SELECT count(*) FROM {table} -- reads all: a test counts", null, None);

    [Theory, Databases]
    public async Task Each_file_runs_once_in_the_order_of_the_numbers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Empty(kind);
        Write("0002_rename.sql", "ALTER TABLE papers RENAME TO inquiries;");
        Write("0001_papers.sqlite.sql", "CREATE TABLE papers (id TEXT NOT NULL); INSERT INTO papers VALUES ('a;b');");
        Write("0001_papers.postgresql.sql", """
            CREATE TABLE papers (id uuid NOT NULL);
            CREATE FUNCTION fill() RETURNS void LANGUAGE plpgsql AS $$ BEGIN INSERT INTO papers VALUES (gen_random_uuid()); END $$;
            SELECT fill();
            """);

        Assert.Equal(["0001_papers", "0002_rename"], await Migrate(database));
        Write("0003_more.sql", "INSERT INTO inquiries SELECT id FROM inquiries;");
        Assert.Equal(["0003_more"], await Migrate(database));
        Assert.Empty(await Migrate(database));

        Assert.Equal(2, await Count(database, "inquiries"));
        Assert.Equal([1, 2, 3], await database.Session().List<int>("SELECT version FROM schema_migrations ORDER BY version", null, None));
    }

    [Theory, Databases]
    public async Task An_edited_migration_is_refused_but_other_line_ends_are_no_edit(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Empty(kind);
        Write("0001_papers.sql", "CREATE TABLE papers (\n id INTEGER NOT NULL);\n");
        await Migrate(database);

        Write("0001_papers.sql", "CREATE TABLE papers (\r\n id INTEGER NOT NULL);\r\n");
        Assert.Empty(await Migrate(database));

        Write("0001_papers.sql", "CREATE TABLE papers (\n id INTEGER NULL);\n");
        Write("0002_more.sql", "CREATE TABLE more (id INTEGER NOT NULL);");
        var refused = await Assert.ThrowsAsync<MigrationRefused>(() => Migrate(database));
        Assert.Contains("0001_papers wurde nach ihrer Ausführung geändert", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Count(database, "schema_migrations"));
    }

    [Theory, Databases]
    public async Task A_database_newer_than_the_program_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Empty(kind);
        Write("0001_papers.sql", "CREATE TABLE papers (id INTEGER NOT NULL);");
        Write("0002_more.sql", "CREATE TABLE more (id INTEGER NOT NULL);");
        await Migrate(database);
        Delete("0002_more.sql");

        var refused = await Assert.ThrowsAsync<MigrationRefused>(() => Migrate(database));

        Assert.Contains("Die Datenbank ist neuer als dieses Programm", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0002_more", refused.Message, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_missing_renamed_or_inserted_migration_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Empty(kind);
        Write("0002_papers.sql", "CREATE TABLE papers (id INTEGER NOT NULL);");
        Write("0003_more.sql", "CREATE TABLE more (id INTEGER NOT NULL);");
        await Migrate(database);

        Delete("0002_papers.sql");
        await Refuses("0002_papers");
        Write("0002_other.sql", "CREATE TABLE papers (id INTEGER NOT NULL);");
        await Refuses("0002_other");
        Delete("0002_other.sql");
        Write("0002_papers.sql", "CREATE TABLE papers (id INTEGER NOT NULL);");
        Write("0001_inserted.sql", "CREATE TABLE inserted (id INTEGER NOT NULL);");
        await Refuses("0001_inserted");

        async Task Refuses(string name) => Assert.Contains(
            name, (await Assert.ThrowsAsync<MigrationRefused>(() => Migrate(database))).Message, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_migration_that_fails_leaves_the_state_before_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Empty(kind);
        Write("0001_papers.sql", "CREATE TABLE papers (id INTEGER NOT NULL);");
        Write("0002_broken.sql", "CREATE TABLE half (id INTEGER NOT NULL); INSERT INTO papers VALUES (1); INSERT INTO nowhere VALUES (1);");

        var refused = await Assert.ThrowsAsync<MigrationRefused>(() => Migrate(database));

        Assert.Contains("0002_broken ist fehlgeschlagen und wurde zurückgenommen", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Count(database, "papers"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Count(database, "half"));
        Assert.Equal(1, await Count(database, "schema_migrations"));

        Write("0002_broken.sql", "INSERT INTO papers VALUES (1);");
        Assert.Equal(["0002_broken"], await Migrate(database));
    }

    [Theory, Databases]
    public async Task Processes_that_start_at_once_run_each_file_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Empty(kind);
        Write("0001_papers.sql", "CREATE TABLE papers (id INTEGER NOT NULL);");
        foreach (var number in Enumerable.Range(2, 8)) Write($"000{number}_row.sql", $"INSERT INTO papers VALUES ({number});");

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.Open()).ToList().Select(process => Task.Run(() => Migrate(process))));

        Assert.Equal(9, applied.Sum(names => names.Count));
        Assert.Equal(Enumerable.Range(2, 8), await database.Session().List<int>("SELECT id FROM papers ORDER BY id", null, None));
    }

    [Fact]
    public async Task On_SQLite_a_table_that_others_refer_to_can_be_rebuilt_unless_a_reference_breaks()
    {
        await using var database = await TestDatabase.Empty(DatabaseKind.Sqlite);
        Write("0001_papers.sql", """
            CREATE TABLE papers (id INTEGER NOT NULL PRIMARY KEY);
            CREATE TABLE files (paper_id INTEGER NOT NULL REFERENCES papers (id) ON DELETE CASCADE);
            INSERT INTO papers VALUES (1);
            INSERT INTO files VALUES (1);
            """);
        Write("0002_rebuilt.sql", """
            CREATE TABLE new_papers (id INTEGER NOT NULL PRIMARY KEY, subject TEXT NULL);
            INSERT INTO new_papers (id) SELECT id FROM papers;
            DROP TABLE papers;
            ALTER TABLE new_papers RENAME TO papers;
            """);
        await Migrate(database);
        Assert.Equal(1, await Count(database, "files"));

        Write("0003_loses.sql", "DELETE FROM papers;");
        var refused = await Assert.ThrowsAsync<MigrationRefused>(() => Migrate(database));

        Assert.Contains("In der Tabelle files", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Count(database, "papers"));
    }

    [Theory]
    [InlineData("1_papers.sql")]
    [InlineData("0001_papers.mysql.sql")]
    [InlineData("0001-papers.sql")]
    [InlineData("0001_papers.sqlite.sql")]
    [InlineData("0001_papers.sql", "0001_papers.sqlite.sql")]
    [InlineData("0001_papers.sql", "0001_more.sql")]
    [InlineData("0001_papers.sqlite.sql", "0001_more.postgresql.sql")]
    [InlineData()]
    public async Task Files_that_are_not_one_for_both_or_a_pair_are_refused(params string[] files)
    {
        await using var database = await TestDatabase.Empty(DatabaseKind.Sqlite);
        foreach (var file in files) Write(file, "CREATE TABLE papers (id INTEGER NOT NULL);");

        await Assert.ThrowsAsync<MigrationRefused>(() => Migrate(database));
    }
}
