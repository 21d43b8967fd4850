using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;

namespace Anfragen.Application.Inquiries;

/// <summary>An inquiry with the live status of each question, for everybody who may see it inside the house or as asker.</summary>
public sealed record GetInquiry(InquiryId Id) : IQuery<InquiryDetails>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>The page of one inquiry.</summary>
public sealed record InquiryDetails
{
    public required InquiryId Id { get; init; }

    public string? Number { get; init; }

    public string? Slug { get; init; }

    public required InquiryText Text { get; init; }

    public required InquiryState State { get; init; }

    public required InquiryStatus Status { get; init; }

    /// <summary>When and how its original came, if the council office recorded it; null for what was handed in here.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>On which meeting's agenda it stands, or null.</summary>
    public Meeting? Meeting { get; init; }

    /// <summary>Whether the wording of an intake was held against its original.</summary>
    public bool IsSplitChecked { get; init; } = true;

    public required IReadOnlyList<OriginatorDetails> Originators { get; init; }

    public required IReadOnlyList<QuestionDetails> Questions { get; init; }

    public required IReadOnlyList<ReplyDetails> Replies { get; init; }

    /// <summary>Its clock; null before registration and for old cases.</summary>
    public DeadlineDetails? Deadline { get; init; }

    /// <summary>The clocks of other rounds than the one that <see cref="Deadline"/> shows.</summary>
    public IReadOnlyList<DeadlineDetails> OtherDeadlines { get; init; } = [];

    /// <summary>Until when supplementary questions can be asked; null where the rule sets no day.</summary>
    public DateOnly? SupplementaryUntil { get; init; }

    /// <summary>How many the rule still allows; null where it sets no limit.</summary>
    public int? SupplementaryLeft { get; init; }

    /// <summary>Whether the rule says anything of supplementary questions.</summary>
    public bool KnowsSupplementaryRule { get; init; }

    /// <summary>As what it can be registered now; empty when it cannot, or the city has no rules.</summary>
    public IReadOnlyList<KindOfInquiry> Kinds { get; init; } = [];

    public PublicationState? Publication { get; init; }

    /// <summary>The earlier inquiry that this one follows up; null when there is none, or the person may not see it.</summary>
    public LinkedInquiry? Earlier { get; init; }

    /// <summary>Those that follow this one up, as far as the person may see them.</summary>
    public IReadOnlyList<LinkedInquiry> FollowUps { get; init; } = [];

    /// <summary>What its papers say of days, when it was read from the archive; else null.</summary>
    public ImportSummary? Archive { get; init; }

    /// <summary>Steps so far, oldest first; internal steps are left out for askers.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>What this person can do now; the pages show exactly these.</summary>
    public required IReadOnlySet<Step> Open { get; init; }
}

/// <summary>Another inquiry, as links name it.</summary>
/// <param name="Number">Null while it is not registered.</param>
public sealed record LinkedInquiry(InquiryId Id, string? Number, string Subject);

/// <summary>A kind of inquiry with the due date it would have if it were registered today.</summary>
/// <param name="Due">Null where the rule is to be confirmed, or its period begins later.</param>
public sealed record KindOfInquiry(DeadlineRule Rule, DueDate? Due);

/// <summary>An old case, as its pages mark it.</summary>
/// <param name="ImportedOn">When it was read.</param>
/// <param name="OpenDoubts">How much a person still has to look at.</param>
public sealed record ImportSummary(DateOnly? WrittenOn, DateOnly? ReceivedOn, DateOnly? MeetingOn, DateOnly ImportedOn, int OpenDoubts);

/// <summary>An asker, with whether it confirmed.</summary>
public sealed record OriginatorDetails(OrganizationId? Organization, string Name, bool IsCoAsker, bool HasConfirmed);

/// <summary>A question with what became of it.</summary>
public sealed record QuestionDetails
{
    public required Question Question { get; init; }

    /// <summary>Null for a heading, which asks nothing.</summary>
    public QuestionStatus? Status { get; init; }

    /// <summary>Whether it is a supplementary question that waits to be admitted.</summary>
    public bool IsPending { get; init; }

    /// <summary>Reason of a rejection.</summary>
    public string? Reason { get; init; }

    public string? LeadDepartment { get; init; }

    /// <summary>Assignments this person may open; empty for askers.</summary>
    public required IReadOnlyList<AssignmentSummary> Assignments { get; init; }

    /// <summary>The answer in the making or given, when this person may open it.</summary>
    public AnswerId? Answer { get; init; }

    /// <summary>How many comments there are; null for those who take no part in the talk.</summary>
    public int? Comments { get; init; }

    public AnswerState? AnswerState { get; init; }

    /// <summary>The answer, once the asker has it.</summary>
    public DeliveredAnswer? Delivered { get; init; }

    /// <summary>The delivered answer, where it is wrong and is being corrected or could be by this person.</summary>
    public AnswerId? Correctable { get; init; }

    /// <summary>Whether a correction of the delivered answer is being prepared; not shown to askers.</summary>
    public bool IsBeingCorrected { get; init; }

    /// <summary>Whether a department has to be found for it.</summary>
    public bool NeedsLead { get; init; }

    /// <summary>What later letters of an old case say on it, in their order.</summary>
    public IReadOnlyList<DeliveredAnswer> Supplements { get; init; } = [];
}

/// <summary>An answer as the asker reads it.</summary>
/// <param name="Questions">Labels of all questions it answers; several when they are answered jointly.</param>
/// <param name="Html">Safe HTML; null where the answer stands at an earlier question.</param>
public sealed record DeliveredAnswer(IReadOnlyList<string> Questions, string? Html);

/// <summary>One department's part in a question.</summary>
public sealed record AssignmentSummary(AssignmentId Id, string Department, AssignmentPart Part, AssignmentState State, string? Reason);

/// <summary>A reply of the inquiry.</summary>
/// <param name="WrittenOn">The letter's date, once it bears one.</param>
/// <param name="HasPdf">Whether there is a PDF of it: the signed one, a preview, or the original of an old letter.</param>
public sealed record ReplyDetails(ReplyId Id, ReplyKind Kind, ReplyState State, DateOnly? WrittenOn, bool HasPdf);

/// <summary>One step of the history.</summary>
/// <param name="Organization">As it was called on that day.</param>
public sealed record HistoryEntry(DateTimeOffset At, Step Step, string By, string Organization, string? Question, string? Reason)
{
    /// <summary>For whom the person acted, if it deputised.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What was noted about the original of an intake in this step.</summary>
    public Receipt? Receipt { get; init; }
}
