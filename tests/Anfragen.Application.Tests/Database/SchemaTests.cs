namespace Anfragen.Application.Tests.Database;

public sealed class SchemaTests
{
    /// <summary>Tables of one database alone, because full-text search differs: everything about them is left out.</summary>
    private static readonly IReadOnlyList<string> DifferOnPurpose = ["search_words"];

    [PostgreSqlFact]
    public async Task Both_databases_have_the_same_tables_columns_indexes_and_references()
    {
        await using var sqlite = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var postgreSql = await TestDatabase.Create(DatabaseKind.PostgreSql);

        var here = await Compared(sqlite);
        var there = await Compared(postgreSql);

        Assert.Empty(here.Except(there).Select(line => $"only SQLite: {line}").Concat(there.Except(here).Select(line => $"only PostgreSQL: {line}")));
        Assert.Contains("table schema_migrations", here);
    }

    [PostgreSqlFact]
    public async Task A_difference_between_the_databases_is_seen()
    {
        await using var sqlite = await TestDatabase.Empty(DatabaseKind.Sqlite);
        await using var postgreSql = await TestDatabase.Empty(DatabaseKind.PostgreSql);
        await sqlite.Session().Execute("CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY, day TEXT, n INTEGER NOT NULL); CREATE INDEX a_day ON a (day)", null, CancellationToken.None);
        await postgreSql.Session().Execute("CREATE TABLE a (id uuid PRIMARY KEY, day date NOT NULL, n boolean NOT NULL); CREATE UNIQUE INDEX a_day ON a (day)", null, CancellationToken.None);

        var here = await Schema.Read(sqlite);
        var there = await Schema.Read(postgreSql);

        Assert.Equal(["column a.day TEXT null", "index a_day of a"], here.Except(there));
        Assert.Equal(["column a.day TEXT not null", "unique index a_day of a"], there.Except(here));
    }

    private static async Task<IReadOnlyList<string>> Compared(TestDatabase database) =>
        [.. (await Schema.Read(database)).Where(line => !DifferOnPurpose.Any(table => line.Split(' ', '.').Contains(table)))];
}
