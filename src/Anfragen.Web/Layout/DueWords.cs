using System.Globalization;

namespace Anfragen.Web.Layout;

/// <summary>How it stands with a due date, in words; the shape beside them is one of those of <c>anf-status</c>.</summary>
/// <param name="Text">"fällig in 3 Tagen", "überfällig seit 16.10.2025"; empty where the date says enough.</param>
/// <param name="Shape">The class behind <c>anf-status--</c>; null where no shape is needed.</param>
public readonly record struct DueWords(string Text, string? Shape)
{
    private const int Soon = 7;

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <param name="dueOn">By when, counted as the reader has to: a task by its own day.</param>
    /// <param name="overdueSince">The inquiry's first late day, also when it lies ahead.</param>
    /// <param name="isStopped">Whether the clock stands still.</param>
    /// <param name="metOn">The day everything was answered or settled, or null.</param>
    /// <param name="today">In Berlin.</param>
    public static DueWords Of(DateOnly? dueOn, DateOnly? overdueSince, bool isStopped, DateOnly? metOn, DateOnly today)
    {
        var late = overdueSince <= today ? overdueSince : null;
        if (metOn is not null) return late is null ? new("rechtzeitig erledigt", "done") : new($"verspätet erledigt, überfällig ab {Day(late.Value)}", "returned");
        if (late is { } since) return new($"überfällig seit {Day(since)}{(isStopped ? ", Frist gehemmt" : "")}", "returned");
        if (isStopped) return new("Frist gehemmt", "ended");
        if (dueOn is not { } due) return new("", null);
        return (due.DayNumber - today.DayNumber) switch
        {
            < 0 => new($"sollte am {Day(due)} fertig sein", "returned"),
            0 => new("heute fällig", "waiting"),
            1 => new("morgen fällig", "waiting"),
            <= Soon and var days => new($"fällig in {days} Tagen", "waiting"),
            _ => new("", null),
        };
    }

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", German);
}
