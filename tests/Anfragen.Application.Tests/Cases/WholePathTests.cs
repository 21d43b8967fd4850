using Anfragen.Application.Answers;
using Anfragen.Application.Assignments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Demo;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Cases;

public sealed class WholePathTests
{
    [Theory, Databases]
    public async Task The_demo_city_plays_the_real_reply_from_the_form_to_the_portal(DatabaseKind database)
    {
        await using var app = await TestApp.On(database, founded: false);
        Assert.True(await DemoCity.Load(app.Configuration, null, CancellationToken.None));

        var page = await app.Anonymously(new GetPublishedInquiry("1435-2025"));

        Assert.Equal(DemoReply.Instance.Subject, page.Inquiry.Subject);
        Assert.Equal(DemoReply.Instance.Questions.Select(question => question.Text), page.Inquiry.Parts.Select(part => part.Questions.Single().Text));
        Assert.Equal("Nino Haase", page.Inquiry.Signature!.Name);
        var file = await app.Anonymously(new GetPublishedFile("1435-2025"));
        Assert.Equal(page.Inquiry.PdfSha256, Digest.OfBytes(file.Bytes));
        Assert.False(await DemoCity.Load(app.Configuration, null, CancellationToken.None));
    }

    [Theory, Databases]
    public async Task The_asker_sees_the_live_status_of_each_question(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Submitted("Wie viele?", "Seit wann?");
        Assert.Equal([QuestionStatus.Submitted, QuestionStatus.Submitted], await StatusesSeenByAsker());

        await app.As(CouncilClerk, new RegisterInquiry { Id = id });
        Assert.Equal([QuestionStatus.Unrouted, QuestionStatus.Unrouted], await StatusesSeenByAsker());

        await play.RouteAll(id, MainOfficeClerk);
        var offered = await play.Assignments(id, MainOfficeClerk, Domain.Assignments.AssignmentState.Offered);
        await app.As(MainOfficeClerk, new AcceptAssignment { Id = offered[0].Id });
        Assert.Equal([QuestionStatus.InProgress, QuestionStatus.Offered], await StatusesSeenByAsker());

        await app.As(MainOfficeClerk, new AcceptAssignment { Id = offered[1].Id });
        await play.CoSign(id, (await play.QuestionIds(id))[0], "Zwölf.");
        Assert.Equal([QuestionStatus.CoSigned, QuestionStatus.InProgress], await StatusesSeenByAsker());

        async Task<IEnumerable<QuestionStatus?>> StatusesSeenByAsker() =>
            (await app.As(SpdMember, new GetInquiry(id))).Questions.Select(question => question.Status);
    }

    [Theory, Databases]
    public async Task An_answer_returned_in_review_comes_back_redrafted_and_the_reply_is_approved_then(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var (id, reply) = await play.InReview("Wie viele?", "Seit wann?");
        var second = (await play.QuestionIds(id))[1];
        var answer = await play.AnswerOf(id, second);

        await app.As(MayorsOfficeClerk, new ReturnAnswerInReview { Id = reply, Answer = answer, Reason = "Bitte das Jahr nennen." });
        Assert.Equal(ReplyState.Composed, (await app.As(CouncilClerk, new GetReply(reply))).State);
        Assert.Equal("Bitte das Jahr nennen.", (await app.As(MainOfficeClerk, new GetAnswer(answer))).ReturnReason);

        await play.CoSign(id, second, "Seit 2019.");
        var outdated = await app.As(CouncilClerk, new GetReply(reply));
        Assert.True(outdated.IsOutdated);
        await app.As(CouncilClerk, new ReviseReply { Id = reply, BasedOn = outdated.Revision });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        await play.ApproveAndSign(reply);

        Assert.Equal(InquiryStatus.Signed, (await play.Details(id)).Status);
    }

    [Theory, Databases]
    public async Task A_signer_does_not_publish(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var (id, _) = await play.Delivered("Wie viele?");
        var publish = new PublishInquiry { Id = id, Questions = [.. await play.QuestionIds(id)] };

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(MayorsOfficeClerk, publish));

