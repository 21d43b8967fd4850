using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Inquiries;

public sealed class InquiryTests
{
    [Fact]
    public void An_inquiry_without_subject_or_question_is_not_submitted()
    {
        var draft = Scenario.Draft(0);
        Refusal.By(InquiryRules.AsksSomething, () => draft.Do(@case => @case.Inquiry.Submit, City.Asker));

        draft.Do((@case, occasion) => @case.Inquiry.Revise(Texts.OneGroup, Texts.Of(1) with { Subject = " " }, occasion), City.Asker);
        Refusal.By(InquiryRules.HasSubject, () => draft.Do(@case => @case.Inquiry.Submit, City.Asker));
    }

    [Fact]
    public void An_inquiry_with_too_many_questions_is_not_submitted() =>
        Refusal.By(InquiryRules.NotTooManyQuestions, () => Scenario.Submitted(InquiryRules.MostQuestions + 1));

    [Fact]
    public void Only_the_submitting_group_submits() =>
        Refusal.By(CommonRules.StepIsOpenToActor, () => Scenario.Draft(withCoAsker: true).Do(@case => @case.Inquiry.Submit, City.CoAsker));

    [Fact]
    public void The_wording_is_frozen_from_submission_on_unless_recalled()
    {
        var scenario = Scenario.Submitted();
        void Revise() => scenario.Do((@case, occasion) => @case.Inquiry.Revise(Texts.OneGroup, Texts.Of(3), occasion), City.Asker);

        Refusal.By(CommonRules.StepFitsState, Revise);
        scenario.Do(@case => @case.Inquiry.Recall, City.Asker);
        Revise();
        Assert.Equal(2, scenario.Case.Inquiry.Text.Version);
        Assert.Equal(3, scenario.Case.Inquiry.Text.Questions.Count);
    }

    [Fact]
    public void A_registered_inquiry_is_not_recalled() =>
        Refusal.By(CommonRules.StepFitsState, () => Scenario.Registered().Do(@case => @case.Inquiry.Recall, City.Asker));

    [Fact]
    public void A_reply_names_a_co_asker_only_once_it_has_confirmed()
    {
        var scenario = Scenario.Submitted(withCoAsker: true);
        Assert.Equal(["SPD"], scenario.Case.Inquiry.ConfirmedOriginators.Select(originator => originator.Short));

        scenario.Do(@case => @case.Inquiry.ConfirmCoAsking, City.CoAsker);
        Assert.Equal(["SPD", "FDP"], scenario.Case.Inquiry.ConfirmedOriginators.Select(originator => originator.Short));
    }

    [Fact]
    public void A_co_asker_confirms_one_wording_and_not_a_later_one()
    {
        var scenario = Scenario.Submitted(withCoAsker: true)
            .Do(@case => @case.Inquiry.ConfirmCoAsking, City.CoAsker)
            .Do(@case => @case.Inquiry.Recall, City.Asker)
            .Do((@case, occasion) => @case.Inquiry.Revise(Texts.TwoGroups, Texts.Of(3), occasion), City.Asker);

        Assert.False(scenario.Case.Inquiry.HasConfirmed(City.OtherGroup));
        scenario.Do(@case => @case.Inquiry.ConfirmCoAsking, City.CoAsker);
        Assert.True(scenario.Case.Inquiry.HasConfirmed(City.OtherGroup));
    }

    [Fact]
    public void A_group_that_was_not_named_cannot_confirm() =>
        Refusal.By(CommonRules.StepIsOpenToActor, () => Scenario.Submitted().Do(@case => @case.Inquiry.ConfirmCoAsking, City.CoAsker));

    [Fact]
    public void Rejecting_needs_a_written_reason()
    {
        var scenario = Scenario.Submitted();

        Refusal.By(CommonRules.ReasonIsGiven, () => scenario.Do(
            (@case, occasion) => @case.RejectQuestions([scenario.Question(1)], " ", occasion), City.Office));
    }

    [Fact]
    public void An_inquiry_rejected_in_part_is_registered_for_the_rest()
    {
        var scenario = Scenario.Submitted().Reject(1).Do((@case, occasion) => @case.Inquiry.Register("1/2025", occasion), City.Office);

        Assert.Equal([scenario.Question(2)], scenario.Case.Inquiry.OpenQuestions.Select(question => question.Id));
        Assert.Equal("1/2025", scenario.Case.Inquiry.Number);
    }

