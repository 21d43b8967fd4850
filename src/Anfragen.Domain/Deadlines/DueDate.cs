using System.Globalization;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Council;

namespace Anfragen.Domain.Deadlines;

/// <summary>Errechnete Frist: a due date with the calculation in words, after §§ 187 to 193 BGB.</summary>
/// <param name="Day">The last day on which the answer is in time.</param>
/// <param name="Reasons">German sentences, in the order of the calculation.</param>
public sealed record DueDate(DateOnly Day, IReadOnlyList<string> Reasons)
{
    private static readonly string[] Weekdays = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

    /// <summary>Computes when an answer is due.</summary>
    /// <param name="rule">The rule in force.</param>
    /// <param name="calendar">The office's.</param>
    /// <param name="start">The day of the event with which the period begins.</param>
    /// <returns>Null where the rule's length is not known.</returns>
    public static DueDate? Of(DeadlineRule rule, OfficeCalendar calendar, DateOnly start)
    {
        var exception = rule.Overrides.FirstOrDefault(candidate => candidate.Validity.Covers(start));
        if ((exception?.Length ?? rule.Length) is not { } length) return null;

        var reasons = new List<string>
        {
            $"{rule.Title}: {Text(length)} ab {Text(rule.Start)} ({rule.LegalBasis}).",
        };
        if (exception is not null) reasons.Add($"Für Anfragen aus dieser Zeit gilt vorübergehend {Text(length)}: {exception.Reason}");
        reasons.Add($"{Text(rule.Start)}: {Text(start)}. Dieser Tag zählt nicht mit (§ 187 Abs. 1 BGB).");

        var end = End(length, calendar, start);
        var ends = $"{Text(length)} {(length.Value == 1 ? "endet" : "enden")} am {Text(end)}";
        reasons.Add(length.Unit switch
        {
            DeadlineUnit.Week => $"{ends}, am gleichen Wochentag (§ 188 Abs. 2 BGB).",
            DeadlineUnit.Month when end.Day != start.Day => $"{ends}: Den {start.Day}. gibt es in diesem Monat nicht (§ 188 Abs. 3 BGB).",
            DeadlineUnit.Month => $"{ends} (§ 188 Abs. 2 BGB).",
            DeadlineUnit.WorkingDay => $"{ends}; Samstage, Sonntage, Feiertage und Schließtage zählen nicht mit.",
            _ => $"{ends} (§ 188 Abs. 1 BGB).",
        });
        if (rule.Rolls) end = Roll(end, calendar, reasons);
        reasons.Add($"Die Antwort ist spätestens am {Text(end)} fällig.");
        return new DueDate(end, reasons);
    }

    /// <summary>"6 Wochen", "1 Monat".</summary>
    public static string Text(DeadlineLength length)
    {
        var (one, many) = length.Unit switch
        {
            DeadlineUnit.Day => ("Tag", "Tage"),
            DeadlineUnit.WorkingDay => ("Arbeitstag", "Arbeitstage"),
            DeadlineUnit.Week => ("Woche", "Wochen"),
            DeadlineUnit.Month => ("Monat", "Monate"),
            _ => throw new ArgumentOutOfRangeException(nameof(length)),
        };
        return $"{length.Value.ToString(CultureInfo.InvariantCulture)} {(length.Value == 1 ? one : many)}";
    }

    /// <summary>The last day of a period that begins with the event of a day.</summary>
    internal static DateOnly End(DeadlineLength length, OfficeCalendar calendar, DateOnly start) => length.Unit switch
    {
        DeadlineUnit.Day => start.AddDays(length.Value),
        DeadlineUnit.WorkingDay => calendar.AddWorkingDays(start, length.Value),
        DeadlineUnit.Week => start.AddDays(7 * length.Value),
        DeadlineUnit.Month => start.AddMonths(length.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(length)),
    };

    private static DateOnly Roll(DateOnly end, OfficeCalendar calendar, List<string> reasons)
    {
        var next = calendar.NextDayNotOfRest(end);
        if (next == end) return end;
        var rest = calendar.HolidayOn(end) is { } holiday ? $"ein Feiertag ({holiday})" : $"ein {Weekdays[(int)end.DayOfWeek]}";
        reasons.Add($"Der {CouncilText.Of(end)} ist {rest}. An seine Stelle tritt der nächste Werktag, {Text(next)} (§ 193 BGB).");
        return next;
    }

    private static string Text(DateOnly day) => $"{Weekdays[(int)day.DayOfWeek]}, {CouncilText.Of(day)}";

    private static string Text(DeadlineStart start) => start switch
    {
        DeadlineStart.Received => "Eingang",
        DeadlineStart.Registered => "Registrierung",
        DeadlineStart.Forwarded => "Zuleitung",
        DeadlineStart.Meeting => "Sitzung",
        _ => throw new ArgumentOutOfRangeException(nameof(start)),
    };
}
