using Anfragen.Domain.Answers;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Replies;

public sealed class ReplyTests
{
    [Fact]
    public void The_digest_of_a_signature_names_the_data_in_the_file_and_stays_as_it_was_without_them()
    {
        var signature = new Signature("Mainz", new DateOnly(2025, 9, 26), "Nino Haase", "Oberbürgermeister", default, default, "c", "t", "p");

        Assert.Equal(Digest.OfParts(["Mainz", "2025-09-26", "Nino Haase", "Oberbürgermeister", "c", "t", "p"]), signature.Sha256);
        Assert.Equal(
            Digest.OfParts(["Mainz", "2025-09-26", "Nino Haase", "Oberbürgermeister", "c", "t", "p", "d"]), (signature with { DataSha256 = "d" }).Sha256);
    }

    [Fact]
    public void A_reply_needs_a_co_signed_answer() =>
        Refusal.By(ReplyRules.HoldsAnAnswer, () => Scenario.Accepted().Compose("Vorbemerkung."));

    [Fact]
    public void An_inquiry_has_one_reply_in_the_making()
    {
        Refusal.By(ReplyRules.OneOpenReply, () => Scenario.CoSigned().Compose().Compose());
        Refusal.By(ReplyRules.OneOpenReply, () => Scenario.Signed().Compose());
    }

    [Fact]
    public void Whoever_wrote_any_answer_cannot_approve()
    {
        var scenario = Scenario.CoSigned().Compose().SubmitReply();

        Refusal.By(ReplyRules.ApproverIsNotAuthor, () => scenario.Approve(City.Staff(City.MainDepartment)));
        Refusal.By(
            ReplyRules.ApproverIsNotAuthor,
            () => scenario.Approve(City.Reviewer with { User = City.Staff(City.MainDepartment).User, OnBehalfOf = City.Reviewer.User }));
    }

    [Fact]
    public void Whoever_wrote_the_remarks_cannot_approve()
    {
        var scenario = Scenario.CoSigned().Compose("Vorbemerkung.").SubmitReply();

        Refusal.By(ReplyRules.ApproverIsNotAuthor, () => scenario.Approve(City.Office));
        scenario.Approve();
        Assert.Equal(ReplyState.Approved, scenario.Reply.State);
    }

    [Fact]
    public void The_principal_cannot_approve_remarks_written_by_a_deputy()
    {
        var scenario = Scenario.CoSigned()
            .Do((@case, occasion) => @case.ComposeReply(null, "Schlussbemerkung.", occasion), City.Reviewer.Deputy())
            .SubmitReply();

        Refusal.By(ReplyRules.ApproverIsNotAuthor, () => scenario.Approve(City.Reviewer));
    }

    [Fact]
    public void Approval_names_the_content_that_was_shown()
    {
        var scenario = Scenario.CoSigned().Compose().SubmitReply();

        Refusal.By(ReplyRules.ReviewsWhatIsShown, () => scenario.Do(
            (@case, occasion) => @case.ApproveReply(scenario.Reply.Id, Digest.OfText("another"), occasion), City.Reviewer));
    }

    [Fact]
    public void A_new_version_of_an_answer_voids_the_approval()
    {
        var scenario = Scenario.Approved().Write(1, "Neu.");

        Assert.Equal(ReplyState.Composed, scenario.Reply.State);
        Assert.Equal("Eine enthaltene Antwort hat eine neue Fassung.", scenario.Reply.ReturnReason);
        Refusal.By(CommonRules.StepFitsState, () => scenario.Sign());
    }

