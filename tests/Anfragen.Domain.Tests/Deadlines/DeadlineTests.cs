using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Deadlines;

public sealed class DeadlineTests
{
    // A scenario begins on Wednesday, 1 October 2025.
    private static readonly DateOnly Due = new(2025, 10, 15);

    private static readonly DeadlineRule TwoWeeks = new()
    {
        Kind = "schriftlich",
        Title = "Schriftliche Anfrage",
        Length = new DeadlineLength(2, DeadlineUnit.Week),
        LegalBasis = "§ 1 GO",
    };

    [Fact]
    public void Registration_computes_the_first_due_date_from_the_day_of_receipt_and_keeps_the_calculation()
    {
        var scenario = Scenario.Submitted().Wait(5).Do(
            (@case, occasion) => @case.Register("1435/2025", new PinnedRule("Mainz", TwoWeeks), Scenario.Calendar, occasion), City.Office);

        Assert.Equal(Due, scenario.Clock.FirstDueOn);
        Assert.Equal(Due, scenario.Clock.DueOn);
        Assert.Contains("Die Antwort ist spätestens am Mittwoch, 15.10.2025 fällig.", scenario.Clock.Reasons);
        Assert.Equal([Step.PinRule, Step.SetFirstDue], scenario.Clock.Acts.Select(act => act.Step));
        Assert.False(scenario.Clock.IsOverdueOn(Due));
        Assert.True(scenario.Clock.IsOverdueOn(Due.AddDays(1)));
    }

    [Fact]
    public void A_period_from_registration_begins_on_that_day()
    {
        var scenario = Scenario.Submitted().Wait(5).Do(
            (@case, occasion) => @case.Register(
                "1435/2025", new PinnedRule("Mainz", TwoWeeks with { Start = DeadlineStart.Registered }), Scenario.Calendar, occasion),
            City.Office);

        Assert.Equal(new DateOnly(2025, 10, 20), scenario.Clock.FirstDueOn);
    }

    [Theory]
    [InlineData(DeadlineStart.Forwarded)]
    [InlineData(DeadlineStart.Meeting)]
    public void What_has_not_happened_yet_begins_no_period(DeadlineStart start) =>
        Assert.Null(Scenario.OnTheClock(TwoWeeks with { Start = start }).Clock.FirstDueOn);

