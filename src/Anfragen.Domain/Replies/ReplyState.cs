namespace Anfragen.Domain.Replies;

/// <summary>Stand eines Antwortschreibens.</summary>
public enum ReplyState
{
    /// <summary>zusammengestellt.</summary>
    Composed,

    /// <summary>in Prüfung.</summary>
    InReview,

    /// <summary>freigegeben.</summary>
    Approved,

    /// <summary>unterzeichnet.</summary>
    Signed,

    /// <summary>Unterschrift aufgehoben, bevor zugestellt war.</summary>
    Annulled,

    /// <summary>zugestellt.</summary>
    Delivered,

    /// <summary>verworfen.</summary>
    Discarded,
}

/// <summary>Art des Antwortschreibens.</summary>
public enum ReplyKind
{
    /// <summary>vollständige Antwort.</summary>
    Full,

    /// <summary>Teilantwort: further questions follow.</summary>
    Partial,

    /// <summary>Ergänzung zu einer Teilantwort.</summary>
    Supplement,

    /// <summary>Berichtigung.</summary>
    Correction,
}
