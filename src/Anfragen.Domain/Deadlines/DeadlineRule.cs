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

/// <summary>Fristverlängerung, wie die Regel sie erlaubt.</summary>
/// <param name="MostTimes">How often; 0 where the rule allows none, null where it sets no limit.</param>
/// <param name="Longest">By how much at once, or null.</param>
/// <param name="By">Who has to agree, "mit Zustimmung der Fraktion", or null.</param>
public sealed record ExtensionRule(int? MostTimes, DeadlineLength? Longest, string? By);

/// <summary>Nachfragen, wie die Regel sie erlaubt.</summary>
/// <param name="Most">How many for one inquiry; 0 where the rule allows none, null where it sets no limit.</param>
/// <param name="WithinDays">Until how many days after the latest reply was delivered, or null.</param>
public sealed record SupplementaryRule(int? Most, int? WithinDays);

/// <summary>Interne Fristen: how many working days before the due date each stage has to be through.</summary>
/// <param name="Contribution">Zuarbeiten.</param>
/// <param name="CoSignature">Antworten, mitgezeichnet.</param>
/// <param name="MayorsOffice">Antwortschreiben, unterzeichnet.</param>
public sealed record InternalLeadTimes(int Contribution, int CoSignature, int MayorsOffice)
{
    /// <summary>Where the city has not said otherwise.</summary>
    public static readonly InternalLeadTimes Usual = new(7, 4, 2);

    /// <summary>Working days before the due date.</summary>
    public int Of(InternalStage stage) => stage switch
    {
        InternalStage.Contribution => Contribution,
        InternalStage.CoSignature => CoSignature,
        InternalStage.MayorsOffice => MayorsOffice,
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}

/// <summary>Stufe mit interner Frist.</summary>
public enum InternalStage
{
    /// <summary>Zuarbeit liefern.</summary>
    Contribution,

    /// <summary>Antwort entworfen und mitgezeichnet.</summary>
    CoSignature,

    /// <summary>Antwortschreiben geprüft und unterzeichnet.</summary>
    MayorsOffice,
}

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

    /// <summary>Null: noch zu bestätigen; then the office may extend, and gives its reason.</summary>
    public ExtensionRule? Extension { get; init; }

    /// <summary>Whether the clock may be stopped while the administration waits for the asker. Null: noch zu bestätigen, and allowed.</summary>
    public bool? MayStop { get; init; }

    /// <summary>Null: noch zu bestätigen; then askers may put supplementary questions, and the office decides on them.</summary>
    public SupplementaryRule? Supplementary { get; init; }

    /// <summary>Null: as usual.</summary>
    public InternalLeadTimes? Internal { get; init; }

    /// <summary>What the journal names of the rule that is pinned to an inquiry.</summary>
    /// <param name="city">Whose rule it is.</param>
    public string Sha256Of(string city) => Digest.OfParts(
    [
        city, Kind, Title, Length is null ? null : DueDate.Text(Length), Start.ToString(), Rolls.ToString(), LegalBasis,
        .. Overrides.SelectMany(other => (string?[])[Digest.Day(other.Validity.From), Digest.Day(other.Validity.To), DueDate.Text(other.Length), other.Reason]),
        Extension is null ? null : Digest.OfParts([Digest.Number(Extension.MostTimes), Extension.Longest is null ? null : DueDate.Text(Extension.Longest), Extension.By]),
        MayStop?.ToString(),
        Internal is null ? null : Digest.OfParts([Digest.Number(Internal.Contribution), Digest.Number(Internal.CoSignature), Digest.Number(Internal.MayorsOffice)]),
        // Left out and not null: the journal holds digests from before there were any.
        .. Supplementary is null ? [] : (string?[])[Digest.OfParts([Digest.Number(Supplementary.Most), Digest.Number(Supplementary.WithinDays)])],
    ]);
}

/// <summary>Regelwerk einer Stadt: its calendar and the rules for each kind of inquiry.</summary>
/// <param name="City">As it is shown.</param>
/// <param name="Calendar">The holidays and closing days there.</param>
/// <param name="Rules">The first is meant when no kind is named; none where the city has no rules yet.</param>
public sealed record DeadlineRules(string City, OfficeCalendar Calendar, IReadOnlyList<DeadlineRule> Rules)
{
    /// <summary>The rule of that kind, the first when none is named, or null when there is none such.</summary>
    public DeadlineRule? Of(string? kind) => kind is null ? Rules.FirstOrDefault() : Rules.FirstOrDefault(rule => rule.Kind == kind);
}
