namespace Anfragen.Application.Journal;

/// <summary>Checks the chain of the journal and everything whose digest it holds: versions, contributions, files.</summary>
public sealed record VerifyJournal(IProgress<double>? Progress = null) : IQuery<JournalVerdict>
{
    public static Permission Permission => Permission.ReadJournal;
}

/// <summary>What was found.</summary>
/// <param name="Entries">Entries read.</param>
/// <param name="HeadHash">Digest of the last entry; kept outside, it proves that nothing was cut off.</param>
/// <param name="ErasedReasons">Reasons whose text was erased; their digests remain, so this is no contradiction.</param>
/// <param name="Findings">One German sentence per contradiction; empty when all is well.</param>
public sealed record JournalVerdict(long Entries, string HeadHash, long ErasedReasons, IReadOnlyList<string> Findings);
