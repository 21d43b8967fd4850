using Anfragen.Domain.Answers;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Answers;

public sealed class CoSignatureTests
{
    private static readonly CoSignatureRule ThreeStages = new(
        [CoSignatureStage.Department, CoSignatureStage.Directorate, CoSignatureStage.Contributors], City.Directorate);

    [Fact]
    public void The_rule_names_each_organization_once_in_its_order()
    {
        Assert.Equal(
            [City.MainDepartment, City.Directorate, City.CitizensDepartment],
            ThreeStages.CoSigners(City.MainDepartment, [City.CitizensDepartment, City.CitizensDepartment, City.MainDepartment]));
        Assert.Equal([City.Directorate], ThreeStages.CoSigners(City.Directorate, []));
    }

    [Fact]
    public void A_department_without_a_directorate_skips_that_stage() =>
        Assert.Equal([City.MainDepartment], (ThreeStages with { Directorate = null }).CoSigners(City.MainDepartment, []));

    [Fact]
    public void Where_the_rule_names_nobody_the_head_of_the_leading_department_remains()
    {
        Assert.Equal([City.MainDepartment], new CoSignatureRule([], City.Directorate).CoSigners(City.MainDepartment, []));
        Assert.Equal([City.MainDepartment], new CoSignatureRule([CoSignatureStage.Directorate], null).CoSigners(City.MainDepartment, []));
    }

    [Fact]
    public void The_heads_co_sign_one_after_the_other_and_only_who_is_due()
    {
        var scenario = WithContribution().Write(1).SubmitAnswer(1, ThreeStages);
        var answer = scenario.AnswerTo(1);
        Assert.Equal([City.MainDepartment, City.Directorate, City.CitizensDepartment], answer.CoSignatures.Select(signature => signature.Organization));

        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.CoSign(1, City.Head(City.Directorate)));
        Assert.Equal(City.MainDepartment, OrganizationWithWork(scenario));
        scenario.CoSign(1);
        Assert.Equal(AnswerState.ForCoSignature, answer.State);
        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.CoSign(1, City.Head(City.MainDepartment, 2)));
        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.CoSign(1, City.Head(City.CitizensDepartment)));
        Assert.Equal(City.Directorate, OrganizationWithWork(scenario));
        scenario.CoSign(1, City.Head(City.Directorate));
        Assert.Equal(City.CitizensDepartment, OrganizationWithWork(scenario));
        scenario.CoSign(1, City.Head(City.CitizensDepartment));

        Assert.Equal(AnswerState.CoSigned, answer.State);
        Assert.All(answer.CoSignatures, signature => Assert.Equal(signature.Organization, signature.Given?.Occasion.Actor.Organization));
        Assert.Null(answer.DueCoSigner);
    }

    [Fact]
    public void Only_the_head_who_is_due_returns_and_then_all_begins_anew()
    {
        var scenario = WithContribution().Write(1).SubmitAnswer(1, ThreeStages).CoSign(1);

        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.ReturnAnswer(1, City.Head(City.MainDepartment)));
        scenario.ReturnAnswer(1, City.Head(City.Directorate));

        Assert.Empty(scenario.AnswerTo(1).CoSignatures);
        scenario.SubmitAnswer(1, ThreeStages);
        Assert.All(scenario.AnswerTo(1).CoSignatures, signature => Assert.Null(signature.Given));
        Assert.Equal(City.MainDepartment, scenario.AnswerTo(1).DueCoSigner);
    }

    [Fact]
    public void A_new_version_voids_all_co_signatures()
    {
        var scenario = WithContribution().Write(1).SubmitAnswer(1, ThreeStages).CoSign(1).CoSign(1, City.Head(City.Directorate));

        scenario.Write(1, "Doch nicht.");

        Assert.Empty(scenario.AnswerTo(1).CoSignatures);
        Assert.Null(scenario.AnswerTo(1).DueCoSigner);
    }

    [Fact]
    public void Another_rule_changes_nothing_under_way()
    {
        var scenario = WithContribution().Write(1).SubmitAnswer(1).Write(1, "Neu.").SubmitAnswer(1, ThreeStages).CoSign(1);

        Assert.Equal(3, scenario.AnswerTo(1).CoSignatures.Count);
        Assert.Equal(AnswerState.ForCoSignature, scenario.AnswerTo(1).State);
    }

    [Fact]
    public void Nobody_co_signs_at_two_stages_also_not_through_a_deputy()
    {
        var scenario = WithContribution().Write(1).SubmitAnswer(1, ThreeStages).CoSign(1);
        var headOfBoth = City.Head(City.MainDepartment) with { Organization = City.Directorate };

        Refusal.By(AnswerRules.CoSignsOnce, () => scenario.CoSign(1, headOfBoth));
        Refusal.By(AnswerRules.CoSignsOnce, () => scenario.CoSign(1, headOfBoth.Deputy()));
        scenario.CoSign(1, City.Head(City.Directorate));
    }

    [Fact]
    public void Who_wrote_the_answer_co_signs_it_at_no_stage()
    {
        var scenario = WithContribution().Write(1, author: City.Head(City.MainDepartment, 2)).SubmitAnswer(1, ThreeStages).CoSign(1);

        Refusal.By(
            AnswerRules.CoSignerIsNotAuthor, () => scenario.CoSign(1, City.Head(City.MainDepartment, 2) with { Organization = City.Directorate }));
    }

    private static Scenario WithContribution()
    {
        var scenario = Scenario.Registered(1).Route(1, null, City.CitizensDepartment).Accept(1);
        var staff = City.Staff(City.CitizensDepartment);
        return scenario
            .Do((@case, occasion) => @case.Accept(scenario.Contribution(1).Id, occasion), staff)
            .Do((_, occasion) => scenario.Contribution(1).Contribute("Zuarbeit.", occasion), staff);
    }

    private static OrganizationId? OrganizationWithWork(Scenario scenario) =>
        Work.Of(scenario.Case).Single(item => item is { Kind: WorkKind.CoSign, Role: Role.HeadOfDepartment }).Organization;
}
