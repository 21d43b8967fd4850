using Anfragen.Application.Backup;
using Microsoft.Extensions.Logging;

namespace Anfragen.Infrastructure.Backup;

/// <summary>Makes the backup that is due, also one that was missed, and deletes old copies after the new one is verified without a finding.</summary>
public sealed partial class ScheduledBackups(
    BackupSchedule schedule, BackupHistory history, DatabaseBackup backup, TimeProvider clock, ILogger<ScheduledBackups> log)
{
    private const string Prefix = "anfragen-";

    /// <summary>A day, and two hours for the backup itself and the hour that autumn repeats.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromHours(26);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    /// <summary>How the schedule stands now.</summary>
    public BackupState State()
    {
        var (now, runs) = (clock.GetUtcNow(), history.Runs);
        return new BackupState
        {
            Condition = ConditionOf(runs, now),
            Folder = schedule.Folder,
            At = schedule.At,
            Keep = schedule.Keep,
            Next = schedule.Folder is null ? null : schedule.NextDue(now),
            Runs = runs,
        };
    }

    /// <summary>Makes a backup if one is due. A failure is remembered, told to the log, and tried again after an hour.</summary>
    public async Task RunIfDue(CancellationToken cancel)
    {
        if (schedule.Folder is not { } folder || !IsDue(clock.GetUtcNow())) return;

        var started = clock.GetUtcNow();
        BackupReport? report = null;
        try
        {
            Directory.CreateDirectory(folder);
            report = await backup.Write(Path.Combine(folder, $"{Prefix}{DatabaseBackup.Stamp(started)}{backup.Extension}"), rehearse: false, null, cancel);
            if (report.Content.Contradiction is { } contradiction)
            {
                Contradicts(report.Content.Findings.Count);
                history.Add(Run(started, report, $"Die Sicherung liegt vor, und ältere Kopien bleiben: {contradiction}"));
                return;
            }

            DeleteOld(folder);
            history.Add(Run(started, report, null));
            Made(report.Path, report.Size, report.Sha256, report.Content.HeadHash);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            var sentence = exception is BackupRefused or IOException or UnauthorizedAccessException
                ? exception.Message
                : $"Ein unerwarteter Fehler ist aufgetreten ({exception.GetType().Name}); mehr steht im Protokoll des Dienstes.";
            Failed(exception, sentence);
            history.Add(Run(started, report, report is null ? sentence : $"Die Sicherung liegt vor, aber danach: {sentence}"));
        }
    }

    private BackupCondition ConditionOf(IReadOnlyList<BackupRun> runs, DateTimeOffset now)
    {
        if (schedule.Folder is null) return BackupCondition.Off;
        if (runs.Count == 0) return BackupCondition.Pending;
        if (runs.FirstOrDefault(run => run.Path is not null) is not { } good || now - good.At > LongestGap) return BackupCondition.Overdue;
        return runs[0].Failure is null ? BackupCondition.Good : BackupCondition.Failed;
    }

    private bool IsDue(DateTimeOffset now)
    {
        var runs = history.Runs;
        if (runs.FirstOrDefault(run => run.Path is not null) is { } good && good.At >= schedule.LastDue(now)) return false;
        return runs.Count == 0 || runs[0].Failure is null || now - runs[0].At >= RetryAfter;
    }

    private void DeleteOld(string folder)
    {
        var copies = Directory.GetFiles(folder).Where(copy => IsOurs(Path.GetFileName(copy))).OrderDescending(StringComparer.Ordinal);
        foreach (var old in copies.Skip(schedule.Keep)) File.Delete(old);
    }

    // Whatever else lies in the folder is somebody's. No pattern of the file system: its "?" also stands for nothing.
    private bool IsOurs(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(backup.Extension, StringComparison.Ordinal)
        && DatabaseBackup.IsStamp(name[Prefix.Length..^backup.Extension.Length]);

    private static BackupRun Run(DateTimeOffset at, BackupReport? report, string? failure) => new()
    {
        At = at,
        Path = report?.Path,
        Size = report?.Size ?? 0,
        Sha256 = report?.Sha256,
        HeadHash = report?.Content.HeadHash,
        Failure = failure,
    };

    [LoggerMessage(LogLevel.Information, "Backup written and verified: {File}, {Size} bytes, SHA-256 {Sha256}, head of the journal {HeadHash}")]
    private partial void Made(string file, long size, string sha256, string headHash);

    [LoggerMessage(LogLevel.Error, "Backup written, but its journal has {Findings} findings; old copies are kept")]
    private partial void Contradicts(int findings);

    [LoggerMessage(LogLevel.Error, "The scheduled backup failed: {Reason}")]
    private partial void Failed(Exception exception, string reason);
}