    [Fact]
    public void Where_the_rule_is_to_be_confirmed_the_office_establishes_the_date_once()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks with { Length = null });
        Assert.Equal(DeadlineState.Unconfirmed, scenario.Clock.State);
        Assert.Null(scenario.Clock.DueOn);
        Assert.Null(scenario.Clock.OverdueSince);

        scenario.Establish(Due);

        Assert.Equal(Due, scenario.Clock.FirstDueOn);
        Assert.Equal("Mit der Fraktion vereinbart.", scenario.Clock.EstablishedBecause);
        Refusal.By(CommonRules.StepFitsState, () => scenario.Establish(Due.AddDays(1)));
    }

    [Fact]
    public void Without_any_rule_the_office_can_still_start_the_clock()
    {
        var scenario = Scenario.Registered();
        Assert.Null(scenario.Case.Deadline);

        scenario.Establish(Due);

        Assert.Equal(Due, scenario.Clock.DueOn);
        Assert.Null(scenario.Clock.Pinned);
    }

    [Fact]
    public void A_date_established_in_the_past_is_overdue_at_once()
    {
        var scenario = Scenario.Registered().Wait(30).Establish(Due);

        Assert.Equal(Due.AddDays(1), scenario.Clock.OverdueSince);
        Assert.True(scenario.Clock.IsOverdueOn(scenario.Today));
    }

    [Fact]
    public void An_extension_in_time_moves_the_due_date_and_leaves_the_first_one()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks).WaitUntil(Due).Extend(Due.AddDays(7));

        Assert.Equal(Due, scenario.Clock.FirstDueOn);
        Assert.Equal(Due.AddDays(7), scenario.Clock.DueOn);
        Assert.False(scenario.Clock.IsOverdueOn(Due.AddDays(7)));
        Assert.Equal((Due, Due.AddDays(7)), (scenario.Clock.Extensions[0].From, scenario.Clock.Extensions[0].To));
    }

    [Fact]
    public void An_extension_that_comes_too_late_does_not_undo_that_it_was_overdue()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks).WaitUntil(Due.AddDays(1)).Extend(Due.AddDays(30));

        Assert.Equal(Due.AddDays(1), scenario.Clock.OverdueSince);
        Assert.True(scenario.Clock.IsOverdueOn(scenario.Today));
    }

    [Fact]
    public void The_rule_limits_how_often_and_by_how_much_a_deadline_is_extended()
    {
        var once = TwoWeeks with { Extension = new ExtensionRule(1, new DeadlineLength(1, DeadlineUnit.Week), null) };
        var scenario = Scenario.OnTheClock(once);

        Refusal.By(ClockRules.ExtensionIsLater, () => scenario.Extend(Due));
        Refusal.By(ClockRules.ExtensionIsNotTooLong, () => scenario.Extend(Due.AddDays(8)));
        scenario.Extend(Due.AddDays(7));
        Refusal.By(ClockRules.ExtensionIsAllowed, () => scenario.Extend(Due.AddDays(8)));
        Refusal.By(
            ClockRules.ExtensionIsAllowed, () => Scenario.OnTheClock(TwoWeeks with { Extension = new ExtensionRule(0, null, null) }).Extend(Due.AddDays(1)));
    }

    [Fact]
    public void The_days_the_clock_stood_still_move_the_due_date_to_the_next_working_day()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks).WaitUntil(new DateOnly(2025, 10, 6)).Stop().Wait(200);
        Assert.Null(scenario.Clock.OverdueSince);
        Assert.Equal(new DateOnly(2025, 10, 6), scenario.Clock.Stops[0].From);

        scenario = Scenario.OnTheClock(TwoWeeks).WaitUntil(new DateOnly(2025, 10, 6)).Stop().Wait(3).Restart();

        // Three days later is a Saturday.
        Assert.Equal(3, scenario.Clock.StoppedDays);
        Assert.Equal(new DateOnly(2025, 10, 20), scenario.Clock.DueOn);
        Assert.Equal(Due, scenario.Clock.FirstDueOn);
    }

    [Fact]
    public void Stopping_the_clock_too_late_does_not_undo_that_it_was_overdue()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks).WaitUntil(Due.AddDays(1)).Stop().Wait(50).Restart();

        Assert.Equal(Due.AddDays(1), scenario.Clock.OverdueSince);
    }

    [Fact]
    public void A_rule_can_forbid_to_stop_the_clock() =>
        Refusal.By(ClockRules.ClockMayStop, () => Scenario.OnTheClock(TwoWeeks with { MayStop = false }).Stop());

    [Fact]
    public void An_interim_reply_changes_nothing_about_the_deadline()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks).WaitUntil(Due.AddDays(2)).SendInterim(Due.AddDays(40));

        Assert.Equal(Due, scenario.Clock.DueOn);
        Assert.Equal(Due.AddDays(1), scenario.Clock.OverdueSince);
        Assert.Equal(Due.AddDays(40), scenario.Clock.Interims[0].ExpectedOn);
        Refusal.By(ClockRules.ExpectedIsAhead, () => scenario.SendInterim(scenario.Today));
    }

    [Fact]
    public void A_reassignment_does_not_restart_the_clock()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks).Route(1).Accept(1).Wait(5).Reassign(1, City.FundingDirectorate);

        Assert.Equal(Due, scenario.Clock.DueOn);
        Assert.Equal(2, scenario.Clock.Acts.Count);
    }

    [Fact]
    public void Delivery_of_every_question_ends_the_clock_and_keeps_whether_it_was_late()
    {
        var inTime = Answered(Scenario.OnTheClock(TwoWeeks).WaitUntil(Due));
        Assert.Equal(Due, inTime.Clock.MetOn);
        Assert.Null(inTime.Clock.OverdueSince);
        Assert.False(inTime.Clock.IsOverdueOn(Due.AddYears(1)));

        var late = Answered(Scenario.OnTheClock(TwoWeeks).WaitUntil(Due.AddDays(1)));
        Assert.Equal(DeadlineState.Met, late.Clock.State);
        Assert.Equal(Due.AddDays(1), late.Clock.OverdueSince);
    }

    [Fact]
    public void Withdrawing_the_last_open_question_ends_the_clock()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks).Withdraw(1);
        Assert.Equal(DeadlineState.Running, scenario.Clock.State);

        Assert.Equal(DeadlineState.Met, scenario.Withdraw(2).Clock.State);
        Refusal.By(ClockRules.SomethingIsOwed, () => scenario.SendInterim(Due));
    }

    [Fact]
    public void Admitting_a_rejected_question_again_lets_the_clock_go_on_with_the_date_in_force()
    {
        var scenario = Scenario.OnTheClock(TwoWeeks).Reject(1, 2).WaitUntil(Due.AddDays(20));
        Assert.Null(scenario.Clock.OverdueSince);

        scenario.Reinstate(1);

        Assert.Equal(DeadlineState.Running, scenario.Clock.State);
        Assert.Equal(Due, scenario.Clock.DueOn);
        // While nothing was owed no day was late; this one is.
        Assert.Equal(Due.AddDays(20), scenario.Clock.OverdueSince);
    }

    [Fact]
    public void No_clock_runs_before_registration() =>
        Refusal.By(ClockRules.InquiryIsRegistered, () => Scenario.Submitted().Establish(Due));

    private static Scenario Answered(Scenario scenario)
    {
        foreach (var number in (int[])[1, 2]) scenario.Route(number).Accept(number).Answer(number);
        return scenario.Compose().SubmitReply().Approve().Sign().Deliver();
    }
}
