using Anfragen.Application.Journal;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Journal;

namespace Anfragen.Infrastructure.Backup;

/// <summary>How one kind of database is copied and put back.</summary>
internal abstract class BackupMethod(AnfragenRoot root, TimeProvider clock)
{
    /// <summary>Ends the name of a copy.</summary>
    public abstract string Extension { get; }

    protected AnfragenRoot Root => root;

    protected TimeProvider Clock => clock;

    /// <summary>Copies into the empty file and verifies the copy.</summary>
    public abstract Task<BackupContent> Write(string file, bool rehearse, IProgress<double>? progress, CancellationToken cancel);

    /// <summary>Verifies the backup, then puts it in the database's place: all of it or, until that moment, nothing.</summary>
    public abstract Task<RestoreReport> Restore(string source, bool replace, bool withFindings, IProgress<double>? progress, CancellationToken cancel);

    /// <summary>Every entry, version, signature and file; within one snapshot if the session has begun one.</summary>
    protected static async Task<BackupContent> VerifyEvidence(DbSession db, string verified, IProgress<double>? progress, CancellationToken cancel)
    {
        var verdict = await new VerifyJournalHandler(db, new CouncilReader(db)).Handle(new VerifyJournal(progress), cancel);
        var files = await db.Single<long>("SELECT count(*) FROM files -- reads all: every file is counted", null, cancel);
        return new BackupContent(verdict.Entries, verdict.HeadHash, files, verified) { Findings = verdict.Findings };
    }

    /// <summary>Before a database is replaced: what contradicts itself comes back only where that is asked for.</summary>
    protected static void RefuseFindings(BackupContent content, bool withFindings)
    {
        if (content.Contradiction is { } contradiction && !withFindings)
        {
            throw new BackupRefused($"In der Sicherung: {contradiction} Sie wird nur eingespielt, wenn das mit --with-findings verlangt wird.");
        }
    }

    /// <summary>Before a copy is made: only a program of the database's own version can verify it.</summary>
    protected async Task RefuseOtherVersion(Connections connections, CancellationToken cancel)
    {
        var missing = await new Migrator(connections, root, clock).Missing(cancel);
        if (missing.Count > 0)
        {
            throw new BackupRefused(
                $"Die Datenbank ist nicht auf dem Stand dieses Programms (es fehlt {missing[0]}). Gesichert wird mit dem Programm, mit dem sie zuletzt lief, oder nach: anfragen migrate");
        }
    }

    protected static BackupRefused HasContent(string database) => new(
        $"Die Datenbank ({database}) hat schon einen Inhalt. Er wird nur ersetzt, wenn das mit --replace verlangt wird.");

    protected static BackupRefused InUse(string database) => new(
        $"Die Datenbank ({database}) wird gerade benutzt. Bitte zuerst den Dienst und andere Befehle beenden.");
}
