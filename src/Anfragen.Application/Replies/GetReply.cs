using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Replies;
using Signature = Anfragen.Domain.Replies.Signature;

namespace Anfragen.Application.Replies;

/// <summary>A whole reply, for those who compose, review, sign and deliver it.</summary>
public sealed record GetReply(ReplyId Id) : IQuery<ReplyPage>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>The page of one reply.</summary>
public sealed record ReplyPage
{
    public required ReplyId Id { get; init; }

    public required InquiryDetails Inquiry { get; init; }

    public required ReplyKind Kind { get; init; }

    public required ReplyState State { get; init; }

    public required int Revision { get; init; }

    /// <summary>What approving and signing must name.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>The askers in the genitive, "der SPD-Stadtratsfraktion".</summary>
    public required string AskersGenitive { get; init; }

    /// <summary>What the letter puts behind the subject, "SPD".</summary>
    public required string AskersShort { get; init; }

    public string? Preliminary { get; init; }

    public string? Closing { get; init; }

    public required IReadOnlyList<ReplyPart> Parts { get; init; }

    public string? ReturnReason { get; init; }

    /// <summary>Whether a newer co-signed version, or another set of questions, is there to be taken up.</summary>
    public required bool IsOutdated { get; init; }

    public Signature? Signature { get; init; }

    /// <summary>What stands under an old letter, as written; null for one that was made here.</summary>
    public ImportedLetter? Letter { get; init; }

    /// <summary>The account that signed; null for whom the house's work is not shown.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The day at the office, which the letter gets unless another is named.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>How the letter would be sealed now, for those who can sign it; null when it would not be.</summary>
    public SealPlan? Seal { get; init; }

    /// <summary>Who can sign today; deputies after the others.</summary>
    public required IReadOnlyList<Signatory> Signatories { get; init; }

    /// <summary>What this person can do now.</summary>
    public required IReadOnlySet<Step> Open { get; init; }
}

/// <summary>One part of the reply as it will read.</summary>
/// <param name="Questions">The questions; empty for a remark.</param>
/// <param name="Html">Remark, answer or reason.</param>
public sealed record ReplyPart(IReadOnlyList<QuestionDetails> Questions, string Html)
{
    /// <summary>Whether the questions get a reason instead of an answer.</summary>
    public bool IsRejected { get; init; }

    /// <summary>A third party that gives the answer, in the genitive.</summary>
    public string? InNameOf { get; init; }

    /// <summary>Where the answer comes from; null for remarks, rejected questions, and for whom the house's work is not shown.</summary>
    public AnswerSource? Source { get; init; }
}

/// <summary>The answer behind a part of the reply, to open it or to send it back.</summary>
public sealed record AnswerSource(AnswerId Answer, int Version, string Department);

/// <summary>Zeichnungsberechtigte Person, as the letter names her.</summary>
public sealed record Signatory
{
    public string Place { get; init; } = "";

    public string Name { get; init; } = "";

    public string Office { get; init; } = "";

    public bool IsDeputy { get; init; }
}
