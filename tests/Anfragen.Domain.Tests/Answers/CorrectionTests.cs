using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Answers;

public sealed class CorrectionTests
{
    [Fact]
    public void A_wrong_answer_goes_back_to_its_department_and_leaves_the_house_as_a_correction()
    {
        var path = Scenario.Delivered();
        var wrong = path.AnswerTo(1);
        path.Do((@case, occasion) => @case.OrderCorrection(wrong.Id, "Die Zahl stimmt nicht.", occasion), City.Office);

        Assert.Equal(AssignmentState.Offered, path.Lead(1).State);
        Assert.Equal("Die Zahl stimmt nicht.", path.Lead(1).Note);
        Assert.Null(path.Case.LeadOf(path.Question(2)));
        Assert.Equal(QuestionStatus.Delivered, path.Case.QuestionStatuses()[path.Question(1)]);

        path.Accept(1).Answer(1, "Es sind 12.").Compose();
        Assert.Equal(ReplyKind.Correction, path.Reply.Kind);
        Assert.Equal([path.Question(1)], path.Reply.Entries.SelectMany(entry => entry.Questions));

        path.SubmitReply().Approve().Sign().Deliver();
        Assert.Equal("Es sind 12.", path.Case.IssuedAnswerOf(path.Question(1))!.Latest!.Markdown);
        Assert.Equal(AnswerState.Issued, wrong.State);
        Assert.False(path.Case.IsBeingCorrected(path.Question(1)));
        Assert.Null(path.Case.LeadOf(path.Question(1)));
    }

    [Fact]
    public void A_correction_can_be_dropped_and_ordered_again()
    {
        var path = Scenario.Delivered(1);
        var answer = path.AnswerTo(1);
        path.Do((@case, occasion) => @case.OrderCorrection(answer.Id, "Falsch.", occasion), City.Office).Accept(1).Write(1, "Neu.");
        path.Do((@case, occasion) => @case.DropCorrection(answer.Id, "Doch richtig.", occasion), City.Office);

        Assert.Null(path.Case.LeadOf(path.Question(1)));
        Assert.Null(path.Case.OpenAnswerOf(path.Question(1)));
        Assert.Empty(Work.Of(path.Case).Where(item => item.Role != Council.Role.CouncilOffice));
        path.Do((@case, occasion) => @case.OrderCorrection(answer.Id, "Doch falsch.", occasion), City.Office);
        Assert.Equal(AssignmentState.Offered, path.Lead(1).State);
    }

    [Fact]
    public void A_declined_correction_waits_for_another_department()
    {
        var path = Scenario.Delivered(1);
        path.Do((@case, occasion) => @case.OrderCorrection(path.AnswerTo(1).Id, "Falsch.", occasion), City.Office).Decline(1);
        Assert.Contains(Work.Of(path.Case), item => item.Kind == WorkKind.Route);
        path.Route(1, City.FundingDirectorate).Accept(1).Answer(1, "Richtig.").Compose();
        Assert.Equal(ReplyKind.Correction, path.Reply.Kind);
    }

    [Fact]
    public void What_was_answered_is_neither_rejected_nor_withdrawn_while_it_is_corrected()
    {
        var path = Scenario.Delivered(1);
        path.Do((@case, occasion) => @case.OrderCorrection(path.AnswerTo(1).Id, "Falsch.", occasion), City.Office);
        Refusal.By(InquiryRules.QuestionNotSigned, () => path.Reject(1));
        Refusal.By(InquiryRules.QuestionIsOpen, () => path.Withdraw(1));
    }

    [Fact]
    public void An_answer_is_corrected_once_at_a_time_and_only_while_it_stands()
    {
        var path = Scenario.Delivered(1);
        var first = path.AnswerTo(1);
        Refusal.By(AnswerRules.IsBeingCorrected, () => path.Do((@case, occasion) => @case.DropCorrection(first.Id, "Grund", occasion), City.Office));
        path.Do((@case, occasion) => @case.OrderCorrection(first.Id, "Falsch.", occasion), City.Office);
        Refusal.By(AnswerRules.CorrectsOnceAtATime, () => path.Do((@case, occasion) => @case.OrderCorrection(first.Id, "Falsch.", occasion), City.Office));
        path.Accept(1).Answer(1, "Richtig.").Compose().SubmitReply().Approve().Sign();
        Refusal.By(AnswerRules.CorrectionIsNotSigned, () => path.Do((@case, occasion) => @case.DropCorrection(first.Id, "Grund", occasion), City.Office));
        path.Deliver();
        Refusal.By(AnswerRules.CorrectsWhatStands, () => path.Do((@case, occasion) => @case.OrderCorrection(first.Id, "Falsch.", occasion), City.Office));
    }

    [Fact]
    public void Only_a_delivered_answer_is_corrected_and_a_reason_is_needed()
    {
        var path = Scenario.Signed(1);
        Refusal.By(CommonRules.StepFitsState, () => path.Do((@case, occasion) => @case.OrderCorrection(path.AnswerTo(1).Id, "Falsch.", occasion), City.Office));
        path.Deliver();
        Refusal.By(CommonRules.ReasonIsGiven, () => path.Do((@case, occasion) => @case.OrderCorrection(path.AnswerTo(1).Id, " ", occasion), City.Office));
    }

    [Fact]
    public void Of_a_joint_answer_every_question_is_answered_again()
    {
        var path = Scenario.Accepted().Join(1, 2).Answer(1, "Gemeinsam.").Compose().SubmitReply().Approve().Sign().Deliver();
        path.Do((@case, occasion) => @case.OrderCorrection(path.AnswerTo(1).Id, "Falsch.", occasion), City.Office).Accept(1).Accept(2);
        path.Join(1, 2).Answer(1, "Gemeinsam richtig.").Compose();
        Assert.Equal(ReplyKind.Correction, path.Reply.Kind);
        Assert.Equal(2, Assert.Single(path.Reply.Entries).Questions.Count);
    }
}
