using Anfragen.Domain;
using Anfragen.Domain.Cases;

namespace Anfragen.Infrastructure.Mail;

/// <summary>A mail as it stands in the outbox.</summary>
internal sealed record OutboxRow
{
    public const string Columns =
        "id, user_id AS account, for_user AS principal, kind, organization_id AS organization, inquiry_id AS inquiry, subject_id AS subject, questions, message_id, attempts";

    public Guid Id { get; init; }

    public UserId Account { get; init; }

    /// <summary>For whom the recipient deputises, or null.</summary>
    public UserId? Principal { get; init; }

    public MessageKind Kind { get; init; }

    public OrganizationId? Organization { get; init; }

    public InquiryId? Inquiry { get; init; }

    /// <summary>The assignment, answer or reply it is about; null when there are several or none.</summary>
    public Guid? Subject { get; init; }

    public string Questions { get; init; } = "";

    public string MessageId { get; init; } = "";

    /// <summary>How often it was tried, this time included.</summary>
    public int Attempts { get; init; }

    /// <summary>The page it is about.</summary>
    public string Path => Kind switch
    {
        MessageKind.MorningDigest => "/aufgaben",
        MessageKind.Submitted => $"/vorgaenge/{Inquiry}/registrieren",
        MessageKind.SupplementaryAsked => $"/vorgaenge/{Inquiry}/nachfragen",
        MessageKind.Declined => $"/vorgaenge/{Inquiry}/zuweisen",
        // Of an assignment that is over only the inquiry is worth reading.
        MessageKind.Reassigned or MessageKind.NoLongerAsked => $"/vorgaenge/{Inquiry}",
        _ when Subject is null => $"/vorgaenge/{Inquiry}",
        MessageKind.ToCoSign => $"/antworten/{Subject}/mitzeichnen",
        MessageKind.AnswerReturned => $"/antworten/{Subject}",
        MessageKind.Commented or MessageKind.CommentedForOffice => $"/vorgaenge/{Inquiry}/fragen/{Subject}/kommentare",
        MessageKind.ToReview => $"/schreiben/{Subject}/pruefen",
        MessageKind.ToSign => $"/schreiben/{Subject}/unterzeichnen",
        MessageKind.ToDeliver => $"/schreiben/{Subject}/zustellen",
        MessageKind.ReplyReturned => $"/schreiben/{Subject}",
        _ => $"/zuweisungen/{Subject}",
    };
}
