using System.Security.Cryptography;
using Anfragen.Infrastructure.Database;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Anfragen.Infrastructure.Backup;

/// <summary>
/// VACUUM INTO copies one snapshot, which WAL keeps while others write; the backup API would begin again whenever another process
/// has written. What was deleted is not in the copy.
/// </summary>
internal sealed class SqliteBackup(DatabaseOptions options, Connections connections, AnfragenRoot root, TimeProvider clock) : BackupMethod(root, clock)
{
    private const string Verified =
        "die Kopie geöffnet und ganz gelesen: Aufbau, Verweise, Schemastand, jeder Eintrag des Journals mit allem, was es bezeugt, jede Datei nach ihrer Prüfsumme";

    private readonly string _database = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;

    public override string Extension => ".db";

    public override async Task<BackupContent> Write(string file, bool rehearse, IProgress<double>? progress, CancellationToken cancel)
    {
        await RefuseOtherVersion(connections, cancel);
        await using (var source = await Open(_database, SqliteOpenMode.ReadWrite, cancel))
        {
            await using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO @file";
            copy.Parameters.AddWithValue("@file", file);
            // A city's files may take their time; the token ends it.
            copy.CommandTimeout = 0;
            await using var stop = cancel.Register(static connection => raw.sqlite3_interrupt(((SqliteConnection)connection!).Handle), source);
            try
            {
                await Task.Run(copy.ExecuteNonQuery, CancellationToken.None);
            }
            catch (SqliteException exception) when (cancel.IsCancellationRequested)
            {
                throw new OperationCanceledException("The copy was interrupted.", exception, cancel);
            }
        }

        return await Verify(file, progress, cancel);
    }

    public override async Task<RestoreReport> Restore(string source, bool replace, bool withFindings, IProgress<double>? progress, CancellationToken cancel)
    {
        if (source == _database) throw new BackupRefused($"„{source}“ ist die Datenbank selbst.");
        if (new FileInfo(source + "-wal") is { Exists: true, Length: > 0 })
        {
            throw new BackupRefused($"„{source}“ ist eine Datenbank in Betrieb und keine Sicherung: Daneben liegt „{Path.GetFileName(source)}-wal“ mit dem, was noch nicht in ihr steht.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_database)!);
        (await Occupy(replace, cancel))?.Dispose();

        using var part = PartFile.Beside(_database, Clock);
        var sha256 = await Copy(source, part.Path, cancel);
        var migrated = await BringUpToDate(part.Path, source, cancel);
        var content = await Verify(part.Path, progress, cancel);
        RefuseFindings(content, withFindings);
        cancel.ThrowIfCancellationRequested();

        using var old = await Occupy(replace, CancellationToken.None);
        if (old is null)
        {
            // There may be an empty file, which is no database yet.
            File.Delete(_database);
            part.Take(_database);
            return new RestoreReport(source, sha256, content, null, migrated);
        }

        var kept = $"{_database}.vor-{DatabaseBackup.Stamp(Clock.GetUtcNow())}";
        if (Path.Exists(kept)) throw new BackupRefused($"„{kept}“ gibt es schon. Bitte gleich noch einmal versuchen.");
        old.MoveSideFiles(kept);
        part.Replace(_database, kept);
        return new RestoreReport(source, sha256, content, kept, migrated);
    }

    private static async Task<SqliteConnection> Open(string file, SqliteOpenMode mode, CancellationToken cancel)
    {
        var connection = new SqliteConnection(ConnectionString(file, mode));
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string ConnectionString(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString();

    private static async Task<string> Copy(string source, string target, CancellationToken cancel)
    {
        await using (var from = File.OpenRead(source))
        await using (var to = new FileStream(target, FileMode.Open, FileAccess.Write))
        {
            await from.CopyToAsync(to, cancel);
        }

        await using var copy = File.OpenRead(target);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancel));
    }

    // Backups are kept over updates of the program: an older one becomes what the update would have made of the database.
    private async Task<IReadOnlyList<string>> BringUpToDate(string copy, string source, CancellationToken cancel)
    {
        await using (var connection = await Open(copy, SqliteOpenMode.ReadWrite, cancel))
        {
            await RefuseDamage(connection, source, cancel);
            if ((await Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'", cancel)).Count == 0)
            {
                throw new BackupRefused($"„{source}“ ist eine SQLite-Datei, aber keine Sicherung von Anfragen.");
            }
        }

        await using var own = new SqliteConnections(new SqliteDialect(), ConnectionString(copy, SqliteOpenMode.ReadWrite), TimeSpan.FromSeconds(5));
        var migrator = new Migrator(own, Root, Clock);
        var missing = await migrator.Missing(cancel);
        if (missing.Count > 0) await migrator.Migrate(cancel);
        await own.DisposeAsync();

        // One file without companions, whatever the source was.
        await using var alone = await Open(copy, SqliteOpenMode.ReadWrite, cancel);
        await Rows(alone, "PRAGMA journal_mode=DELETE", cancel);
        return missing;
    }

    private async Task<BackupContent> Verify(string file, IProgress<double>? progress, CancellationToken cancel)
    {
        await using (var connection = await Open(file, SqliteOpenMode.ReadOnly, cancel)) await RefuseDamage(connection, file, cancel);

        await using var copy = new SqliteConnections(new SqliteDialect(), ConnectionString(file, SqliteOpenMode.ReadOnly), TimeSpan.FromSeconds(5));
        await RefuseOtherVersion(copy, cancel);
        return await VerifyEvidence(new DbSession(copy), Verified, progress, cancel);
    }

    private static async Task RefuseDamage(SqliteConnection connection, string file, CancellationToken cancel)
    {
        try
        {
            var damage = (await Rows(connection, "PRAGMA integrity_check(3)", cancel)).Where(row => row != "ok").ToList();
            if (damage.Count > 0) throw new BackupRefused($"„{file}“ ist beschädigt: {string.Join("; ", damage)}");
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            throw new BackupRefused($"„{file}“ ist keine SQLite-Datenbank oder beschädigt.", exception);
        }

        var broken = await Rows(connection, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check", cancel);
        if (broken.Count > 0) throw new BackupRefused($"„{file}“ ist unvollständig: Verweise ins Leere in {string.Join(", ", broken)}");
    }

    private static async Task<IReadOnlyList<string>> Rows(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancel)) rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>The database with nobody else at it, or null when there is none.</summary>
    private async Task<OccupiedFile?> Occupy(bool replace, CancellationToken cancel)
    {
        if (new FileInfo(_database) is not { Exists: true, Length: > 0 } file) return null;
        if (!replace) throw HasContent($"SQLite {file.FullName}");
        return await OccupiedFile.Of(file.FullName, cancel) ?? throw InUse($"SQLite {file.FullName}");
    }
}
