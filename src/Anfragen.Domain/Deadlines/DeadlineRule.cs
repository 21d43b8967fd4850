using Anfragen.Domain.Calendar;
using Anfragen.Domain.Council;

namespace Anfragen.Domain.Deadlines;

/// <summary>Einheit einer Frist.</summary>
public enum DeadlineUnit
{
    /// <summary>Kalendertage.</summary>
    Day,

    /// <summary>Arbeitstage: Monday to Friday, neither holidays nor closing days.</summary>
    WorkingDay,

    /// <summary>Wochen (§ 188 Abs. 2 BGB).</summary>
    Week,

    /// <summary>Monate (§ 188 Abs. 2 und 3 BGB).</summary>
    Month,
}

/// <summary>Ereignis, mit dem eine Frist beginnt. The day of the event is not counted (§ 187 Abs. 1 BGB).</summary>
public enum DeadlineStart
{
    /// <summary>Eingang bei der Verwaltung.</summary>
    Received,

    /// <summary>Registrierung durch das Ratsbüro.</summary>
    Registered,

    /// <summary>Zuleitung an die zuständige Stelle.</summary>
    Forwarded,

    /// <summary>Sitzung, in der gefragt wurde.</summary>
    Meeting,
}

/// <summary>Dauer einer Frist.</summary>
/// <param name="Value">At least 1.</param>
public sealed record DeadlineLength(int Value, DeadlineUnit Unit);

/// <summary>Vorübergehend andere Frist: inquiries that begin in this time have that length.</summary>
public sealed record DeadlineOverride(Period Validity, DeadlineLength Length, string Reason);

/// <summary>
/// Fristregel für eine Art von Anfrage. A rule whose length nobody has confirmed has none: then no due date is computed, never guessed.
/// </summary>
public sealed record DeadlineRule
{
    /// <summary>By which the kind is chosen: "klein", "grundsaetzlich".</summary>
    public required string Kind { get; init; }

    /// <summary>How people call the kind.</summary>
    public required string Title { get; init; }

    /// <summary>Null: noch zu bestätigen.</summary>
    public DeadlineLength? Length { get; init; }

    public DeadlineStart Start { get; init; }

    /// <summary>Whether an end on a Saturday, Sunday or holiday moves on to the next other day (§ 193 BGB).</summary>
    public bool Rolls { get; init; } = true;

    /// <summary>The law, the rules of procedure: "§ 24 Abs. 1 BezVG".</summary>
    public required string LegalBasis { get; init; }

    public IReadOnlyList<DeadlineOverride> Overrides { get; init; } = [];
}

/// <summary>Regelwerk einer Stadt: its calendar and the rules for each kind of inquiry.</summary>
/// <param name="City">As it is shown.</param>
/// <param name="Calendar">The holidays and closing days there.</param>
/// <param name="Rules">At least one; the first is meant when no kind is named.</param>
public sealed record DeadlineRules(string City, OfficeCalendar Calendar, IReadOnlyList<DeadlineRule> Rules)
{
    /// <summary>The rule of that kind, the first when none is named, or null when there is no such kind.</summary>
    public DeadlineRule? Of(string? kind) => kind is null ? Rules[0] : Rules.FirstOrDefault(rule => rule.Kind == kind);
}
