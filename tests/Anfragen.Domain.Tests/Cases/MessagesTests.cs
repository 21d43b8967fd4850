using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Cases;

public sealed class MessagesTests
{
    [Fact]
    public void Handing_in_and_registering_tells_the_office_and_the_askers_who_confirmed_or_not() => Assert.Equal(
        [$"Submitted", $"Registered {City.Group}", $"Registered {City.OtherGroup}"],
        Told(Scenario.Submitted(1, withCoAsker: true).Do((@case, occasion) => @case.Inquiry.Register("1/2025", occasion), City.Office)));

    [Fact]
    public void A_lead_that_declines_is_the_offices_matter_and_a_contributor_that_declines_the_leads()
    {
        var scenario = Scenario.Accepted(1);
        scenario.Do((@case, occasion) => @case.RequestContribution(scenario.Question(1), City.CitizensDepartment, null, occasion), City.Staff(City.MainDepartment))
            .Do((@case, occasion) => @case.Decline(scenario.Contribution(1).Id, new DeclineReason(DeclineCause.Unclear), occasion), City.Staff(City.CitizensDepartment));
        Assert.Equal(
            [$"ContributionRequested {City.CitizensDepartment}", $"ContributionDeclined {City.MainDepartment}"],
            Told(scenario).Where(told => told.StartsWith("Contribution", StringComparison.Ordinal)));

        Assert.Contains("Declined", Told(Scenario.Registered(1).Route(1).Decline(1)));
    }

    [Fact]
    public void Each_contribution_goes_back_and_forth_between_the_two_departments()
    {
        var scenario = Scenario.Accepted(1);
        scenario.Do((@case, occasion) => @case.RequestContribution(scenario.Question(1), City.CitizensDepartment, null, occasion), City.Staff(City.MainDepartment))
            .Do((@case, occasion) => @case.Accept(scenario.Contribution(1).Id, occasion), City.Staff(City.CitizensDepartment))
            .Do((@case, occasion) => scenario.Contribution(1).Contribute("So viele.", occasion), City.Staff(City.CitizensDepartment))
            .Do((@case, occasion) => scenario.Contribution(1).ReturnContribution("Bitte mehr.", occasion), City.Staff(City.MainDepartment));

        Assert.Equal(
            [$"ContributionRequested {City.CitizensDepartment}", $"ContributionSubmitted {City.MainDepartment}", $"ContributionReturned {City.CitizensDepartment}"],
            Told(scenario).Where(told => told.StartsWith("Contribution", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_way_of_a_reply_tells_each_who_is_next() => Assert.Equal(
        ["ToReview", "ToSign", "ToDeliver", $"Delivered {City.Group}"],
        Told(Scenario.Delivered(1)).Where(told => told.StartsWith("To", StringComparison.Ordinal) && !told.StartsWith("ToCoSign", StringComparison.Ordinal)
            || told.StartsWith("Delivered", StringComparison.Ordinal)));

    [Fact]
    public void Rejected_questions_of_one_step_are_one_message_that_names_them()
    {
        var scenario = Scenario.Registered(3);
        scenario.Do((@case, occasion) => @case.RejectQuestions([scenario.Question(1), scenario.Question(3)], "Unzulässig.", occasion), City.Office);

        var message = Messages.Of(scenario.Case).Single(message => message.Kind == MessageKind.Rejected);

        Assert.Equal([scenario.Question(1), scenario.Question(3)], message.Questions);
        Assert.Equal(City.Group, message.Organization);
    }

    [Fact]
    public void An_interim_reply_tells_the_askers_and_only_them()
    {
        var scenario = Scenario.Accepted(1);
        scenario.Do((@case, occasion) => @case.EstablishDueDate(occasion.Day.AddDays(20), "Wie üblich.", occasion), City.Office);
        var before = Told(scenario).ToList();
        scenario.Do((@case, occasion) => @case.SendInterimReply(occasion.Day.AddDays(30), "Die Zahlen fehlen noch.", occasion), City.Office);

        Assert.Equal([$"InterimReplySent {City.Group}"], Told(scenario).Except(before));
    }

    [Fact]
    public void A_department_whose_question_is_withdrawn_rejected_or_given_to_another_learns_that_it_need_not_go_on()
    {
        var scenario = Scenario.Accepted(3);
        scenario.Do((@case, occasion) => @case.WithdrawQuestions([scenario.Question(1)], null, occasion), City.Asker)
            .Do((@case, occasion) => @case.RejectQuestions([scenario.Question(2)], "Unzulässig.", occasion), City.Office)
            .Do((@case, occasion) => @case.Reassign(scenario.Question(3), City.CitizensDepartment, "Dort liegt die Akte.", occasion), City.Office);

        var messages = Messages.Of(scenario.Case);

        var dropped = messages.Single(message => message.Kind == MessageKind.NoLongerAsked);
        Assert.Equal((City.MainDepartment, 2), (dropped.Organization!.Value, dropped.Questions.Count));
        Assert.Equal([scenario.Question(3)], messages.Single(message => message.Kind == MessageKind.Reassigned).Questions);
        Assert.Equal(City.MainDepartment, messages.Single(message => message.Kind == MessageKind.Reassigned).Organization);
    }

    [Fact]
    public void A_delivered_reply_ends_assignments_without_telling_the_departments() =>
        Assert.DoesNotContain(Told(Scenario.Delivered(1)), told => told.StartsWith("NoLongerAsked", StringComparison.Ordinal));

    [Fact]
    public void A_reminder_tells_both_sides_and_is_given_once()
    {
        var scenario = Scenario.Registered(1).Route(1);
        scenario.Do((_, occasion) => scenario.Lead(1).Escalate(occasion), City.Office);

        Assert.Equal(["NobodyReacted", $"ReactionReminder {City.MainDepartment}"], Told(scenario).Where(told => told.Contains("React", StringComparison.Ordinal)));
        Refusal.By(AssignmentRules.EscalatedOnce, () => scenario.Do((_, occasion) => scenario.Lead(1).Escalate(occasion), City.Office));
        scenario.Accept(1);
        Assert.Equal(AssignmentState.Accepted, scenario.Lead(1).State);
    }

    [Fact]
    public void Every_kind_has_somebody_to_tell_and_no_duty_can_be_turned_off()
    {
        Assert.All(Enum.GetValues<MessageKind>(), kind => Assert.Equal(kind == MessageKind.MorningDigest, kind.To() is null));
        Assert.All(Enum.GetValues<MessageKind>(), kind => Assert.Equal(!kind.IsDuty(), kind.Allows(MessageTiming.Never)));
        Assert.All(Enum.GetValues<MessageKind>(), kind => Assert.True(kind.Allows(kind.Usual())));
    }

    private static IEnumerable<string> Told(Scenario scenario) =>
        Messages.Of(scenario.Case).Select(message => $"{message.Kind} {message.Organization}".TrimEnd());
}
