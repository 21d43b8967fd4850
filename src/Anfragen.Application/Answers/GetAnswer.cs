using Anfragen.Application.Assignments;
using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;

namespace Anfragen.Application.Answers;

/// <summary>One answer with its versions and contributions, for its department and those who review it.</summary>
public sealed record GetAnswer(AnswerId Id) : IQuery<AnswerDetails>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>The page of one answer.</summary>
public sealed record AnswerDetails
{
    public required AnswerId Id { get; init; }

    public required InquiryDetails Inquiry { get; init; }

    /// <summary>The questions it answers, in reading order.</summary>
    public required IReadOnlyList<QuestionDetails> Questions { get; init; }

    public required string Department { get; init; }

    public required AnswerState State { get; init; }

    public string? ReturnReason { get; init; }

    /// <summary>The delivered answer that this one is to correct, and why; null for a first answer.</summary>
    public CorrectedAnswer? Corrects { get; init; }

    /// <summary>Of a delivered answer: why it is being corrected, while that goes on.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>The version that was co-signed or returned last, to compare with.</summary>
    public int? ReviewedVersion { get; init; }

    /// <summary>Who co-signs the submitted version, in order; empty while it is drafted.</summary>
    public required IReadOnlyList<CoSignatureOfAnswer> CoSignatures { get; init; }

    /// <summary>Whether this person has co-signed the submitted version for another organisation, and so cannot do it again.</summary>
    public required bool HasCoSigned { get; init; }

    /// <summary>Whether this person wrote any of it, and so cannot co-sign.</summary>
    public required bool IsAuthor { get; init; }

    public required IReadOnlyList<AnswerVersionDetails> Versions { get; init; }

    public required IReadOnlyList<ContributionOfAnswer> Contributions { get; init; }

    /// <summary>Departments that can be asked for a contribution.</summary>
    public required IReadOnlyList<OrganizationChoice> Departments { get; init; }

    /// <summary>Other open answers of the same department, which could be answered jointly.</summary>
    public required IReadOnlyList<JoinableAnswer> Joinable { get; init; }

    /// <summary>What this person can do now.</summary>
    public required IReadOnlySet<Step> Open { get; init; }

    /// <summary>Who reads it: what their browser keeps is offered to nobody else.</summary>
    public UserId? Reader { get; init; }

    /// <summary>What this person has typed and not saved yet, or null.</summary>
    public WorkingCopy? WorkingCopy { get; init; }

    /// <summary>Texts that can be put into this answer: those of its department and of everybody.</summary>
    public IReadOnlyList<TextBlock> TextBlocks { get; init; } = [];

    /// <summary>Minutes of all versions of which somebody said it.</summary>
    public int EffortMinutes { get; init; }

    /// <summary>The version of this number, or null when there is none.</summary>
    public AnswerVersionDetails? Version(int? no) => Versions.FirstOrDefault(version => version.No == no);

    public AnswerVersionDetails? Latest => Versions.Count == 0 ? null : Versions[^1];
}

/// <summary>A delivered answer that is being corrected.</summary>
/// <param name="Version">What the askers have.</param>
/// <param name="Reason">Why it is wrong.</param>
public sealed record CorrectedAnswer(AnswerVersionDetails Version, string Reason);

/// <summary>One co-signature: whose, and by whom and when it was given.</summary>
public sealed record CoSignatureOfAnswer(string Organization, string? By, DateTimeOffset? At);

/// <summary>One version.</summary>
public sealed record AnswerVersionDetails(
    int No, AnswerKind Kind, string? InNameOf, string Markdown, string Html, string By, DateTimeOffset At);

/// <summary>What a contributing department supplied, owes, or declined for a reason.</summary>
public sealed record ContributionOfAnswer(
    AssignmentId Assignment, string Department, AssignmentState State, string Question, string? Note, string? Reason, ContributionDetails? Latest);

/// <summary>An answer that could take up this one's question.</summary>
public sealed record JoinableAnswer(AnswerId Id, string Questions);
