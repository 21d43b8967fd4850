using Anfragen.Domain.Figures;

namespace Anfragen.Domain.Tests.Figures;

public sealed class KeyFiguresTests
{
    private static readonly DateOnly Today = new(2025, 10, 20);
    private static readonly DateOnly Received = new(2025, 9, 1);
    private static readonly DateOnly First = new(2025, 9, 15);

    [Fact]
    public void An_extension_never_makes_an_answer_on_time_by_the_first_date()
    {
        var figures = KeyFigures.Of([Answered(First.AddDays(10)) with { OverdueSince = First.AddDays(21), Extensions = 1 }], Today);

        Assert.Equal((0, 1, 0m), (figures.OnTime, figures.Late, figures.OnTimeRate));
        Assert.Equal((1, 0, 1m), (figures.OnTimeInForce, figures.LateInForce, figures.OnTimeRateInForce));
    }

    [Fact]
    public void An_open_inquiry_is_late_from_the_day_after_its_date_and_counts_for_nothing_before()
    {
        var open = new InquiryFacts { ReceivedOn = Received, IsOpen = true, FirstDueOn = First, OverdueSince = First.AddDays(1) };

        var (before, after) = (KeyFigures.Of([open], First), KeyFigures.Of([open], First.AddDays(1)));

        Assert.Equal((0, 0, null, 0), (before.OnTime, before.Late, before.OnTimeRate, before.Overdue));
        Assert.Equal((0, 1, 0m, 1), (after.OnTime, after.Late, after.OnTimeRate, after.Overdue));
    }

    [Fact]
    public void The_last_day_is_on_time_and_the_next_is_not() =>
        Assert.Equal((1, 1), (KeyFigures.Of([Answered(First), Answered(First.AddDays(1))], Today) is var figures ? (figures.OnTime, figures.Late) : default));

    [Fact]
    public void What_was_withdrawn_or_has_no_clock_is_counted_and_not_measured()
    {
        var figures = KeyFigures.Of(
            [
                new() { ReceivedOn = Received, FirstDueOn = First, MetOn = First.AddDays(9) },
                new() { ReceivedOn = Received, IsAnswered = true },
            ],
            Today);

        Assert.Equal((2, 1, 0, 0, null, null), (figures.Count, figures.Answered, figures.OnTime, figures.Late, figures.OnTimeRate, figures.MedianDays));
    }

    [Fact]
    public void The_median_lies_between_the_middle_two()
    {
        Assert.Equal(12.5m, KeyFigures.Of([.. new[] { 30, 10, 15, 2 }.Select(days => Answered(Received.AddDays(days)))], Today).MedianDays);
        Assert.Equal(10m, KeyFigures.Of([.. new[] { 30, 10, 2 }.Select(days => Answered(Received.AddDays(days)))], Today).MedianDays);
    }

    private static InquiryFacts Answered(DateOnly on) => new() { ReceivedOn = Received, IsAnswered = true, FirstDueOn = First, OverdueSince = First.AddDays(1), MetOn = on };
}
