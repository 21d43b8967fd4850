using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Council;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Answers;

public sealed class AnswerTests
{
    [Fact]
    public void The_author_cannot_co_sign()
    {
        var head = City.Head(City.MainDepartment);
        var scenario = Scenario.Accepted().Write(1, author: head).SubmitAnswer(1);

        Refusal.By(AnswerRules.CoSignerIsNotAuthor, () => scenario.CoSign(1, head));
        scenario.CoSign(1, City.Head(City.MainDepartment, 2));
        Assert.Equal(AnswerState.CoSigned, scenario.AnswerTo(1).State);
    }

    [Fact]
    public void Whoever_wrote_an_earlier_version_cannot_co_sign_a_later_one_of_somebody_else()
    {
        var head = City.Head(City.MainDepartment);
        var scenario = Scenario.Accepted().Write(1, author: head).Write(1, "Nein.").SubmitAnswer(1);

        Refusal.By(AnswerRules.CoSignerIsNotAuthor, () => scenario.CoSign(1, head));
    }

    [Fact]
    public void The_author_cannot_co_sign_as_deputy_of_the_head()
    {
        var staff = City.Staff(City.MainDepartment);
        var head = City.Head(City.MainDepartment);
        var scenario = Scenario.Accepted().Write(1, author: staff).SubmitAnswer(1);

        Refusal.By(AnswerRules.CoSignerIsNotAuthor, () => scenario.CoSign(1, head with { User = staff.User, OnBehalfOf = head.User }));
    }

    [Fact]
    public void The_head_cannot_co_sign_what_a_deputy_wrote_in_the_name_of_the_head()
    {
        var head = City.Head(City.MainDepartment);
        var scenario = Scenario.Accepted().Write(1, author: head.Deputy()).SubmitAnswer(1);

        Refusal.By(AnswerRules.CoSignerIsNotAuthor, () => scenario.CoSign(1, head));
    }

    [Fact]
    public void The_head_cannot_have_a_deputy_co_sign_what_the_head_wrote()
    {
        var head = City.Head(City.MainDepartment);
        var scenario = Scenario.Accepted().Write(1, author: head).SubmitAnswer(1);

        Refusal.By(AnswerRules.CoSignerIsNotAuthor, () => scenario.CoSign(1, head.Deputy()));
    }

    [Fact]
    public void A_version_based_on_an_older_one_is_refused_and_nothing_is_overwritten()
    {
        var scenario = Scenario.Accepted().Write(1, "Erste.").Write(1, "Zweite.");
        var answer = scenario.AnswerTo(1);

        Refusal.By(AnswerRules.BasedOnLatestVersion, () => scenario.Do(
            (@case, occasion) => @case.SaveAnswerVersion(answer.Id, 1, AnswerKind.Own, null, "Dritte.", occasion), City.Staff(City.MainDepartment)));
        Assert.Equal(["Erste.", "Zweite."], answer.Versions.Select(version => version.Markdown));
    }

    [Fact]
    public void A_version_other_than_the_latest_is_not_co_signed()
    {
        var scenario = Scenario.Accepted().Write(1, "Erste.").Write(1, "Zweite.").SubmitAnswer(1);

        Refusal.By(AnswerRules.CoSignsLatestVersion, () => scenario.Do(
            (_, occasion) => scenario.AnswerTo(1).CoSign(1, occasion), City.Head(City.MainDepartment)));
    }

    [Fact]
    public void An_answer_without_a_version_is_not_co_signed()
    {
        var scenario = Scenario.Accepted();

        Refusal.By(AnswerRules.CoSignsLatestVersion, () => scenario.CoSign(1));
    }

