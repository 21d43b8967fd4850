using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Domain.Promises;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Cases;

public sealed class PromiseTests
{
    private const string Passage = "Der Radweg wird 2026 geprüft.";

    private static readonly DateOnly Due = new(2026, 6, 30);

    [Fact]
    public void A_promise_returns_to_its_department_on_its_day_once_the_answer_is_delivered()
    {
        var scenario = Marked();
        Assert.DoesNotContain(Work.Of(scenario.Case), item => item.Kind == WorkKind.KeepPromise);

        scenario.SubmitAnswer(1).CoSign(1).Compose().SubmitReply().Approve().Sign().Deliver();

        var item = Work.Of(scenario.Case).Single(item => item.Kind == WorkKind.KeepPromise);
        Assert.Equal((Role.DepartmentStaff, City.CitizensDepartment), (item.Role, item.Organization!.Value));
        Assert.Equal(Due, Berlin.Day(item.Since));
        Assert.NotEqual(Due, Berlin.Day(item.Since.AddTicks(-1)));
    }

    [Fact]
    public void Moving_it_keeps_the_first_day_and_settling_it_empties_the_inbox()
    {
        var scenario = Delivered();
        var promise = scenario.Case.Promises[0];
        var later = new DateOnly(2027, 1, 31);
        scenario.Do((@case, occasion) => @case.MovePromise(promise.Id, later, City.MainDepartment, "Das Gutachten kommt später.", occasion), City.Staff(City.CitizensDepartment));
        Assert.Equal((Due, later, City.MainDepartment), (promise.FirstDueOn, promise.DueOn, promise.Owner));

        scenario.Do((@case, occasion) => @case.KeepPromise(promise.Id, "Die Prüfung liegt vor.", occasion), City.Staff(City.MainDepartment));

        Assert.Equal(PromiseState.Kept, promise.State);
        Assert.DoesNotContain(Work.Of(scenario.Case), item => item.Kind == WorkKind.KeepPromise);
        Refusal.By(CommonRules.StepFitsState, () => scenario.Do((@case, occasion) => @case.DropPromise(promise.Id, "Doch nicht.", occasion), City.Office));
    }

    [Fact]
    public void Only_what_stands_verbatim_in_the_latest_version_can_be_marked_and_only_once_and_only_by_those_who_answer_or_the_office()
    {
        var scenario = Marked();
        Refusal.By(PromiseRules.MarkedOnce, () => Mark(scenario, Passage, City.Office));
        Refusal.By(PromiseRules.StandsInAnswer, () => Mark(scenario, "Der Radweg wird 2026 gebaut.", City.Office));
        Refusal.By(CommonRules.StepIsOpenToActor, () => Mark(scenario, "Ja.", City.Staff(City.CitizensDepartment)));
        Refusal.By(PromiseRules.DueIsAhead, () => scenario.Do(
            (@case, occasion) => @case.MarkPromise(scenario.AnswerTo(1).Id, "Ja.", occasion.Day.AddDays(-1), City.MainDepartment, occasion), City.Office));
        Refusal.By(PromiseRules.AnswerHasText, () =>
        {
            var empty = Scenario.Accepted(1);
            Mark(empty, "Ja.", City.Office);
        });
    }

    [Fact]
    public void A_passage_that_was_written_out_of_the_answer_is_not_promised()
    {
        var scenario = Marked();
        scenario.Answer(1, "Nein.").Compose().SubmitReply().Approve().Sign().Deliver();

        var promise = scenario.Case.Promises[0];
        Assert.False(scenario.Case.IsGiven(promise));
        Assert.DoesNotContain(Work.Of(scenario.Case), item => item.Kind == WorkKind.KeepPromise);
        Refusal.By(PromiseRules.IsGiven, () => scenario.Do((@case, occasion) => @case.KeepPromise(promise.Id, "Erledigt.", occasion), City.Office));
        scenario.Do((@case, occasion) => @case.UnmarkPromise(promise.Id, occasion), City.Office);
        Assert.Empty(scenario.Case.PromisesOf(scenario.AnswerTo(1).Id));
    }

    [Fact]
    public void What_the_askers_were_promised_is_settled_by_its_department_or_the_office_with_a_note_and_never_unmarked()
    {
        var scenario = Delivered();
        var promise = scenario.Case.Promises[0].Id;
        Refusal.By(PromiseRules.UnmarkedBeforeDelivery, () => scenario.Do((@case, occasion) => @case.UnmarkPromise(promise, occasion), City.Office));
        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.Do((@case, occasion) => @case.DropPromise(promise, "Nein.", occasion), City.Staff(City.MainDepartment)));
        Refusal.By(PromiseRules.NoteIsGiven, () => scenario.Do((@case, occasion) => @case.DropPromise(promise, " ", occasion), City.Office));
        scenario.Do((@case, occasion) => @case.DropPromise(promise, "Der Rat hat anders beschlossen.", occasion), City.Office);
        Assert.Equal(PromiseState.Dropped, scenario.Case.Promise(promise).State);
    }

    private static Scenario Delivered() => Marked().SubmitAnswer(1).CoSign(1).Compose().SubmitReply().Approve().Sign().Deliver();

    private static Scenario Marked()
    {
        var scenario = Scenario.Accepted(1).Write(1, $"Ja. {Passage}");
        Mark(scenario, Passage, City.Staff(City.MainDepartment));
        return scenario;
    }

    private static void Mark(Scenario scenario, string text, Actor actor) => scenario.Do(
        (@case, occasion) => @case.MarkPromise(scenario.AnswerTo(1).Id, text, Due, City.CitizensDepartment, occasion), actor);
}
