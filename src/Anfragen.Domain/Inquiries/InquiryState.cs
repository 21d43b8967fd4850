namespace Anfragen.Domain.Inquiries;

/// <summary>Stand der Anfrage für sich; what becomes of its questions is <see cref="InquiryStatus"/>.</summary>
public enum InquiryState
{
    /// <summary>Entwurf.</summary>
    Draft,

    /// <summary>verworfen, bevor sie eingereicht war.</summary>
    Discarded,

    /// <summary>eingereicht.</summary>
    Submitted,

    /// <summary>registriert: has its number, text and tree are frozen.</summary>
    Registered,

    /// <summary>aus dem Archiv eingelesen: was asked and answered before, nothing of it is worked on.</summary>
    Imported,
}

/// <summary>Erledigung einer Frage ohne Antwort.</summary>
public enum Settlement
{
    /// <summary>zurückgewiesen, mit schriftlichem Grund.</summary>
    Rejected,

    /// <summary>zurückgezogen von der fragenden Fraktion.</summary>
    Withdrawn,
}