    [Fact]
    public void A_new_version_voids_the_co_signature()
    {
        var scenario = Scenario.Accepted().Answer(1).Write(1, "Doch nicht.");

        Assert.Equal(AnswerState.Drafting, scenario.AnswerTo(1).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void An_empty_answer_is_not_submitted(string markdown)
    {
        Refusal.By(AnswerRules.HasText, () => Scenario.Accepted().SubmitAnswer(1));
        Refusal.By(AnswerRules.HasText, () => Scenario.Accepted().Write(1, markdown).SubmitAnswer(1));
    }

    [Fact]
    public void An_answer_in_the_name_of_a_third_party_names_it()
    {
        var scenario = Scenario.Accepted();
        var answer = scenario.AnswerTo(1);

        Refusal.By(AnswerRules.ThirdPartyIsNamed, () => scenario.Do(
            (@case, occasion) => @case.SaveAnswerVersion(answer.Id, 0, AnswerKind.ThirdParty, " ", "Ja.", occasion), City.Staff(City.MainDepartment)));
    }

    [Fact]
    public void An_outstanding_contribution_blocks_submission_until_it_is_in()
    {
        var scenario = Scenario.Registered().Route(1, City.MainDepartment, City.CitizensDepartment).Accept(1).Write(1);
        var contributor = City.Staff(City.CitizensDepartment);

        Refusal.By(AnswerRules.ContributionsAreIn, () => scenario.SubmitAnswer(1));
        scenario.Do((@case, occasion) => @case.Accept(scenario.Contribution(1).Id, occasion), contributor);
        Refusal.By(AnswerRules.ContributionsAreIn, () => scenario.SubmitAnswer(1));
        scenario.Do((_, occasion) => scenario.Contribution(1).Contribute("Zuarbeit.", occasion), contributor).SubmitAnswer(1);
        Assert.Equal(AnswerState.ForCoSignature, scenario.AnswerTo(1).State);
    }

    [Fact]
    public void A_contribution_that_is_done_without_no_longer_blocks()
    {
        var scenario = Scenario.Registered().Route(1, City.MainDepartment, City.CitizensDepartment).Accept(1).Write(1)
            .Do((@case, occasion) => @case.EndContribution(@case.Assignments[^1].Id, occasion), City.Office)
            .SubmitAnswer(1);

        Assert.Equal(AnswerState.ForCoSignature, scenario.AnswerTo(1).State);
    }

    [Fact]
    public void The_contributions_to_every_question_of_a_joint_answer_count()
    {
        var scenario = Scenario.Registered().Route(1).Route(2, City.MainDepartment, City.CitizensDepartment).Accept(1).Accept(2);

        Refusal.By(AnswerRules.ContributionsAreIn, () => scenario.Join(1, 2).Write(1).SubmitAnswer(1));
    }

    [Fact]
    public void A_joint_answer_covers_the_questions_of_both_and_the_other_answer_ends()
    {
        var scenario = Scenario.Accepted(3);
        var other = scenario.AnswerTo(2);
        scenario.Join(1, 2);

        Assert.Equal([scenario.Question(1), scenario.Question(2)], scenario.AnswerTo(1).Covers);
        Assert.Same(scenario.AnswerTo(1), scenario.AnswerTo(2));
        Assert.Equal(AnswerState.Abandoned, other.State);
        Assert.Empty(other.Covers);
    }

    [Fact]
    public void A_question_split_off_gets_an_answer_of_its_own()
    {
        var scenario = Scenario.Accepted(3).Join(1, 2).Split(2);

        Assert.Equal([scenario.Question(1)], scenario.AnswerTo(1).Covers);
        Assert.Equal([scenario.Question(2)], scenario.AnswerTo(2).Covers);
        Assert.Equal(AnswerState.Drafting, scenario.AnswerTo(2).State);
    }

    [Fact]
    public void An_answer_keeps_at_least_one_question() =>
        Refusal.By(AnswerRules.KeepsAQuestion, () => Scenario.Accepted().Split(1));

    [Fact]
    public void Answers_of_two_departments_are_not_joined() => Refusal.By(
        AnswerRules.JoinsWithinOneDepartment,
        () => Scenario.Registered().Route(1).Route(2, City.FundingDirectorate).Accept(1).Accept(2).Join(1, 2));

    [Fact]
    public void An_answer_is_not_joined_to_itself() =>
        Refusal.By(AnswerRules.JoinsWithinOneDepartment, () => Scenario.Accepted().Join(1, 1));

    [Fact]
    public void A_co_signed_answer_is_not_joined_away_from_under_a_reply()
    {
        var scenario = Scenario.Accepted().Answer(2).Compose().SubmitReply();

        Refusal.By(AnswerRules.JoinsDrafts, () => scenario.Join(1, 2));
    }

    [Fact]
    public void A_joint_answer_that_loses_a_question_is_co_signed_anew()
    {
        var scenario = Scenario.Accepted(3).Join(1, 2).Answer(1).Withdraw(2);

        Assert.Equal(AnswerState.Drafting, scenario.AnswerTo(1).State);
        Assert.Equal([scenario.Question(1)], scenario.AnswerTo(1).Covers);
        Assert.Equal(Step.DropQuestion, scenario.AnswerTo(1).Acts[^1].Step);
        Assert.Equal(scenario.Question(2), scenario.AnswerTo(1).Acts[^1].Subject.Question);
    }

    [Fact]
    public void An_answer_ends_with_its_only_question()
    {
        var scenario = Scenario.Accepted().Answer(1);
        var answer = scenario.AnswerTo(1);
        scenario.Reject(1);

        Assert.Equal(AnswerState.Abandoned, answer.State);
    }

    [Fact]
    public void Another_department_cannot_write()
    {
        var scenario = Scenario.Accepted();

        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.Write(1, author: City.Staff(City.FundingDirectorate)));
    }

    [Fact]
    public void A_return_needs_a_reason_and_shows_it_to_the_department()
    {
        var scenario = Scenario.Accepted().Answer(1);
        var answer = scenario.AnswerTo(1);

        Refusal.By(CommonRules.ReasonIsGiven, () => scenario.Do((@case, occasion) => @case.ReturnAnswer(answer.Id, " ", occasion), City.Reviewer));
        scenario.ReturnAnswer(1);
        Assert.Equal(AnswerState.Returned, answer.State);
        Assert.Equal("Bitte genauer.", answer.ReturnReason);
    }

    [Fact]
    public void Another_department_cannot_return_what_waits_for_its_head()
    {
        var scenario = Scenario.Accepted().Write(1).SubmitAnswer(1);

        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.ReturnAnswer(1, City.Of(Role.HeadOfDepartment, City.FundingDirectorate)));
    }
}
