using Anfragen.Application.Journal;
using Anfragen.Application.Tests.Database;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Journal;

namespace Anfragen.Application.Tests.Backup;

/// <summary>A folder for backups, and the commands beside the service: each opens the database for itself and lets it go.</summary>
internal sealed class Vault : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("anfragen-backup-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public IReadOnlyList<string> Names => [.. _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public Task<BackupReport> Write(string database, string name, bool rehearse = false, CancellationToken cancel = default) =>
        On(database, backup => backup.Write(this[name], rehearse, null, cancel));

    public Task<RestoreReport> Restore(string name, string database, bool replace = false, bool withFindings = false, CancellationToken cancel = default) =>
        On(database, backup => backup.Restore(this[name], replace, withFindings, null, cancel));

    public static async Task<JournalVerdict> Verify(string database)
    {
        await using var connections = Connections.To(DatabaseOptions.From(database, TestDatabase.Root));
        var db = new DbSession(connections);
        return await new VerifyJournalHandler(db, new CouncilReader(db)).Handle(new VerifyJournal(), CancellationToken.None);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<T> On<T>(string database, Func<DatabaseBackup, Task<T>> use)
    {
        var options = DatabaseOptions.From(database, TestDatabase.Root);
        await using var connections = Connections.To(options);
        return await use(new DatabaseBackup(options, connections, TestDatabase.Root, TimeProvider.System));
    }
}
