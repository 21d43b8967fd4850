using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Replies;

namespace Anfragen.Domain.Inquiries;

/// <summary>Stand einer Frage, wie die fragende Fraktion ihn jederzeit sieht; ordered from weakest to strongest.</summary>
public enum QuestionStatus
{
    /// <summary>Entwurf.</summary>
    Draft,

    /// <summary>eingereicht.</summary>
    Submitted,

    /// <summary>registriert, noch keinem Amt zugewiesen.</summary>
    Unrouted,

    /// <summary>zugewiesen, das Amt hat noch nicht reagiert.</summary>
    Offered,

    /// <summary>in Bearbeitung.</summary>
    InProgress,

    /// <summary>zurück an das Amt.</summary>
    Returned,

    /// <summary>zur Mitzeichnung.</summary>
    ForCoSignature,

    /// <summary>mitgezeichnet.</summary>
    CoSigned,

    /// <summary>in Prüfung beim OB-Büro.</summary>
    InReview,

    /// <summary>freigegeben.</summary>
    Approved,

    /// <summary>unterzeichnet.</summary>
    Signed,

    /// <summary>zugestellt.</summary>
    Delivered,

    /// <summary>depubliziert.</summary>
    Depublished,

    /// <summary>veröffentlicht.</summary>
    Published,

    /// <summary>in einem alten Vorgang ohne Antwort geblieben.</summary>
    Unanswered,

    /// <summary>zurückgewiesen.</summary>
    Rejected,

    /// <summary>zurückgezogen.</summary>
    Withdrawn,
}

/// <summary>Stand einer Anfrage: the weakest of its questions.</summary>
public enum InquiryStatus
{
    Draft,
    Discarded,
    Submitted,
    Registered,
    InProgress,
    InReview,
    Approved,
    Signed,
    Delivered,
    Depublished,
    Published,
    Rejected,
    Withdrawn,
}

/// <summary>Was den Stand einer Frage ausmacht, aus allen Vorgängen zusammengetragen.</summary>
public sealed record QuestionFacts
{
    public required InquiryState Inquiry { get; init; }

    public Settlement? Settlement { get; init; }

    /// <summary>State of the live lead assignment, null when there is none.</summary>
    public AssignmentState? Lead { get; init; }

    /// <summary>State of the answer that covers the question, null when there is none.</summary>
    public AnswerState? Answer { get; init; }

    /// <summary>State of the latest reply that holds this answer in its latest version, null when none does.</summary>
    public ReplyState? Reply { get; init; }

    public bool IsPublished { get; init; }

    /// <summary>Was public once and is not any more.</summary>
    public bool WasPublished { get; init; }
}

/// <summary>Fortschritt: the projection of evidence to the status people see; pure, so that stored columns can be rebuilt.</summary>
public static class Progress
{
    public static QuestionStatus Of(QuestionFacts facts) => facts switch
    {
        { Settlement: Settlement.Withdrawn } => QuestionStatus.Withdrawn,
        { Settlement: Settlement.Rejected } => QuestionStatus.Rejected,
        { Inquiry: InquiryState.Draft or InquiryState.Discarded } => QuestionStatus.Draft,
        { Inquiry: InquiryState.Submitted } => QuestionStatus.Submitted,
        { Answer: AnswerState.Issued, IsPublished: true } => QuestionStatus.Published,
        { Answer: AnswerState.Issued, WasPublished: true } => QuestionStatus.Depublished,
        { Answer: AnswerState.Issued } => QuestionStatus.Delivered,
        { Inquiry: InquiryState.Imported } => QuestionStatus.Unanswered,
        { Answer: AnswerState.Signed } => QuestionStatus.Signed,
        { Answer: AnswerState.CoSigned, Reply: ReplyState.Approved } => QuestionStatus.Approved,
        { Answer: AnswerState.CoSigned, Reply: ReplyState.InReview } => QuestionStatus.InReview,
        { Answer: AnswerState.CoSigned } => QuestionStatus.CoSigned,
        { Answer: AnswerState.ForCoSignature } => QuestionStatus.ForCoSignature,
        { Answer: AnswerState.Returned } => QuestionStatus.Returned,
        { Lead: AssignmentState.Accepted } => QuestionStatus.InProgress,
        { Lead: AssignmentState.Offered } => QuestionStatus.Offered,
        _ => QuestionStatus.Unrouted,
    };

    /// <summary>The weakest question left decides; when none is left, how they were settled.</summary>
    public static InquiryStatus Of(InquiryState state, IReadOnlyCollection<QuestionStatus> questions)
    {
        if (state == InquiryState.Discarded) return InquiryStatus.Discarded;
        if (questions.Count == 0)
        {
            return state switch
            {
                InquiryState.Draft => InquiryStatus.Draft,
                InquiryState.Imported => InquiryStatus.Delivered,
                _ => InquiryStatus.Submitted,
            };
        }

        return questions.Min() switch
        {
            QuestionStatus.Draft => InquiryStatus.Draft,
            QuestionStatus.Submitted => InquiryStatus.Submitted,
            QuestionStatus.Unrouted => InquiryStatus.Registered,
            QuestionStatus.Offered or QuestionStatus.InProgress or QuestionStatus.Returned
                or QuestionStatus.ForCoSignature or QuestionStatus.CoSigned => InquiryStatus.InProgress,
            QuestionStatus.InReview => InquiryStatus.InReview,
            QuestionStatus.Approved => InquiryStatus.Approved,
            QuestionStatus.Signed => InquiryStatus.Signed,
            QuestionStatus.Delivered or QuestionStatus.Unanswered => InquiryStatus.Delivered,
            QuestionStatus.Depublished => InquiryStatus.Depublished,
            QuestionStatus.Published => InquiryStatus.Published,
            QuestionStatus.Rejected => InquiryStatus.Rejected,
            QuestionStatus.Withdrawn => InquiryStatus.Withdrawn,
            var unknown => throw new InvalidOperationException($"No status for {unknown}."),
        };
    }
}
