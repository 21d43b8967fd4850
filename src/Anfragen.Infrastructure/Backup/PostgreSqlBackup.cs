using System.Globalization;
using System.Security.Cryptography;
using Anfragen.Infrastructure.Database;
using Npgsql;

namespace Anfragen.Infrastructure.Backup;

/// <summary>
/// pg_dump in its custom format. It dumps a snapshot that is held meanwhile, and in that very snapshot the journal is verified: what
/// was found holds for the dump. Whether the dump can be restored is known for certain only by restoring it, which a rehearsal does.
/// </summary>
internal sealed class PostgreSqlBackup(DatabaseOptions options, Connections connections, AnfragenRoot root, TimeProvider clock) : BackupMethod(root, clock)
{
    private const string ReadSource = "den gesicherten Schnappschuss in der Datenbank ganz gelesen: Schemastand, jeder Eintrag des Journals mit allem, was es bezeugt, jede Datei nach ihrer Prüfsumme";

    private const string ReadList = "und das Inhaltsverzeichnis der Sicherung (pg_restore --list); zur Probe eingespielt ist sie nicht (das tut --rehearse)";

    private const string Rehearsed = "und die Sicherung zur Probe in eine eigene Datenbank eingespielt und dort ebenso gelesen";

    private const string ReadTwice = "die Sicherung, vor dem Einspielen in einer eigenen Datenbank zur Probe und danach in dieser: jeder Eintrag des Journals mit allem, was es bezeugt, jede Datei nach ihrer Prüfsumme";

    private const string OnlyList = "nur das Inhaltsverzeichnis der Sicherung vor dem Einspielen; die Rolle darf keine Datenbank zur Probe anlegen (CREATEDB). Danach die Datenbank ganz gelesen";

    private const string CountTables = "SELECT count(*) FROM pg_tables WHERE schemaname = ANY(current_schemas(false))";

    private const string MayCreateDatabases = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user";

    private const string CountOthers = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend'";

    private const int LooksAtOthers = 10;

    private readonly NpgsqlConnectionStringBuilder _server = new(options.ConnectionString);

    public override string Extension => ".pgdump";

    public override async Task<BackupContent> Write(string file, bool rehearse, IProgress<double>? progress, CancellationToken cancel)
    {
        await RefuseOtherVersion(connections, cancel);
        var db = new DbSession(connections);
        var content = await db.Snapshot(
            async () =>
            {
                var snapshot = await db.Single<string>("SELECT pg_export_snapshot()", null, cancel);
                await Programs(_server.Database!).Run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], cancel);
                return await VerifyEvidence(db, $"{ReadSource}, {(rehearse ? Rehearsed : ReadList)}", progress, cancel);
            },
            cancel);
        await List(file, cancel);
        if (!rehearse) return content;

        if (!await MayCreate(cancel)) throw new BackupRefused("Eine Probe braucht eine eigene Datenbank; die Rolle darf aber keine anlegen (CREATEDB).");
        var rehearsed = await Rehearse(file, null, cancel);
        return rehearsed.HeadHash == content.HeadHash ? content : throw new BackupRefused("Zur Probe eingespielt, enthält die Sicherung ein anderes Journal als die Datenbank.");
    }

    public override async Task<RestoreReport> Restore(string source, bool replace, bool withFindings, IProgress<double>? progress, CancellationToken cancel)
    {
        await RefuseUnlessFree(replace, cancel);
        await List(source, cancel);
        string sha256;
        await using (var stream = File.OpenRead(source)) sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));

        var rehearsed = await MayCreate(cancel);
        if (rehearsed) RefuseFindings(await Rehearse(source, progress, cancel), withFindings);

        await RefuseUnlessFree(replace, cancel);
        await Put(source, _server.Database!, cancel);
        // The pool may hold connections that remember the tables that were there before.
        await using var restored = Connections.To(options);
        var migrated = await new Migrator(restored, Root, Clock).Migrate(cancel);
        var verified = rehearsed ? ReadTwice : OnlyList;
        var content = await VerifyEvidence(new DbSession(restored), verified, rehearsed ? null : progress, cancel);
        return new RestoreReport(source, sha256, content, null, migrated);
    }

    // The schema and all in it is replaced in one transaction: whoever looks sees the old database or the new one, and if this
    // process is killed, psql meets the end of its input before the COMMIT.
    private async Task Put(string source, string database, CancellationToken cancel) =>
        await Programs(database).Pipe(
            "pg_restore", ["--no-owner", "--no-privileges", "--file=-", source],
            "psql", ["--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1"],
            before: "BEGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n", after: "\nCOMMIT;\n", cancel);

    private Task<string> List(string file, CancellationToken cancel) => Programs(_server.Database!).Run("pg_restore", ["--list", file], cancel);

    private async Task RefuseUnlessFree(bool replace, CancellationToken cancel)
    {
        // Not the pool's own: a connection of ours that idles there would count as somebody's.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        if (await Ask<long>(connection, CountTables, cancel) == 0) return;
        if (!replace) throw HasContent(options.ToString());
        // A session that was closed a moment ago is still counted.
        for (var look = 1; await Ask<long>(connection, CountOthers, cancel) > 0; look++)
        {
            if (look == LooksAtOthers) throw InUse(options.ToString());
            await Task.Delay(200, cancel);
        }
    }

    private async Task<bool> MayCreate(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancel);
        return await Ask<bool>(connection, MayCreateDatabases, cancel);
    }

    private async Task<BackupContent> Rehearse(string file, IProgress<double>? progress, CancellationToken cancel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"anfragen_probe_{Guid.CreateVersion7():N}");
        await OnServer($"CREATE DATABASE {name} TEMPLATE template0", cancel);
        try
        {
            await Put(file, name, cancel);
            var there = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Database = name, Pooling = false };
            await using var copy = new PostgreSqlConnections(new PostgreSqlDialect(), there.ToString());
            await new Migrator(copy, Root, Clock).Migrate(cancel);
            return await VerifyEvidence(new DbSession(copy), Rehearsed, progress, cancel);
        }
        finally
        {
            await OnServer($"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
        }
    }

    private async Task OnServer(string sql, CancellationToken cancel)
    {
        var writing = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false };
        writing.Options = $"{writing.Options} -c default_transaction_read_only=off".TrimStart();
        await using var connection = new NpgsqlConnection(writing.ToString());
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<T> Ask<T>(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }

    private PostgreSqlPrograms Programs(string database) => new(_server, database);
}
