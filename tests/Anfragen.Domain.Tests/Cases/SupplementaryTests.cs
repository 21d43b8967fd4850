using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Cases;

public sealed class SupplementaryTests
{
    private static readonly DeadlineRule Weeks = new()
    {
        Kind = "stadtrat",
        Title = "Anfrage im Stadtrat",
        Length = new DeadlineLength(6, DeadlineUnit.Week),
        LegalBasis = "Geschäftsordnung",
    };

    [Fact]
    public void A_supplementary_question_stands_under_the_one_it_follows_and_changes_no_word_of_the_registered_text()
    {
        var scenario = Scenario.Delivered(2);
        var before = scenario.Case.Inquiry.Text;

        Ask(scenario, 1, "Und 2026?");
        Ask(scenario, null, "Wann berichten Sie wieder?");

        var text = scenario.Case.Inquiry.Text;
        Assert.Equal(before.Sha256, text.Sha256);
        Assert.Equal(["1", "1.N1", "2", "N2"], text.Questions.Select(question => question.Ordinal));
        Assert.Equal(["Nachfrage 1", "Nachfrage 2"], text.Questions.Where(question => question.IsSupplementary).Select(question => question.Label));
        Assert.Equal(2, scenario.Case.Inquiry.PendingQuestions.Count());
    }

    [Fact]
    public void Until_it_is_admitted_nobody_works_on_it_and_the_inquiry_stays_answered()
    {
        var scenario = Scenario.Delivered(1);
        Ask(scenario, 1);

        Assert.Equal(InquiryStatus.Delivered, scenario.Case.Status());
        Assert.Contains(Work.Of(scenario.Case), item => item.Kind == WorkKind.AdmitSupplementary);
        Assert.Equal(MessageKind.SupplementaryAsked, Messages.Of(scenario.Case).Single(message => message.Kind == MessageKind.SupplementaryAsked).Kind);
        Refusal.By(InquiryRules.SupplementaryIsAdmitted, () => scenario.Route(2));
        Assert.False(scenario.Case.IsOwed);
    }

    [Fact]
    public void Admitted_it_is_answered_like_any_question_and_leaves_in_a_supplement()
    {
        var scenario = Scenario.Delivered(1);
        Ask(scenario, 1);
        Admit(scenario);
        Assert.Equal(InquiryStatus.Registered, scenario.Case.Status());

        scenario.Route(2).Accept(2).Answer(2, "Im Herbst.").Compose().SubmitReply().Approve().Sign().Deliver();

        Assert.Equal(ReplyKind.Supplement, scenario.Reply.Kind);
        Assert.Equal([scenario.Question(2)], scenario.Reply.Entries.SelectMany(entry => entry.Questions));
        Assert.Equal(InquiryStatus.Delivered, scenario.Case.Status());
    }

    [Fact]
    public void A_rejected_one_leaves_the_inquiry_as_it_was()
    {
        var scenario = Scenario.Delivered(1);
        Ask(scenario, 1);
        scenario.Do((@case, occasion) => @case.RejectQuestions([scenario.Question(2)], "Neue Frage.", occasion), City.Office);

        Assert.Empty(scenario.Case.Inquiry.PendingQuestions);
        Assert.Equal(InquiryStatus.Delivered, scenario.Case.Status());
        Refusal.By(InquiryRules.SomeArePending, () => Admit(scenario));
    }

    [Fact]
    public void Each_round_has_a_clock_of_its_own_and_the_first_keeps_its_lateness()
    {
        var scenario = Scenario.OnTheClock(Weeks, 1).Route(1).Accept(1).Answer(1).Wait(60).Compose().SubmitReply().Approve().Sign().Deliver();
        var first = scenario.Clock;
        Assert.NotNull(first.OverdueSince);
        Ask(scenario, 1);
        Assert.Same(first, scenario.Clock);

        var asked = scenario.Today;
        scenario.Wait(3);
        Admit(scenario);

        var second = scenario.Clock;
        Assert.Equal((2, asked), (second.Round, scenario.Case.Inquiry.AskedOn(2)));
        Assert.Equal(DueDate.Of(Weeks, Scenario.Calendar, asked)!.Day, second.FirstDueOn);
        scenario.Route(2).Accept(2).Answer(2).Compose().SubmitReply().Approve().Sign().Deliver();

        Assert.Equal((DeadlineState.Met, DeadlineState.Met), (first.State, second.State));
        Assert.Same(first, scenario.Clock);
        Assert.NotNull(scenario.Clock.OverdueSince);
    }

    [Fact]
    public void The_pinned_rule_says_how_many_and_until_when()
    {
        var scenario = Scenario.OnTheClock(Weeks with { Supplementary = new SupplementaryRule(1, 14) }, 1).Route(1).Accept(1).Answer(1);
        Refusal.By(InquiryRules.SupplementaryAfterDelivery, () => Ask(scenario, 1));
        scenario.Compose().SubmitReply().Approve().Sign().Deliver();
        Assert.Equal((scenario.Today.AddDays(14), 1), (scenario.Case.SupplementaryUntil!.Value, scenario.Case.SupplementaryLeft!.Value));

        scenario.Wait(14);
        Ask(scenario, 1);
        Refusal.By(InquiryRules.NotTooManySupplementary, () => Ask(scenario, 1));
        scenario.Withdraw(2).Wait(1);
        Refusal.By(InquiryRules.SupplementaryInTime, () => Ask(scenario, 1));
    }

    [Fact]
    public void Only_the_submitting_group_asks_and_an_empty_question_is_none()
    {
        var scenario = Scenario.Delivered(1);
        Refusal.By(InquiryRules.SupplementaryHasText, () => Ask(scenario, 1, " "));
        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.Do((@case, occasion) => @case.AskSupplementary(null, "Und?", occasion), City.CoAsker));
    }

    [Fact]
    public void A_rule_without_a_word_on_them_keeps_its_digest() =>
        Assert.NotEqual(Weeks.Sha256Of("Mainz"), (Weeks with { Supplementary = new SupplementaryRule(null, 14) }).Sha256Of("Mainz"));

    private static void Ask(Scenario scenario, int? about, string text = "Und nun?") => scenario.Do(
        (@case, occasion) => @case.AskSupplementary(about is { } number ? scenario.Question(number) : null, text, occasion), City.Asker);

    private static void Admit(Scenario scenario) => scenario.Do((@case, occasion) => @case.AdmitSupplementary(Scenario.Calendar, occasion), City.Office);
}
