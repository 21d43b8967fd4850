using Anfragen.Domain.Calendar;
using Anfragen.Domain.Council;
using Anfragen.Domain.Deadlines;

namespace Anfragen.Domain.Tests.Deadlines;

public class DueDateTests
{
    private static readonly OfficeCalendar Mainz = new(Land.RP);

    [Theory]
    // Four weeks end on the Day of German Unity, a Friday; the next day that is no day of rest is the Monday.
    [InlineData("2025-09-05", 4, DeadlineUnit.Week, "2025-10-06")]
    [InlineData("2025-09-08", 4, DeadlineUnit.Week, "2025-10-06")]
    [InlineData("2025-09-09", 4, DeadlineUnit.Week, "2025-10-07")]
    // Christmas 2026: a Friday and a Saturday, then a Sunday.
    [InlineData("2026-12-11", 2, DeadlineUnit.Week, "2026-12-28")]
    // Good Friday to Easter Monday.
    [InlineData("2026-03-27", 7, DeadlineUnit.Day, "2026-04-07")]
    // Over the year's end, and the end of daylight saving in between.
    [InlineData("2025-10-20", 3, DeadlineUnit.Month, "2026-01-20")]
    [InlineData("2025-12-31", 1, DeadlineUnit.Day, "2026-01-02")]
    // § 188 Abs. 3 BGB: the day that February lacks; the last of February 2026 is a Saturday.
    [InlineData("2026-01-31", 1, DeadlineUnit.Month, "2026-03-02")]
    [InlineData("2024-01-31", 1, DeadlineUnit.Month, "2024-02-29")]
    [InlineData("2024-02-29", 1, DeadlineUnit.Month, "2024-04-02")]
    // Working days: Ascension and the weekend are not counted.
    [InlineData("2026-05-08", 8, DeadlineUnit.WorkingDay, "2026-05-21")]
    [InlineData("2026-05-09", 1, DeadlineUnit.WorkingDay, "2026-05-11")]
    public void The_end_is_found_after_the_civil_code(string start, int value, DeadlineUnit unit, string due) =>
        Assert.Equal(DateOnly.Parse(due), Due(new DeadlineLength(value, unit), DateOnly.Parse(start)).Day);

    [Fact]
    public void The_calculation_is_told_in_words() => Assert.Equal(
        [
            "Schriftliche Anfrage: 4 Wochen ab Eingang (§ 1 GO).",
            "Eingang: Freitag, 05.09.2025. Dieser Tag zählt nicht mit (§ 187 Abs. 1 BGB).",
            "4 Wochen enden am Freitag, 03.10.2025, am gleichen Wochentag (§ 188 Abs. 2 BGB).",
            "Der 03.10.2025 ist ein Feiertag (Tag der Deutschen Einheit). An seine Stelle tritt der nächste Werktag, Montag, 06.10.2025 (§ 193 BGB).",
            "Die Antwort ist spätestens am Montag, 06.10.2025 fällig.",
        ],
        Due(new DeadlineLength(4, DeadlineUnit.Week), new DateOnly(2025, 9, 5)).Reasons);

    [Fact]
    public void Without_a_known_length_there_is_no_due_date() =>
        Assert.Null(DueDate.Of(Rule(null), Mainz, new DateOnly(2025, 9, 5)));

    [Fact]
    public void A_rule_may_leave_the_end_where_it_falls() =>
        Assert.Equal(new DateOnly(2025, 10, 3), DueDate.Of(Rule(new(4, DeadlineUnit.Week)) with { Rolls = false }, Mainz, new DateOnly(2025, 9, 5))!.Day);

    [Theory]
    [InlineData("2021-12-31", "2022-02-11")]
    [InlineData("2022-01-01", "2022-03-28")]
    [InlineData("2022-12-31", "2023-03-27")]
    [InlineData("2023-01-01", "2023-02-13")]
    public void A_temporary_length_holds_for_inquiries_that_begin_in_its_time(string start, string due)
    {
        var rule = Rule(new(6, DeadlineUnit.Week)) with
        {
            Overrides = [new DeadlineOverride(new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)), new(12, DeadlineUnit.Week), "Beschluss.")],
        };

        Assert.Equal(DateOnly.Parse(due), DueDate.Of(rule, Mainz, DateOnly.Parse(start))!.Day);
    }

    [Fact]
    public void Closing_days_are_no_working_days_but_do_not_move_an_end()
    {
        var calendar = new OfficeCalendar(Land.RP, closings: [new ClosingPeriod("Betriebsferien", new DateOnly(2025, 12, 29), new DateOnly(2025, 12, 31))]);

        Assert.Equal(new DateOnly(2025, 12, 29), DueDate.Of(Rule(new(2, DeadlineUnit.Week)), calendar, new DateOnly(2025, 12, 15))!.Day);
        Assert.Equal(new DateOnly(2026, 1, 2), DueDate.Of(Rule(new(2, DeadlineUnit.WorkingDay)), calendar, new DateOnly(2025, 12, 23))!.Day);
        Assert.Equal(new DateOnly(2025, 12, 23), calendar.AddWorkingDays(new DateOnly(2026, 1, 2), -2));
    }

    [Fact]
    public void A_local_holiday_moves_an_end_like_any_other()
    {
        var munich = new OfficeCalendar(Land.BY, [new LocalHoliday("Mariä Himmelfahrt", 8, 15)]);

        Assert.Equal(new DateOnly(2025, 8, 18), DueDate.Of(Rule(new(2, DeadlineUnit.Week)), munich, new DateOnly(2025, 8, 1))!.Day);
        Assert.Equal(new DateOnly(2025, 8, 15), DueDate.Of(Rule(new(2, DeadlineUnit.Week)), new OfficeCalendar(Land.BY), new DateOnly(2025, 8, 1))!.Day);
    }

    // For every unit and calendar: never a day of rest when the end rolls, never earlier than unrolled, and a later start is never due earlier.
    [Fact]
    public void Whatever_the_rule_an_end_is_no_day_of_rest_and_grows_with_its_start()
    {
        foreach (var land in Enum.GetValues<Land>())
        {
            var calendar = new OfficeCalendar(land);
            foreach (var length in (DeadlineLength[])[new(1, DeadlineUnit.Day), new(8, DeadlineUnit.WorkingDay), new(3, DeadlineUnit.Week), new(1, DeadlineUnit.Month)])
            {
                var before = DateOnly.MinValue;
                for (var start = new DateOnly(2023, 12, 1); start < new DateOnly(2026, 3, 1); start = start.AddDays(1))
                {
                    var due = DueDate.Of(Rule(length), calendar, start)!.Day;
                    var unrolled = DueDate.Of(Rule(length) with { Rolls = false }, calendar, start)!.Day;
                    Assert.False(calendar.IsDayOfRest(due));
                    Assert.InRange(due, unrolled, unrolled.AddDays(6));
                    Assert.True(due >= before);
                    before = due;
                }
            }
        }
    }

    private static DueDate Due(DeadlineLength length, DateOnly start) => DueDate.Of(Rule(length), Mainz, start)!;

    private static DeadlineRule Rule(DeadlineLength? length) => new() { Kind = "schriftlich", Title = "Schriftliche Anfrage", Length = length, LegalBasis = "§ 1 GO" };
}
