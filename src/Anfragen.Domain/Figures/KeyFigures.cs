namespace Anfragen.Domain.Figures;

/// <summary>
/// Kennzahlen of some inquiries on a day. Whether an answer was on time is measured against its first due date, which nothing moves; beside it
/// stands the rate by the due dates in force. An open inquiry counts as late from the day its date is over, not only once it is answered.
/// </summary>
public sealed record KeyFigures
{
    public int Count { get; init; }

    /// <summary>Still to be answered.</summary>
    public int Open { get; init; }

    /// <summary>Of the open ones those whose due date in force is over.</summary>
    public int Overdue { get; init; }

    public int Answered { get; init; }

    /// <summary>Answered by the first due date.</summary>
    public int OnTime { get; init; }

    /// <summary>Answered after the first due date, or open and past it.</summary>
    public int Late { get; init; }

    /// <summary>Answered by the due date in force.</summary>
    public int OnTimeInForce { get; init; }

    /// <summary>Answered after the due date in force, or open and past it.</summary>
    public int LateInForce { get; init; }

    /// <summary>Calendar days from receipt to the complete answer, days on which the clock stood still included; null where none was answered under a clock.</summary>
    public decimal? MedianDays { get; init; }

    public int Extensions { get; init; }

    public int Interims { get; init; }

    /// <summary>Share of 0 to 1 that was on time by the first due date; null where nothing is decided yet.</summary>
    public decimal? OnTimeRate => Rate(OnTime, Late);

    /// <summary>Share of 0 to 1 that was on time by the due dates in force.</summary>
    public decimal? OnTimeRateInForce => Rate(OnTimeInForce, LateInForce);

    /// <summary>Counts them.</summary>
    public static KeyFigures Of(IReadOnlyCollection<InquiryFacts> facts, DateOnly today) => new()
    {
        Count = facts.Count,
        Open = facts.Count(fact => fact.IsOpen),
        Overdue = facts.Count(fact => fact is { IsOpen: true, MetOn: null } && fact.OverdueSince <= today),
        Answered = facts.Count(fact => fact.IsAnswered),
        OnTime = facts.Count(fact => fact.IsLateByFirst(today) == false),
        Late = facts.Count(fact => fact.IsLateByFirst(today) == true),
        OnTimeInForce = facts.Count(fact => fact.IsLateInForce(today) == false),
        LateInForce = facts.Count(fact => fact.IsLateInForce(today) == true),
        MedianDays = Median([.. facts.Where(fact => fact.IsAnswered && fact.MetOn is not null).Select(fact => fact.MetOn!.Value.DayNumber - fact.ReceivedOn.DayNumber)]),
        Extensions = facts.Sum(fact => fact.Extensions),
        Interims = facts.Sum(fact => fact.Interims),
    };

    private static decimal? Median(int[] days)
    {
        if (days.Length == 0) return null;
        Array.Sort(days);
        return (days[(days.Length - 1) / 2] + days[days.Length / 2]) / 2m;
    }

    private static decimal? Rate(int onTime, int late) => onTime + late == 0 ? null : (decimal)onTime / (onTime + late);
}
