using static Anfragen.Domain.Calendar.Land;

namespace Anfragen.Domain.Calendar;

/// <summary>
/// Gesetzliche Feiertage der Länder, computed for the years 1990 to 2100. What holds in parts of a Land only (Mariä Himmelfahrt in Bavaria,
/// Corpus Christi in parts of Saxony and Thuringia, the Augsburg Peace Festival) is a local holiday and stands with the city's calendar.
/// </summary>
public static class PublicHolidays
{
    public const int FirstYear = 1990;
    public const int LastYear = 2100;

    private static readonly IReadOnlySet<Land> Everywhere = Enum.GetValues<Land>().ToHashSet();

    private static readonly IReadOnlySet<Land> East = new HashSet<Land> { BB, MV, SN, ST, TH };

    private static readonly IReadOnlySet<Land> West = new HashSet<Land> { BW, BY, BE, HB, HH, HE, NI, NW, RP, SL, SH };

    /// <summary>Days fixed in the year.</summary>
    private static readonly (string Name, int Month, int Day, int From, int To, IReadOnlySet<Land> Where)[] Fixed =
    [
        ("Neujahr", 1, 1, FirstYear, LastYear, Everywhere),
        ("Heilige Drei Könige", 1, 6, FirstYear, LastYear, new HashSet<Land> { BW, BY, ST }),
        ("Internationaler Frauentag", 3, 8, 2019, LastYear, new HashSet<Land> { BE }),
        ("Internationaler Frauentag", 3, 8, 2023, LastYear, new HashSet<Land> { MV }),
        ("Tag der Arbeit", 5, 1, FirstYear, LastYear, Everywhere),
        ("75. Jahrestag der Befreiung vom Nationalsozialismus", 5, 8, 2020, 2020, new HashSet<Land> { BE }),
        ("80. Jahrestag der Befreiung vom Nationalsozialismus", 5, 8, 2025, 2025, new HashSet<Land> { BE }),
        ("Tag der deutschen Einheit", 6, 17, 1990, 1990, West),
        ("75. Jahrestag des Aufstandes vom 17. Juni 1953", 6, 17, 2028, 2028, new HashSet<Land> { BE }),
        ("Mariä Himmelfahrt", 8, 15, FirstYear, LastYear, new HashSet<Land> { SL }),
        ("Weltkindertag", 9, 20, 2019, LastYear, new HashSet<Land> { TH }),
        ("Tag der Deutschen Einheit", 10, 3, FirstYear, LastYear, Everywhere),
        ("Reformationstag", 10, 31, FirstYear, 2016, East),
        ("Reformationstag", 10, 31, 2017, 2017, Everywhere),
        ("Reformationstag", 10, 31, 2018, LastYear, new HashSet<Land>(East) { HB, HH, NI, SH }),
        ("Allerheiligen", 11, 1, FirstYear, LastYear, new HashSet<Land> { BW, BY, NW, RP, SL }),
        ("Erster Weihnachtstag", 12, 25, FirstYear, LastYear, Everywhere),
        ("Zweiter Weihnachtstag", 12, 26, FirstYear, LastYear, Everywhere),
    ];

    /// <summary>Days counted from Easter Sunday.</summary>
    private static readonly (string Name, int Offset, IReadOnlySet<Land> Where)[] AroundEaster =
    [
        ("Karfreitag", -2, Everywhere),
        ("Ostersonntag", 0, new HashSet<Land> { BB }),
        ("Ostermontag", 1, Everywhere),
        ("Christi Himmelfahrt", 39, Everywhere),
        ("Pfingstsonntag", 49, new HashSet<Land> { BB }),
        ("Pfingstmontag", 50, Everywhere),
        ("Fronleichnam", 60, new HashSet<Land> { BW, BY, HE, NW, RP, SL }),
    ];

    /// <summary>All of a year, by date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not one of 1990 to 2100.</exception>
    public static IReadOnlyList<PublicHoliday> Of(Land land, int year)
    {
        if (year is < FirstYear or > LastYear) throw new ArgumentOutOfRangeException(nameof(year), year, "Feiertage sind für 1990 bis 2100 bekannt.");
        var easter = Easter(year);
        var days = Fixed.Where(day => day.From <= year && year <= day.To && day.Where.Contains(land))
            .Select(day => new PublicHoliday(new DateOnly(year, day.Month, day.Day), day.Name))
            .Concat(AroundEaster.Where(day => day.Where.Contains(land)).Select(day => new PublicHoliday(easter.AddDays(day.Offset), day.Name)));
        if (year < 1995 || land == SN) days = days.Append(new PublicHoliday(DayOfRepentance(year), "Buß- und Bettag"));
        return [.. days.OrderBy(day => day.Day)];
    }

    /// <summary>Easter Sunday in the Gregorian calendar (the rule of Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var correction = (century + 8) / 25;
        var epact = ((19 * golden) + century - (century / 4) - ((century - correction + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var place = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, place / 31, (place % 31) + 1);
    }

    /// <summary>The Wednesday before 23 November.</summary>
    private static DateOnly DayOfRepentance(int year)
    {
        var last = new DateOnly(year, 11, 22);
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Wednesday + 7) % 7));
    }
}
