using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Inquiries;

/// <summary>An inquiry that the office recorded from paper.</summary>
public sealed class IntakeTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = Berlin.Day(Now);
    private static readonly Occasion ByOffice = new(City.Office, Now);

    [Fact]
    public void It_is_received_on_its_true_day_and_waits_to_be_checked()
    {
        var @case = Recorded(Today.AddDays(-4));

        Assert.Equal(InquiryState.Submitted, @case.Inquiry.State);
        Assert.Equal(Today.AddDays(-4), @case.Inquiry.ReceivedOn);
        Assert.Equal([Step.RecordIntake, Step.NoteReceipt], @case.Inquiry.Acts.Select(act => act.Step));
        Assert.Equal([WorkKind.CheckIntake], Work.Of(@case).Select(item => item.Kind));
        Assert.All(@case.Inquiry.Originators, originator => Assert.True(@case.Inquiry.HasConfirmed(originator)));
        Refusal.By(InquiryRules.WasReceived, () => Recorded(Today.AddDays(1)));
    }

    [Fact]
    public void Nothing_happens_to_its_questions_before_it_was_held_against_the_original()
    {
        var @case = Recorded(Today);
        var question = @case.Inquiry.Text.Questions[0].Id;

        Refusal.By(InquiryRules.SplitIsChecked, () => @case.Inquiry.Register("1/2025", ByOffice));
        Refusal.By(InquiryRules.SplitIsChecked, () => @case.RejectQuestions([question], "Grund", ByOffice));
        Refusal.By(InquiryRules.SplitIsChecked, () => @case.WithdrawQuestions([question], null, new Occasion(City.Asker, Now)));
        Revise(@case.Inquiry, Texts.Of(3));
        @case.Inquiry.Register("1/2025", ByOffice);

        Assert.Equal(InquiryState.Registered, @case.Inquiry.State);
        Assert.Equal((2, 3), (@case.Inquiry.Text.Version, @case.Inquiry.Text.Questions.Count));
    }

    [Fact]
    public void It_is_revised_as_often_as_needed_until_registration_and_only_whole()
    {
        var inquiry = Recorded(Today).Inquiry;

        Refusal.By(InquiryRules.HasSubject, () => Revise(inquiry, Texts.Of(1) with { Subject = " " }));
        Refusal.By(InquiryRules.AsksSomething, () => Revise(inquiry, Texts.Of(0)));
        Revise(inquiry, Texts.Of(1));
        Revise(inquiry, Texts.Of(2));
        inquiry.Register("1/2025", ByOffice);
        Refusal.By(CommonRules.StepFitsState, () => Revise(inquiry, Texts.Of(1)));

        Assert.Equal(3, inquiry.Text.Version);
    }

    [Fact]
    public void What_was_settled_is_not_undone_by_another_wording()
    {
        var @case = Recorded(Today);
        Revise(@case.Inquiry, Texts.Of(2));
        @case.WithdrawQuestions([@case.Inquiry.Text.Questions[0].Id], null, new Occasion(City.Asker, Now));

        Refusal.By(InquiryRules.NothingIsSettled, () => Revise(@case.Inquiry, Texts.Of(2)));
    }

    [Fact]
    public void A_receipt_is_noted_again_only_when_it_changed()
    {
        var inquiry = Recorded(Today).Inquiry;

        Revise(inquiry, Texts.Of(1));
        inquiry.ReviseIntake(Texts.OneGroup, Texts.Of(1), Today.AddDays(-1), IntakeChannel.Email, ByOffice);

        Assert.Equal([(1, Today), (3, Today.AddDays(-1))], inquiry.Receipts.Select(receipt => (receipt.Version, receipt.ReceivedOn)));
        Assert.Equal(2, inquiry.Receipts.Select(receipt => receipt.Sha256).Distinct().Count());
        Assert.All(inquiry.Receipts, receipt => Assert.Equal(inquiry.Receipts[0].OriginalSha256, receipt.OriginalSha256));
    }

    [Fact]
    public void The_askers_withdraw_its_questions_but_do_not_take_it_back_into_a_draft()
    {
        var inquiry = Recorded(Today).Inquiry;
        Revise(inquiry, Texts.Of(1));

        Assert.False(inquiry.Allows(Step.Recall, City.Asker));
        Assert.False(inquiry.Allows(Step.ConfirmCoAsking, City.CoAsker));
        Assert.True(inquiry.Allows(Step.WithdrawQuestion, City.Asker));
        Refusal.By(CommonRules.StepIsOpenToActor, () => inquiry.Recall(new Occasion(City.Asker, Now)));
    }

    [Fact]
    public void A_double_is_discarded_with_a_reason_and_only_an_intake_can_be()
    {
        var inquiry = Recorded(Today).Inquiry;

        Refusal.By(CommonRules.ReasonIsGiven, () => inquiry.DiscardIntake(" ", ByOffice));
        inquiry.DiscardIntake("Doppelt erfasst.", ByOffice);
        Assert.Equal(InquiryState.Discarded, inquiry.State);

        var handedIn = Scenario.Submitted().Case.Inquiry;
        Refusal.By(CommonRules.StepIsOpenToActor, () => handedIn.DiscardIntake("Grund", ByOffice));
        Refusal.By(CommonRules.StepIsOpenToActor, () => handedIn.ReviseIntake(Texts.OneGroup, Texts.Of(1), Today, IntakeChannel.Paper, ByOffice));
    }

    [Fact]
    public void The_office_and_the_askers_care_for_its_attachments_until_registration_but_the_original_stays()
    {
        var @case = Recorded(Today);
        var holder = AttachmentHolder.Of(@case.Inquiry.Id);
        var original = @case.Attach(holder, "Original", Digest.OfText("original"), ByOffice);
        var plan = @case.Attach(holder, "Plan", Digest.OfText("plan"), ByOffice);

        Refusal.By(AttachmentRules.OriginalStays, () => @case.RemoveAttachment(original.Id, ByOffice));
        Refusal.By(AttachmentRules.OriginalStays, () => @case.RemoveAttachment(original.Id, new Occasion(City.Asker, Now)));
        @case.RemoveAttachment(plan.Id, ByOffice);
        Assert.True(@case.CanAttach(holder, City.Asker));
        Revise(@case.Inquiry, Texts.Of(1));
        @case.Inquiry.Register("1/2025", ByOffice);

        Assert.False(@case.CanAttach(holder, City.Office));
        Assert.False(Scenario.Submitted().Case is var own && own.CanAttach(AttachmentHolder.Of(own.Inquiry.Id), City.Office));
    }

    private static InquiryCase Recorded(DateOnly receivedOn) => InquiryCase.Of(
        Inquiry.RecordIntake(InquiryId.New(), Texts.TwoGroups, Texts.Of(2), Texts.Receipt(receivedOn), ByOffice));

    private static void Revise(Inquiry inquiry, InquiryText text) =>
        inquiry.ReviseIntake(Texts.OneGroup, text, inquiry.Receipts[^1].ReceivedOn, inquiry.Receipts[^1].Channel, ByOffice);
}
