using Anfragen.Domain.Replies;

namespace Anfragen.Application.Portal;

/// <summary>Öffentliche Fassung: everything the public may know of an inquiry. Copied at publication; the portal reads nothing else.</summary>
public sealed record PublishedInquiry
{
    public required string Number { get; init; }

    public required string Slug { get; init; }

    public required string Subject { get; init; }

    /// <summary>Names of the askers.</summary>
    public required IReadOnlyList<string> Originators { get; init; }

    public string? Preamble { get; init; }

    public string? Rationale { get; init; }

    /// <summary>Whether the case was read from old papers; then days and signature are those of the papers, as far as they name them.</summary>
    public bool IsImported { get; init; }

    public required DateOnly? SubmittedOn { get; init; }

    /// <summary>Null where nobody knows, as for an old case.</summary>
    public required DateOnly? RegisteredOn { get; init; }

    /// <summary>The date of the letter.</summary>
    public required DateOnly? AnsweredOn { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>When the answer was due; null where there was no deadline, and in editions made before there were any.</summary>
    public PublishedDeadline? Deadline { get; init; }

    /// <summary>Departments that led the answers.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    public required IReadOnlyList<PublishedPart> Parts { get; init; }

    /// <summary>Whether questions are left that the administration has not answered yet.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The signature of the latest reply, line by line: place, date, conformed signature, name, office.</summary>
    public required PublishedSignature? Signature { get; init; }

    /// <summary>Digest of the public PDF, null when it is not public.</summary>
    public string? PdfSha256 { get; init; }

    /// <summary>Size of the public PDF in bytes.</summary>
    public long? PdfSize { get; init; }

    /// <summary>Public letters before the one that is offered first, latest first.</summary>
    public IReadOnlyList<PublishedLetter> EarlierLetters { get; init; } = [];

    public IReadOnlyList<PublishedAttachment> Attachments { get; init; } = [];
}

/// <summary>The clock as the public may know it: days, no reasons.</summary>
/// <param name="OverdueSince">The first late day, also when it lies ahead; null when it cannot come.</param>
/// <param name="MetOn">The day everything was answered or settled.</param>
/// <param name="Interims">When interim replies were sent, and for when they announced the reply.</param>
public sealed record PublishedDeadline(
    DateOnly FirstDueOn, DateOnly DueOn, DateOnly? OverdueSince, bool IsStopped, DateOnly? MetOn, IReadOnlyList<PublishedInterim> Interims);

/// <summary>An interim reply as the public may know it.</summary>
public sealed record PublishedInterim(DateOnly On, DateOnly ExpectedOn);

/// <summary>A public letter.</summary>
/// <param name="Ordinal">1 to n within the inquiry; part of its address.</param>
/// <param name="Size">In bytes.</param>
public sealed record PublishedLetter(int Ordinal, ReplyKind Kind, DateOnly? WrittenOn, long Size);

/// <summary>A public attachment.</summary>
/// <param name="Place">What it hangs on, "Frage 2"; null for the whole inquiry.</param>
/// <param name="FileName">Its name within the public address of the inquiry.</param>
/// <param name="Size">In bytes.</param>
public sealed record PublishedAttachment(string Title, string? Place, string FileName, string MediaType, long Size, string Sha256);

/// <summary>A remark (no questions), or questions with their answer.</summary>
public sealed record PublishedPart
{
    public required IReadOnlyList<PublishedQuestion> Questions { get; init; }

    /// <summary>Markdown of the answer, remark or reason.</summary>
    public required string Markdown { get; init; }

    public string? InNameOf { get; init; }

    public bool IsRejected { get; init; }

    /// <summary>Date of the letter that corrected the answer; null where nothing was corrected.</summary>
    public DateOnly? CorrectedOn { get; init; }

    /// <summary>What the public could read before, latest first.</summary>
    public IReadOnlyList<EarlierAnswer> Earlier { get; init; } = [];
}

/// <summary>An answer that was public until it was corrected.</summary>
/// <param name="WrittenOn">Date of its letter.</param>
public sealed record EarlierAnswer(DateOnly? WrittenOn, string Markdown, string? InNameOf);

/// <summary>A question as written.</summary>
public sealed record PublishedQuestion(string Ordinal, string? Label, string Text);

/// <summary>Place, date, name and office of the signatory; what an old letter does not say is null.</summary>
public sealed record PublishedSignature(string? Place, DateOnly? SignedOn, string? Name, string? Office);
