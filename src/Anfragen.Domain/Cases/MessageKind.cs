using Anfragen.Domain.Council;

namespace Anfragen.Domain.Cases;

/// <summary>Art einer Nachricht: what somebody is told of by mail. Stored by name.</summary>
public enum MessageKind
{
    /// <summary>Anfrage eingereicht: the council office checks it.</summary>
    Submitted,

    /// <summary>Nachfrage gestellt: the council office checks it.</summary>
    SupplementaryAsked,

    /// <summary>Anfrage registriert: the askers learn the number.</summary>
    Registered,

    /// <summary>Frage zurückgewiesen.</summary>
    Rejected,

    /// <summary>Zwischennachricht: the askers learn when to expect the reply.</summary>
    InterimReplySent,

    /// <summary>Antwort zugestellt.</summary>
    Delivered,

    /// <summary>Antwort veröffentlicht.</summary>
    Published,

    /// <summary>Neue Zuweisung, to which the department has to react.</summary>
    Assigned,

    /// <summary>Frage an ein anderes Amt gegeben: the department that had it need not go on.</summary>
    Reassigned,

    /// <summary>Frage entfallen, because it was withdrawn or rejected: a department that works on it need not go on.</summary>
    NoLongerAsked,

    /// <summary>Erinnerung: the department has not reacted in time.</summary>
    ReactionReminder,

    /// <summary>Keine Rückmeldung: the council office learns that a department has not reacted in time.</summary>
    NobodyReacted,

    /// <summary>Zuweisung abgelehnt: the council office looks for another department.</summary>
    Declined,

    /// <summary>Zuarbeit erbeten.</summary>
    ContributionRequested,

    /// <summary>Zuarbeit abgelehnt: the leading department answers without it.</summary>
    ContributionDeclined,

    /// <summary>Zuarbeit geliefert.</summary>
    ContributionSubmitted,

    /// <summary>Zuarbeit zurückgegeben: the leading department asks for more.</summary>
    ContributionReturned,

    /// <summary>Antwort zur Mitzeichnung.</summary>
    ToCoSign,

    /// <summary>Antwort zur Überarbeitung zurückgegeben.</summary>
    AnswerReturned,

    /// <summary>Kommentar zu einer Frage, an der das Amt arbeitet.</summary>
    Commented,

    /// <summary>Kommentar, where the council office has taken part in the talk.</summary>
    CommentedForOffice,

    /// <summary>Antwortschreiben zur Prüfung.</summary>
    ToReview,

    /// <summary>Antwortschreiben zurückgegeben.</summary>
    ReplyReturned,

    /// <summary>Antwortschreiben zur Unterschrift.</summary>
    ToSign,

    /// <summary>Antwortschreiben unterzeichnet und zuzustellen.</summary>
    ToDeliver,

    /// <summary>Morgenübersicht: what waits for a person, once on a working day.</summary>
    MorningDigest,
}

/// <summary>Zeitpunkt einer Nachricht, as its recipient chose.</summary>
public enum MessageTiming
{
    /// <summary>Sofort.</summary>
    AtOnce,

    /// <summary>In der Morgenübersicht.</summary>
    Digest,

    /// <summary>Gar nicht.</summary>
    Never,
}

/// <summary>Empfänger je Art der Nachricht: the role that is told, and whether it has a duty that cannot be left unheard.</summary>
public static class MessageRecipients
{
    /// <summary>The role that is told; none for the morning digest, which everybody gets who has something to do.</summary>
    public static Role? To(this MessageKind kind) => kind switch
    {
        MessageKind.Registered or MessageKind.Rejected or MessageKind.InterimReplySent or MessageKind.Delivered or MessageKind.Published =>
            Role.GroupMember,
        MessageKind.Submitted or MessageKind.SupplementaryAsked or MessageKind.NobodyReacted or MessageKind.Declined or MessageKind.ReplyReturned
            or MessageKind.ToDeliver or MessageKind.CommentedForOffice => Role.CouncilOffice,
        MessageKind.Assigned or MessageKind.Reassigned or MessageKind.NoLongerAsked or MessageKind.ReactionReminder or MessageKind.ContributionRequested
            or MessageKind.ContributionDeclined or MessageKind.ContributionSubmitted or MessageKind.ContributionReturned or MessageKind.AnswerReturned
            or MessageKind.Commented => Role.DepartmentStaff,
        MessageKind.ToCoSign => Role.HeadOfDepartment,
        MessageKind.ToReview or MessageKind.ToSign => Role.MayorsOffice,
        MessageKind.MorningDigest => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody is told of this."),
    };

    /// <summary>Whether something waits for the recipient; such a message can be put off to the morning, never turned off.</summary>
    public static bool IsDuty(this MessageKind kind) => kind is not (MessageKind.Registered or MessageKind.Rejected or MessageKind.InterimReplySent
        or MessageKind.Delivered or MessageKind.Published or MessageKind.Reassigned or MessageKind.NoLongerAsked or MessageKind.ContributionDeclined
        or MessageKind.ContributionSubmitted or MessageKind.Commented or MessageKind.CommentedForOffice or MessageKind.MorningDigest);

    /// <summary>Whether a recipient may choose this.</summary>
    public static bool Allows(this MessageKind kind, MessageTiming timing) => timing switch
    {
        MessageTiming.AtOnce => kind != MessageKind.MorningDigest,
        MessageTiming.Never => !kind.IsDuty(),
        _ => true,
    };

    /// <summary>What holds as long as the recipient has chosen nothing.</summary>
    public static MessageTiming Usual(this MessageKind kind) => kind == MessageKind.MorningDigest ? MessageTiming.Digest : MessageTiming.AtOnce;
}