    [Fact]
    public void An_inquiry_rejected_as_a_whole_gets_no_number()
    {
        var scenario = Scenario.Submitted().Reject(1, 2);

        Refusal.By(InquiryRules.SomethingLeftToAnswer, () => scenario.Do(
            (@case, occasion) => @case.Inquiry.Register("1/2025", occasion), City.Office));
        Assert.Equal(InquiryStatus.Rejected, scenario.Case.Status());
        Assert.Empty(Work.Of(scenario.Case));
    }

    [Fact]
    public void Rejecting_a_question_ends_what_was_begun_for_it()
    {
        var scenario = Scenario.Registered().Route(1, City.MainDepartment, City.CitizensDepartment).Accept(1).Write(1);
        var answer = scenario.AnswerTo(1);
        scenario.Reject(1);

        Assert.Equal(AnswerState.Abandoned, answer.State);
        Assert.All(scenario.Case.Assignments, assignment => Assert.Equal(AssignmentState.Ended, assignment.State));
        Assert.Equal(QuestionStatus.Rejected, scenario.Case.QuestionStatuses()[scenario.Question(1)]);
    }

    [Fact]
    public void A_settled_question_is_not_settled_again()
    {
        Refusal.By(InquiryRules.QuestionIsOpen, () => Scenario.Registered().Reject(1).Reject(1));
        Refusal.By(InquiryRules.QuestionIsOpen, () => Scenario.Registered().Reject(1).Withdraw(1));
        Refusal.By(InquiryRules.QuestionIsOpen, () => Scenario.Registered().Withdraw(1).Reject(1));
    }

    [Fact]
    public void A_reinstated_question_is_routed_again()
    {
        var scenario = Scenario.Accepted().Reject(1).Reinstate(1);

        Assert.Equal(QuestionStatus.Unrouted, scenario.Case.QuestionStatuses()[scenario.Question(1)]);
        Assert.Null(scenario.Case.Inquiry.RejectionReason(scenario.Question(1)));
        scenario.Route(1).Accept(1).Answer(1);
        Assert.Equal(AnswerState.CoSigned, scenario.AnswerTo(1).State);
    }

    [Fact]
    public void Only_a_rejected_question_is_reinstated()
    {
        Refusal.By(InquiryRules.QuestionWasRejected, () => Scenario.Registered().Reinstate(1));
        Refusal.By(InquiryRules.QuestionWasRejected, () => Scenario.Registered().Withdraw(1).Reinstate(1));
    }

    [Fact]
    public void A_signed_question_is_not_rejected() =>
        Refusal.By(InquiryRules.QuestionNotSigned, () => Scenario.Signed().Reject(1));

    [Fact]
    public void Withdrawing_one_signed_question_annuls_the_signature_and_keeps_the_number()
    {
        var scenario = Scenario.Signed();
        var signature = scenario.Reply.Signature;
        scenario.Withdraw(1);

        Assert.Equal(ReplyState.Annulled, scenario.Reply.State);
        Assert.Same(signature, scenario.Reply.Signature);
        Assert.Equal("1435/2025", scenario.Case.Inquiry.Number);
        Assert.Equal(AnswerState.CoSigned, scenario.AnswerTo(2).State);
        scenario.Compose().SubmitReply().Approve().Sign().Deliver();
        Assert.Equal([scenario.Question(2)], scenario.Reply.Entries.SelectMany(entry => entry.Questions));
        Assert.Equal(InquiryStatus.Delivered, scenario.Case.Status());
    }

    [Fact]
    public void Withdrawing_all_signed_questions_leaves_nothing_to_do()
    {
        var scenario = Scenario.Signed().Withdraw(1, 2);

        Assert.Equal(InquiryStatus.Withdrawn, scenario.Case.Status());
        Assert.Empty(Work.Of(scenario.Case));
    }

    [Fact]
    public void A_delivered_question_is_not_withdrawn() =>
        Refusal.By(InquiryRules.QuestionIsOpen, () => Scenario.Delivered().Withdraw(1));

    [Fact]
    public void Only_the_submitting_group_withdraws()
    {
        var scenario = Scenario.Registered();

        Refusal.By(CommonRules.StepIsOpenToActor, () => scenario.Do(
            (@case, occasion) => @case.WithdrawQuestions([scenario.Question(1)], null, occasion), City.CoAsker));
    }
}
