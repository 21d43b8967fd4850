namespace Anfragen.Infrastructure.Backup;

/// <summary>What was found in a copy when it was verified.</summary>
/// <param name="Entries">Entries of its journal.</param>
/// <param name="HeadHash">Digest of the last entry.</param>
/// <param name="Files">Files in it.</param>
/// <param name="Verified">The German sentence that says how far the verification went.</param>
public sealed record BackupContent(long Entries, string HeadHash, long Files, string Verified)
{
    /// <summary>
    /// Where the journal and what it bears witness to contradict each other, in German sentences. A copy that has some is still a
    /// true copy of a database that has them.
    /// </summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The findings in one sentence, or null when there are none.</summary>
    public string? Contradiction => Findings.Count == 0
        ? null
        : $"Journal und Inhalt widersprechen sich ({Findings.Count} Befunde, alle nennt anfragen verify): {Findings[0]}";
}

/// <summary>A backup that was written and verified.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Digest of the file.</param>
/// <param name="Content">What is in it.</param>
public sealed record BackupReport(string Path, long Size, string Sha256, BackupContent Content);

/// <summary>A backup that was verified and restored.</summary>
/// <param name="Source">The backup.</param>
/// <param name="Sha256">Its digest, to be held against the one that was told when it was written.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Kept">Where the database is that was replaced; null when there was none or the server keeps none.</param>
/// <param name="Migrated">The migrations by which an older backup was brought up to date.</param>
public sealed record RestoreReport(string Source, string Sha256, BackupContent Content, string? Kept, IReadOnlyList<string> Migrated);