        Assert.Equal(Domain.Publication.PublicationRules.PublisherIsNotSigner, refused.Rule);
        await Assert.ThrowsAsync<NotFound>(() => app.Anonymously(new GetPublishedInquiry("0001-2025")));
        await app.As(CouncilClerk, publish);
        Assert.Equal("0001/2025", (await app.Anonymously(new GetPublishedInquiry("0001-2025"))).Inquiry.Number);
    }

    [Theory, Databases]
    public async Task Depublishing_takes_everything_back_at_once(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await new CasePlayer(app).Published("Wie viele?");

        await app.As(MayorsOfficeClerk, new DepublishInquiry { Id = id, Reason = "Enthielt einen Namen." });

        await Assert.ThrowsAsync<NotFound>(() => app.Anonymously(new GetPublishedInquiry("0001-2025")));
        await Assert.ThrowsAsync<NotFound>(() => app.Anonymously(new GetPublishedFile("0001-2025")));
        Assert.Empty((await app.Anonymously(new ListPublishedInquiries())).Items);
        Assert.Equal(InquiryStatus.Depublished, (await app.As(SpdMember, new GetInquiry(id))).Status);
    }

    [Theory, Databases]
    public async Task A_question_left_out_of_publication_stays_out_with_its_answer_and_the_file(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var (id, _) = await play.Delivered("Wie viele?", "Wer genau?");
        var questions = await play.QuestionIds(id);

        await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = [questions[0]], WithFile = true }));
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = [questions[0]], WithFile = false });

        var page = (await app.Anonymously(new GetPublishedInquiry("0001-2025"))).Inquiry;
        Assert.Equal("Wie viele?", Assert.Single(page.Parts).Questions.Single().Text);
        Assert.Null(page.PdfSha256);
        await Assert.ThrowsAsync<NotFound>(() => app.Anonymously(new GetPublishedFile("0001-2025")));
    }

    [Theory, Databases]
    public async Task Withdrawing_ends_what_was_begun_and_keeps_the_number(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?");

        await app.As(SpdMember, new WithdrawQuestions { Id = id, Questions = [.. await play.QuestionIds(id)] });

        Assert.Equal(InquiryStatus.Withdrawn, (await play.Details(id)).Status);
        Assert.Equal("0001/2025", (await play.Details(id)).Number);
        var next = await play.Registered("Und jetzt?");
        Assert.Equal("0002/2025", (await play.Details(next)).Number);
    }

    [Theory, Databases]
    public async Task A_declined_question_returns_to_the_council_office_with_the_reason(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele?");
        await play.RouteAll(id, CitizensOfficeClerk);
        var offered = Assert.Single(await play.Assignments(id, CitizensOfficeClerk, Domain.Assignments.AssignmentState.Offered));

        await app.As(CitizensOfficeClerk, new DeclineAssignment { Id = offered.Id, Reason = "Zuständig ist das Bauamt." });

        var question = Assert.Single((await play.Details(id)).Questions);
        Assert.Equal(QuestionStatus.Unrouted, question.Status);
        Assert.Equal("Zuständig ist das Bauamt.", Assert.Single(question.Assignments).Reason);
        Assert.Contains(
            (await app.As(CouncilClerk, new Work.ListMyWork())).Items, line => line.Kind == Domain.Cases.WorkKind.Route && line.InquiryId == id);
    }

    [Theory, Databases]
    public async Task A_stale_version_is_refused_and_nothing_is_overwritten(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?");
        var answer = await play.AnswerOf(id, (await play.QuestionIds(id))[0]);
        await app.As(MainOfficeClerk, new SaveAnswerVersion { Id = answer, BasedOn = 0, Markdown = "Elf." });

        var refused = await Assert.ThrowsAsync<RuleViolation>(
            () => app.As(MainOfficeHead, new SaveAnswerVersion { Id = answer, BasedOn = 0, Markdown = "Zwölf." }));

        Assert.Equal(Domain.Answers.AnswerRules.BasedOnLatestVersion, refused.Rule);
        Assert.Equal("Elf.", Assert.Single((await app.As(MainOfficeClerk, new GetAnswer(answer))).Versions).Markdown);
    }

    [Theory, Databases]
    public async Task What_one_may_not_see_is_not_there(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var draft = await app.As(SpdMember, new SaveInquiryDraft { Subject = "Noch geheim", Group = app.City.OrganizationOf(SpdMember) });
        var id = await play.Accepted("Wie viele?");
        var answer = await play.AnswerOf(id, (await play.QuestionIds(id))[0]);

        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, new GetInquiry(draft)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(ListMember, new GetInquiry(id)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeClerk, new GetInquiry(id)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new GetAnswer(answer)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeClerk, new SaveAnswerVersion { Id = answer, Markdown = "Fremd." }));
        await Assert.ThrowsAsync<Forbidden>(() => app.Anonymously(new GetInquiry(id)));
        Assert.DoesNotContain((await app.As(CouncilClerk, new ListInquiries())).Items, item => item.Id == draft);
        Assert.Empty((await app.As(ListMember, new ListInquiries())).Items);
    }
}
