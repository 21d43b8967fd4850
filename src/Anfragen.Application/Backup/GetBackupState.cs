namespace Anfragen.Application.Backup;

/// <summary>Whether the scheduled backups happen, and why not.</summary>
public sealed record GetBackupState : IQuery<BackupState>
{
    public static Permission Permission => Permission.ManageAccounts;
}

/// <summary>How the scheduled backups stand.</summary>
public enum BackupCondition
{
    /// <summary>None are wanted here.</summary>
    Off,

    /// <summary>The first one has not been tried yet.</summary>
    Pending,

    /// <summary>The last one succeeded and is recent.</summary>
    Good,

    /// <summary>The last one failed; the one before it is still recent.</summary>
    Failed,

    /// <summary>None has succeeded for longer than a day and two hours.</summary>
    Overdue,
}

/// <summary>The schedule and what became of it.</summary>
public sealed record BackupState
{
    public BackupCondition Condition { get; init; }

    /// <summary>Where copies are kept; null when there is no schedule.</summary>
    public string? Folder { get; init; }

    /// <summary>The time of day in Europe/Berlin.</summary>
    public TimeOnly At { get; init; }

    /// <summary>How many copies are kept.</summary>
    public int Keep { get; init; }

    /// <summary>When the next regular one is made; null when there is no schedule.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>The last runs, newest first.</summary>
    public IReadOnlyList<BackupRun> Runs { get; init; } = [];
}

/// <summary>One scheduled backup.</summary>
public sealed record BackupRun
{
    /// <summary>When it began.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The verified copy; null when there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Bytes of the copy.</summary>
    public long Size { get; init; }

    /// <summary>Digest of the copy.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Digest of the last entry of its journal.</summary>
    public string? HeadHash { get; init; }

    /// <summary>The German sentence that says what went wrong; null when all went well.</summary>
    public string? Failure { get; init; }
}