    [Fact]
    public void The_reply_takes_up_the_new_version_and_is_approved_under_another_digest()
    {
        var scenario = Scenario.Approved();
        var approved = scenario.Reply.ContentSha256;
        scenario.ReturnAnswer(1).Answer(1, "Genauer.");

        Refusal.By(ReplyRules.AnswersAreCoSigned, () => scenario.SubmitReply());
        scenario.Revise().SubmitReply().Approve();
        Assert.NotEqual(approved, scenario.Reply.ContentSha256);
        Assert.Equal(scenario.Reply.ContentSha256, scenario.Reply.Acts[^1].Subject.ContentSha256);
        Assert.Equal(2, scenario.Reply.Revision);
    }

    [Fact]
    public void Another_remark_is_another_content()
    {
        var scenario = Scenario.CoSigned().Compose("Eine.");
        var before = scenario.Reply.ContentSha256;

        Assert.NotEqual(before, scenario.Revise("Andere.").Reply.ContentSha256);
        Assert.NotEqual(before, scenario.Revise(null, "Eine.").Reply.ContentSha256);
        Assert.Equal(before, scenario.Revise("Eine.").Reply.ContentSha256);
    }

    [Fact]
    public void A_reply_under_review_is_not_revised_and_stays_as_it_is()
    {
        var scenario = Scenario.CoSigned().Compose("Eine.").SubmitReply();
        var (items, revision) = (scenario.Reply.Items, scenario.Reply.Revision);

        Refusal.By(CommonRules.StepFitsState, () => scenario.Revise("Andere."));
        Assert.Same(items, scenario.Reply.Items);
        Assert.Equal(revision, scenario.Reply.Revision);
    }

    [Fact]
    public void A_signature_for_other_content_is_refused()
    {
        var scenario = Scenario.Approved();

        Refusal.By(ReplyRules.ApprovalHolds, () => scenario.Do(
            (@case, occasion) => @case.SignReply(
                scenario.Reply.Id, Texts.Signature(scenario.Reply, occasion) with { ContentSha256 = Digest.OfText("another") }, occasion),
            City.Mayor));
    }

    [Fact]
    public void A_reply_is_not_signed_in_the_future()
    {
        var scenario = Scenario.Approved();

        Refusal.By(ReplyRules.NotSignedInFuture, () => scenario.Sign(on: scenario.Today.AddDays(1)));
        scenario.Sign(on: scenario.Today.AddDays(-1));
        Assert.Equal(ReplyState.Signed, scenario.Reply.State);
    }

    [Fact]
    public void The_signatory_is_named()
    {
        var scenario = Scenario.Approved();

        Refusal.By(ReplyRules.SignatoryIsNamed, () => scenario.Do(
            (@case, occasion) => @case.SignReply(scenario.Reply.Id, Texts.Signature(scenario.Reply, occasion) with { Office = " " }, occasion),
            City.Mayor));
    }

    [Fact]
    public void Signing_locks_the_answers_and_annulling_unlocks_them()
    {
        var scenario = Scenario.Signed();
        Refusal.By(CommonRules.StepFitsState, () => scenario.Write(1));

        scenario.Annul().Write(1);
        Assert.Equal(AnswerState.Drafting, scenario.AnswerTo(1).State);
        Assert.Equal(AnswerState.CoSigned, scenario.AnswerTo(2).State);
        Assert.Equal(ReplyState.Annulled, scenario.Reply.State);
    }

    [Fact]
    public void A_delivered_reply_is_not_annulled() =>
        Refusal.By(CommonRules.StepFitsState, () => Scenario.Delivered().Annul());

    [Fact]
    public void A_partial_reply_is_followed_by_a_supplement_with_the_rest()
    {
        var scenario = Scenario.Accepted().Answer(1).Compose();
        Assert.Equal(ReplyKind.Partial, scenario.Reply.Kind);

        scenario.SubmitReply().Approve().Sign().Deliver().Answer(2).Compose();
        Assert.Equal(ReplyKind.Supplement, scenario.Reply.Kind);
        Assert.Equal(2, scenario.Reply.Ordinal);
        Assert.Equal([scenario.Question(2)], scenario.Reply.Entries.SelectMany(entry => entry.Questions));
    }

