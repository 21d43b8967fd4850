using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Assignments;

public sealed class AssignmentTests
{
    [Fact]
    public void Nothing_is_routed_before_registration() =>
        Refusal.By(AssignmentRules.InquiryIsRegistered, () => Scenario.Submitted().Route(1));

    [Fact]
    public void A_question_has_one_leading_department() =>
        Refusal.By(AssignmentRules.OneLeadPerQuestion, () => Scenario.Registered().Route(1).Route(1, City.FundingDirectorate));

    [Fact]
    public void The_leading_department_does_not_contribute_to_itself() =>
        Refusal.By(AssignmentRules.LeadDoesNotContribute, () => Scenario.Registered().Route(1, City.MainDepartment, City.MainDepartment));

    [Fact]
    public void A_department_contributes_once_to_a_question() => Refusal.By(
        AssignmentRules.OncePerDepartment,
        () => Scenario.Registered().Route(1, City.MainDepartment, City.CitizensDepartment, City.CitizensDepartment));

    [Fact]
    public void A_rejected_question_is_not_routed() =>
        Refusal.By(InquiryRules.QuestionIsOpen, () => Scenario.Registered().Reject(1).Route(1));

    [Fact]
    public void A_question_of_another_inquiry_is_not_routed()
    {
        var scenario = Scenario.Registered();

        Refusal.By(InquiryRules.QuestionOfThisInquiry, () => scenario.Do(
            (@case, occasion) => @case.Route(QuestionId.New(), City.MainDepartment, [], null, occasion), City.Office));
    }

    [Fact]
    public void Accepting_the_lead_opens_the_answer()
    {
        var scenario = Scenario.Registered().Route(1);
        Assert.Empty(scenario.Case.Answers);

        scenario.Accept(1);
        Assert.Equal(City.MainDepartment, scenario.AnswerTo(1).Department);
    }

    [Fact]
    public void A_declined_question_returns_to_the_office_and_is_routed_anew()
    {
        var scenario = Scenario.Registered().Route(1).Decline(1);

        Assert.Equal(QuestionStatus.Unrouted, scenario.Case.QuestionStatuses()[scenario.Question(1)]);
        scenario.Route(1, City.FundingDirectorate).Accept(1);
        Assert.Equal(City.FundingDirectorate, scenario.AnswerTo(1).Department);
    }

    [Fact]
    public void Declining_needs_a_reason()
    {
        var scenario = Scenario.Registered().Route(1);

        Refusal.By(CommonRules.ReasonIsGiven, () => scenario.Do(
            (@case, occasion) => @case.Decline(scenario.Lead(1).Id, new DeclineReason(DeclineCause.Other, " "), occasion), City.Staff(City.MainDepartment)));
    }

    [Fact]
    public void A_reassigned_answer_moves_along_and_is_drafted_again()
    {
        var scenario = Scenario.Accepted().Answer(1, "Erste.");
        var answer = scenario.AnswerTo(1);
        scenario.Reassign(1, City.FundingDirectorate);

        Assert.Same(answer, scenario.AnswerTo(1));
        Assert.Equal(City.FundingDirectorate, answer.Department);
        Assert.Equal(AnswerState.Drafting, answer.State);
        Assert.Equal("Erste.", answer.Latest?.Markdown);
        Assert.Equal(AssignmentState.Offered, scenario.Lead(1).State);
    }

    [Fact]
    public void Joint_answers_are_reassigned_together()
    {
        var scenario = Scenario.Accepted(3).Join(1, 2).Reassign(2, City.FundingDirectorate);

        Assert.Equal(
            [City.FundingDirectorate, City.FundingDirectorate, City.MainDepartment],
            ((int[])[1, 2, 3]).Select(number => scenario.Lead(number).Department));
        Assert.Same(scenario.AnswerTo(1), scenario.AnswerTo(2));
    }

    [Fact]
    public void A_department_that_takes_over_the_lead_no_longer_contributes()
    {
        var scenario = Scenario.Registered().Route(1, City.MainDepartment, City.CitizensDepartment).Accept(1).Reassign(1, City.CitizensDepartment);

        Assert.Equal(AssignmentState.Ended, scenario.Contribution(1).State);
    }

    [Fact]
    public void Neither_the_former_nor_the_new_department_writes_before_the_new_one_has_accepted()
    {
        var scenario = Scenario.Accepted().Write(1).Reassign(1, City.FundingDirectorate);

        Refusal.By(AssignmentRules.LeadHasAccepted, () => scenario.Write(1));
        Refusal.By(AssignmentRules.LeadHasAccepted, () => scenario.SubmitAnswer(1));
        Refusal.By(AssignmentRules.LeadHasAccepted, () => scenario.Write(1, author: City.Staff(City.MainDepartment)));
        scenario.Accept(1);
        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.Write(1, author: City.Staff(City.MainDepartment)));
        scenario.Answer(1);
        Assert.Equal(AnswerState.CoSigned, scenario.AnswerTo(1).State);
    }

    [Fact]
    public void An_answer_left_by_a_department_that_declined_moves_to_the_next_lead()
    {
        var scenario = Scenario.Accepted().Write(1, "Erste.").Reassign(1, City.FundingDirectorate).Decline(1).Route(1, City.CitizensDepartment);

        Assert.Equal(City.CitizensDepartment, scenario.AnswerTo(1).Department);
        scenario.Accept(1).Answer(1, "Zweite.");
        Assert.Equal(2, scenario.AnswerTo(1).Versions.Count);
    }

    [Fact]
    public void A_declined_question_leaves_the_joint_answer_and_the_rest_goes_on()
    {
        var scenario = Scenario.Accepted(3).Join(1, 2).Reassign(1, City.FundingDirectorate).Accept(1).Decline(2).Answer(1);

        Assert.Equal([scenario.Question(1)], scenario.AnswerTo(1).Covers);
        Assert.Equal(AnswerState.CoSigned, scenario.AnswerTo(1).State);
        scenario.Route(2, City.MainDepartment).Accept(2);
        Assert.Equal(City.MainDepartment, scenario.AnswerTo(2).Department);
    }

    [Fact]
    public void Reassigning_to_the_leading_department_is_refused() =>
        Refusal.By(AssignmentRules.LeadChanges, () => Scenario.Accepted().Answer(1).Reassign(1, City.MainDepartment));

    [Fact]
    public void Only_a_contributor_contributes()
    {
        var scenario = Scenario.Accepted();

        Refusal.By(AssignmentRules.ContributorContributes, () => scenario.Do(
            (_, occasion) => scenario.Lead(1).Contribute("Text.", occasion), City.Staff(City.MainDepartment)));
    }

    [Fact]
    public void A_returned_contribution_is_supplied_again_and_both_versions_stay()
    {
        var scenario = Scenario.Registered().Route(1, City.MainDepartment, City.CitizensDepartment);
        var staff = City.Staff(City.CitizensDepartment);
        var contribution = scenario.Contribution(1);
        scenario.Do((@case, occasion) => @case.Accept(contribution.Id, occasion), staff)
            .Do((_, occasion) => contribution.Contribute("Erste.", occasion), staff)
            .Do((_, occasion) => contribution.ReturnContribution("Zahlen fehlen.", occasion), City.Staff(City.MainDepartment))
            .Do((_, occasion) => contribution.Contribute("Zweite.", occasion), staff);

        Assert.Equal(["Erste.", "Zweite."], contribution.Contributions.Select(version => version.Markdown));
        Assert.Equal(AssignmentState.Contributed, contribution.State);
    }
}
