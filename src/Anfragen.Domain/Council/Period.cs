namespace Anfragen.Domain.Council;

/// <summary>Zeitraum: from a day to a day, both included; without a first or last day it is open on that side.</summary>
public readonly record struct Period(DateOnly? From, DateOnly? To)
{
    /// <summary>Without beginning or end.</summary>
    public static readonly Period Always = new(null, null);

    /// <summary>Whether the day lies in it.</summary>
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>Whether both have a day in common.</summary>
    public bool Overlaps(Period other) =>
        (From is null || other.To is null || From <= other.To) && (other.From is null || To is null || other.From <= To);

    /// <summary>Whether it ends before it begins.</summary>
    public bool IsReversed => From is { } from && To is { } to && to < from;

    /// <summary>The same beginning, the given last day.</summary>
    public Period Until(DateOnly last) => this with { To = last };
}