    [Fact]
    public void A_rejected_question_is_told_once()
    {
        var scenario = Scenario.Accepted(3).Reject(2).Answer(1).Compose().SubmitReply().Approve().Sign().Deliver();
        Assert.Equal([scenario.Question(2)], Rejections(scenario.Reply));

        scenario.Answer(3).Compose();
        Assert.Empty(Rejections(scenario.Reply));
    }

    [Fact]
    public void A_rejected_question_is_not_missing_from_a_full_reply()
    {
        var scenario = Scenario.Accepted().Reject(2).Answer(1).Compose();

        Assert.Equal(ReplyKind.Full, scenario.Reply.Kind);
        Assert.Equal("Kein Gegenstand der Selbstverwaltung.", scenario.Reply.Items.OfType<RejectedQuestion>().Single().Reason);
    }

    [Fact]
    public void Content_stands_in_reading_order_between_the_remarks()
    {
        var scenario = Scenario.Accepted(4).Reject(2).Join(3, 1).Answer(3).Answer(4).Compose("Vorab.", "Schluss.");

        Assert.Collection(
            scenario.Reply.Items,
            item => Assert.IsType<PreliminaryRemark>(item),
            item => Assert.Equal([scenario.Question(1), scenario.Question(3)], Assert.IsType<AnswerEntry>(item).Questions),
            item => Assert.IsType<RejectedQuestion>(item),
            item => Assert.Equal([scenario.Question(4)], Assert.IsType<AnswerEntry>(item).Questions),
            item => Assert.IsType<ClosingRemark>(item));
        Assert.Equal(ReplyState.Signed, scenario.SubmitReply().Approve().Sign().Reply.State);
    }

    [Fact]
    public void Rejecting_a_further_question_voids_the_approval_until_the_reply_tells_it()
    {
        var scenario = Scenario.Accepted().Answer(1).Compose().SubmitReply().Approve().Reject(2);

        Assert.Equal(ReplyState.Composed, scenario.Reply.State);
        Refusal.By(ReplyRules.TellsWhatWasSettled, () => scenario.SubmitReply());
        scenario.Revise().SubmitReply();
        Assert.Equal(ReplyKind.Full, scenario.Reply.Kind);
        Assert.Equal([scenario.Question(2)], Rejections(scenario.Reply));
    }

    [Fact]
    public void Reinstating_a_question_voids_the_approval_of_a_reply_that_tells_it_rejected()
    {
        var scenario = Scenario.Accepted().Answer(1).Reject(2).Compose().SubmitReply().Approve().Reinstate(2);

        Assert.Equal(ReplyState.Composed, scenario.Reply.State);
        Refusal.By(ReplyRules.TellsWhatWasSettled, () => scenario.SubmitReply());
        scenario.Revise().SubmitReply();
        Assert.Equal(ReplyKind.Partial, scenario.Reply.Kind);
        Assert.Empty(Rejections(scenario.Reply));
    }

    [Fact]
    public void A_question_told_rejected_in_a_signed_reply_is_not_reinstated_before_delivery()
    {
        var scenario = Scenario.Accepted().Answer(1).Reject(2).Compose().SubmitReply().Approve().Sign();

        Refusal.By(InquiryRules.QuestionNotSigned, () => scenario.Reinstate(2));
        scenario.Deliver().Reinstate(2).Route(2).Accept(2).Answer(2).Compose();
        Assert.Equal(ReplyKind.Supplement, scenario.Reply.Kind);
    }

    [Fact]
    public void A_reply_left_without_any_answer_ends()
    {
        var scenario = Scenario.Approved().Withdraw(1, 2);

        Assert.Equal(ReplyState.Discarded, scenario.Reply.State);
    }

    private static IEnumerable<QuestionId> Rejections(Reply reply) =>
        reply.Items.OfType<RejectedQuestion>().Select(item => item.Question);
}
