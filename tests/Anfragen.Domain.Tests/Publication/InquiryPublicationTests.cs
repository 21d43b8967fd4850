using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Tests.Support;

namespace Anfragen.Domain.Tests.Publication;

public sealed class InquiryPublicationTests
{
    [Fact]
    public void Nothing_is_public_before_somebody_publishes_it() => Assert.Empty(Scenario.Delivered().Case.Publication.Targets);

    [Fact]
    public void Nothing_is_published_before_delivery() =>
        Refusal.By(PublicationRules.ReplyIsDelivered, () => Scenario.Signed().Publish(true, 1, 2));

    [Fact]
    public void Something_is_chosen() => Refusal.By(PublicationRules.PublishesSomething, () => Scenario.Delivered().Publish(true));

    [Fact]
    public void Whoever_signed_does_not_publish()
    {
        Refusal.By(PublicationRules.PublisherIsNotSigner, () => Scenario.Delivered().PublishBy(City.Mayor, true, 1, 2));
        Refusal.By(PublicationRules.PublisherIsNotSigner, () => Scenario.Delivered().PublishBy(City.Mayor.Deputy(), true, 1, 2));
    }

    [Fact]
    public void The_principal_does_not_publish_what_a_deputy_signed() => Refusal.By(
        PublicationRules.PublisherIsNotSigner,
        () => Scenario.Approved().Sign(City.Mayor.Deputy()).Deliver().PublishBy(City.Mayor, true, 1, 2));

    [Fact]
    public void All_questions_with_the_file_are_public()
    {
        var scenario = Scenario.Delivered().Publish(true, 1, 2);

        Assert.Equal(
            [PublishedKind.Inquiry, PublishedKind.Question, PublishedKind.Question, PublishedKind.Reply, PublishedKind.File],
            scenario.Case.Publication.Targets.Select(target => target.Kind));
        Assert.Equal(scenario.Reply.Signature?.PdfSha256, scenario.Case.Publication.Targets[^1].FileSha256);
        Assert.Equal(InquiryStatus.Published, scenario.Case.Status());
    }

    [Fact]
    public void The_file_is_not_public_while_one_of_its_questions_is_not()
    {
        Refusal.By(PublicationRules.FileNeedsAllItsQuestions, () => Scenario.Delivered().Publish(true, 1));

        var scenario = Scenario.Delivered().Publish(false, 1);
        Assert.DoesNotContain(scenario.Case.Publication.Targets, target => target.Kind == PublishedKind.File);
        Assert.Equal(InquiryStatus.Delivered, scenario.Case.Status());
    }

    [Fact]
    public void A_rejected_question_told_in_the_file_counts_as_one_of_its_questions()
    {
        var scenario = Scenario.Accepted().Reject(2).Answer(1).Compose().SubmitReply().Approve().Sign().Deliver();

        Refusal.By(PublicationRules.FileNeedsAllItsQuestions, () => scenario.Publish(true, 1));
        scenario.Publish(true, 1, 2);
        Assert.Equal(QuestionStatus.Rejected, scenario.Case.QuestionStatuses()[scenario.Question(2)]);
    }

    [Fact]
    public void A_question_that_no_delivered_reply_holds_is_not_published()
    {
        var scenario = Scenario.Accepted().Answer(1).Compose().SubmitReply().Approve().Sign().Deliver();

        Refusal.By(PublicationRules.ReplyIsDelivered, () => scenario.Publish(false, 1, 2));
    }

    [Fact]
    public void The_file_of_one_reply_does_not_wait_for_the_questions_of_another()
    {
        var scenario = Scenario.Accepted().Answer(1).Compose().SubmitReply().Approve().Sign().Deliver();
        var first = scenario.Reply;
        scenario.Answer(2).Compose().SubmitReply().Approve().Sign().Deliver().Publish(true, 1);

        Assert.Equal(
            [first.Id.Value],
            scenario.Case.Publication.Targets.Where(target => target.Kind is PublishedKind.File).Select(target => target.Id));
    }

    [Fact]
    public void Joint_answers_are_published_together()
    {
        var scenario = Scenario.Accepted(3).Join(1, 2).Answer(1).Answer(3).Compose().SubmitReply().Approve().Sign().Deliver();

        Refusal.By(PublicationRules.JointAnswerNeedsAllItsQuestions, () => scenario.Publish(false, 1, 3));
        scenario.Publish(false, 1, 2);
        Assert.Equal(2, scenario.Case.Publication.Targets.Count(target => target.Kind == PublishedKind.Question));
    }

    [Fact]
    public void Depublishing_takes_everything_back_with_a_reason_and_can_be_undone()
    {
        var scenario = Scenario.Delivered().Publish(true, 1, 2);

        Refusal.By(CommonRules.ReasonIsGiven, () => scenario.Do((@case, occasion) => @case.Publication.Depublish("", occasion), City.Office));
        scenario.Depublish();
        Assert.Empty(scenario.Case.Publication.Targets);
        Assert.Equal(InquiryStatus.Depublished, scenario.Case.Status());
        Assert.Equal(InquiryStatus.Published, scenario.Publish(true, 1, 2).Case.Status());
    }

    [Fact]
    public void Depublishing_a_partial_answer_says_nothing_about_the_questions_still_open()
    {
        var scenario = Scenario.Accepted().Answer(1).Compose().SubmitReply().Approve().Sign().Deliver().Publish(false, 1).Depublish();

        Assert.Equal(QuestionStatus.Depublished, scenario.Case.QuestionStatuses()[scenario.Question(1)]);
        Assert.Equal(QuestionStatus.InProgress, scenario.Case.QuestionStatuses()[scenario.Question(2)]);
        Assert.Equal(InquiryStatus.InProgress, scenario.Case.Status());
    }

    [Fact]
    public void A_rejected_question_reinstated_after_publication_is_open_again()
    {
        var scenario = Scenario.Accepted().Reject(2).Answer(1).Compose().SubmitReply().Approve().Sign().Deliver().Publish(true, 1, 2).Reinstate(2);

        Assert.Equal(QuestionStatus.Unrouted, scenario.Case.QuestionStatuses()[scenario.Question(2)]);
    }
}
