using Anfragen.Domain;

namespace Anfragen.Application.Office;

/// <summary>Anlage zur Tagesordnung: the inquiries of one meeting, "Titel (Fraktion)", by their numbers. Without a meeting: which meetings there are.</summary>
public sealed record GetAgendaAnnex : IQuery<AgendaAnnex>
{
    public static Permission Permission => Permission.AdmitInquiries;

    public DateOnly? On { get; init; }

    public string? Committee { get; init; }
}

/// <summary>What stands on the agenda.</summary>
/// <param name="Meetings">The latest, newest first.</param>
/// <param name="Items">Of the meeting that was asked for; none without one.</param>
public sealed record AgendaAnnex(IReadOnlyList<MeetingLine> Meetings, IReadOnlyList<AgendaItem> Items);

/// <summary>A meeting with inquiries on its agenda.</summary>
public sealed record MeetingLine
{
    public DateOnly On { get; init; }

    public string Committee { get; init; } = "";

    /// <summary>How many inquiries.</summary>
    public int Count { get; init; }
}

/// <summary>One line of the annex.</summary>
public sealed record AgendaItem
{
    public InquiryId Id { get; init; }

    public string? Number { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>Short names of the askers, "SPD, FDP".</summary>
    public string Originators { get; init; } = "";
}
