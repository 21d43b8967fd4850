using System.Data.Common;
using Dapper;

namespace Anfragen.Infrastructure.Database;

/// <summary>The database and the numbered SQL files do not fit together, or one of them failed; the message says which and what to do.</summary>
public sealed class MigrationRefused(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Brings the database to the state of <c>migrations/</c>: numbered files, forward only. Each runs in one transaction together
/// with its row in <c>schema_migrations</c>, so a process killed half-way leaves the old state or the new one. Whoever
/// migrates holds the schema's lock and looks again after getting it: of two processes that start at once each file is run by one.
/// </summary>
public sealed class Migrator(Connections connections, AnfragenRoot root, TimeProvider clock)
{
    private const string CreateTable = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            version INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            applied_at TEXT NOT NULL
        )
        """;

    private const string ListApplied = "SELECT version, name, sha256 FROM schema_migrations ORDER BY version";

    private const string InsertApplied = """
        INSERT INTO schema_migrations (version, name, sha256, applied_at)
        VALUES (@version, @name, @sha256, @applied_at)
        """;

    /// <summary>Runs what is missing and returns the names of what was run here.</summary>
    /// <exception cref="MigrationRefused">The migration that was refused, and those after it, have changed nothing.</exception>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel, IProgress<double>? progress = null)
    {
        var files = MigrationFile.ReadAll(root.Migrations, connections.Dialect.Name);
        var applied = new List<string>();
        while (await ApplyNext(files, cancel) is { } file)
        {
            applied.Add(file.FullName);
            progress?.Report((files.TakeWhile(other => other != file).Count() + 1.0) / files.Count);
        }
        return applied;
    }

    /// <summary>The names of what <see cref="Migrate"/> would run; changes nothing.</summary>
    /// <exception cref="MigrationRefused">The database and the files do not fit together.</exception>
    public async Task<IReadOnlyList<string>> Missing(CancellationToken cancel)
    {
        var files = MigrationFile.ReadAll(root.Migrations, connections.Dialect.Name);
        await using var lease = await connections.Read(cancel);
        var isNew = await lease.Connection.QueryFirstOrDefaultAsync<int?>(
            new CommandDefinition(connections.Dialect.FindTable, new { table = "schema_migrations" }, cancellationToken: cancel)) is null;
        var applied = isNew ? [] : await Applied(lease, cancel);
        _ = Next(files, applied);
        return [.. files.Skip(applied.Count).Select(file => file.FullName)];
    }

    private async Task<MigrationFile?> ApplyNext(IReadOnlyList<MigrationFile> files, CancellationToken cancel)
    {
        await using var lease = await connections.ChangeSchema(cancel);
        await lease.Execute(CreateTable, cancel);
        var next = Next(files, await Applied(lease, cancel));
        if (next is not null) await Apply(next, lease, cancel);
        await lease.Commit();
        return next;
    }

    private static async Task<IReadOnlyList<AppliedMigration>> Applied(Lease lease, CancellationToken cancel) =>
        (await lease.Connection.QueryAsync<AppliedMigration>(new CommandDefinition(ListApplied, cancellationToken: cancel))).AsList();

    private static MigrationFile? Next(IReadOnlyList<MigrationFile> files, IReadOnlyList<AppliedMigration> applied)
    {
        for (var index = 0; index < applied.Count; index++)
        {
            var row = applied[index];
            if (index >= files.Count)
            {
                throw new MigrationRefused(
                    $"Die Datenbank ist neuer als dieses Programm: Die Migration {row.FullName} ist ausgeführt, ihre Datei fehlt aber. Bitte die neuere Programmversion verwenden.");
            }
            RefuseDifference(row, files[index]);
        }
        return files.ElementAtOrDefault(applied.Count);
    }

    private static void RefuseDifference(AppliedMigration row, MigrationFile file)
    {
        if (file.FullName != row.FullName)
        {
            throw new MigrationRefused(
                $"In der Datenbank ist die Migration {row.FullName} ausgeführt, an ihrer Stelle liegt im Ordner „migrations“ aber {file.FullName}. Bitte die Dateien der Programmversion unverändert wiederherstellen.");
        }
        if (file.Sha256 != row.Sha256)
        {
            throw new MigrationRefused(
                $"Die Migration {row.FullName} wurde nach ihrer Ausführung geändert. Bitte die ursprüngliche Datei wiederherstellen; eine Änderung braucht eine neue Migration.");
        }
    }

    private async Task Apply(MigrationFile file, Lease lease, CancellationToken cancel)
    {
        try
        {
            await lease.Execute(file.Sql, cancel);
        }
        catch (DbException exception)
        {
            throw new MigrationRefused($"Die Migration {file.FullName} ist fehlgeschlagen und wurde zurückgenommen: {exception.Message}", exception);
        }

        if (connections.Dialect.FindBrokenReference is { } find && await lease.Connection.QueryFirstOrDefaultAsync<string>(find) is { } table)
        {
            throw new MigrationRefused($"Die Migration {file.FullName} wurde zurückgenommen: In der Tabelle {table} verweisen Zeilen auf etwas, das es nicht mehr gibt.");
        }
        await lease.Execute(InsertApplied, cancel, new { file.Version, file.Name, file.Sha256, AppliedAt = ColumnType.Text(clock.GetUtcNow()) });
    }

    private sealed record AppliedMigration(int Version, string Name, string Sha256)
    {
        public string FullName => $"{Version:0000}_{Name}";
    }
}
