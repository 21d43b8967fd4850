namespace Anfragen.Domain;

/// <summary>Ortszeit: instants are UTC, days are those of Europe/Berlin (§ 187 BGB counts days where the office sits).</summary>
public static class Berlin
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The calendar day on which the instant falls.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The instant with the offset that holds there then.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant at which a clock there shows this: of two the later, and in the hour that spring skips, an hour after.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var shown = day.ToDateTime(time);
        if (Zone.IsInvalidTime(shown)) shown = shown.AddHours(1);
        return new DateTimeOffset(shown, Zone.GetUtcOffset(shown)).ToUniversalTime();
    }
}
