namespace Anfragen.Domain.Calendar;

/// <summary>
/// Kalender der Verwaltung: which days are holidays at the place of the office, and on which it works. Only holidays of the law and of the
/// place, Saturdays and Sundays move the end of a period (§ 193 BGB); the city's own closing days do not, they are merely no working days.
/// </summary>
public sealed class OfficeCalendar(Land land, IReadOnlyList<LocalHoliday>? localHolidays = null, IReadOnlyList<ClosingPeriod>? closings = null)
{
    private readonly Dictionary<int, ILookup<DateOnly, string>> _years = [];

    public Land Land { get; } = land;

    /// <summary>What the place adds to the holidays of the law.</summary>
    public IReadOnlyList<LocalHoliday> LocalHolidays { get; } = localHolidays ?? [];

    /// <summary>When the city is closed.</summary>
    public IReadOnlyList<ClosingPeriod> Closings { get; } = closings ?? [];

    /// <summary>What the holiday is called, or null.</summary>
    public string? HolidayOn(DateOnly day) => Year(day.Year)[day].FirstOrDefault();

    /// <summary>Whether the end of a period moves on from this day: a Saturday, a Sunday or a holiday (§ 193 BGB).</summary>
    public bool IsDayOfRest(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || HolidayOn(day) is not null;

    /// <summary>Arbeitstag: Monday to Friday, neither a holiday nor a closing day.</summary>
    public bool IsWorkingDay(DateOnly day) => !IsDayOfRest(day) && ClosedOn(day) is null;

    /// <summary>Why the city is closed that day, or null.</summary>
    public string? ClosedOn(DateOnly day) => Closings.FirstOrDefault(closing => closing.From <= day && day <= closing.To)?.Name;

    /// <summary>The day itself or the first after it that is no day of rest.</summary>
    public DateOnly NextDayNotOfRest(DateOnly day)
    {
        while (IsDayOfRest(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day that many working days later, or earlier when negative; the day itself is not counted (§ 187 Abs. 1 BGB).</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    private ILookup<DateOnly, string> Year(int year)
    {
        if (_years.TryGetValue(year, out var known)) return known;
        var days = PublicHolidays.Of(Land, year)
            .Concat(LocalHolidays.Select(holiday => new PublicHoliday(holiday.In(year), holiday.Name)))
            .ToLookup(holiday => holiday.Day, holiday => holiday.Name);
        return _years[year] = days;
    }
}

/// <summary>Örtlicher Feiertag, on the same date every year.</summary>
/// <param name="Name">"Mariä Himmelfahrt".</param>
public sealed record LocalHoliday(string Name, int Month, int Day)
{
    /// <summary>Its date in a year.</summary>
    public DateOnly In(int year) => new(year, Month, Day);
}

/// <summary>Schließtage der Stadt, both days included.</summary>
/// <param name="Name">"Betriebsferien".</param>
public sealed record ClosingPeriod(string Name, DateOnly From, DateOnly To);
