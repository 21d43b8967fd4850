using Anfragen.Application.Answers;
using Anfragen.Application.Assignments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Inquiries;

public sealed class SupplementaryQuestionTests
{
    [Theory, Databases]
    public async Task A_supplementary_question_is_admitted_answered_delivered_in_a_supplement_and_published(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var id = await play.Published("Wie viele Bäume?", "Wer bezahlt sie?");
        var before = await app.As(CouncilClerk, new RenderAcknowledgement(id));
        var first = (await play.QuestionIds(id))[0];

        var asked = await app.As(SpdMember, new AskSupplementaryQuestion { Id = id, About = first, Text = "Und wie viele 2026?" });

        Assert.Equal(
            ["1.", "Nachfrage 1", "2."], (await app.As(SpdMember, new GetInquiry(id))).Questions.Select(question => question.Question.Label));
        Assert.Equal(QuestionStatus.Submitted, (await Of(play, id, asked)).Status);
        Assert.Equal(InquiryStatus.Published, (await play.Details(id)).Status);
        var task = Assert.Single((await app.As(CouncilClerk, new ListMyWork())).Items);
        Assert.Equal((WorkKind.AdmitSupplementary, id), (task.Kind, task.InquiryId));
        Assert.Equal(CommonRules.NotChangedMeanwhile, await Refusal(() => app.As(CouncilClerk, new AdmitSupplementaryQuestions { Id = id, Count = 2 })));
        await app.As(CouncilClerk, new AdmitSupplementaryQuestions { Id = id, Count = 1 });

        var routing = await app.As(CouncilClerk, new GetRouting(id));
        Assert.Equal(app.City.OrganizationOf(MainOfficeClerk), routing.Suggestions[asked].Department);
        await app.As(CouncilClerk, new RouteQuestions { Id = id, Routes = [new RouteQuestions.Route { Question = asked, Lead = app.City.OrganizationOf(MainOfficeClerk) }] });
        await play.AcceptAll(id, MainOfficeClerk);
        await play.CoSign(id, asked, "Im Jahr 2026 folgen vierzig.");
        var reply = await app.As(CouncilClerk, new ComposeReply { Id = id });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        await play.ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });

        Assert.Equal(ReplyKind.Supplement, (await play.Details(id)).Replies[^1].Kind);
        Assert.NotNull((await app.As(SpdMember, new GetInquiry(id))).Questions.Single(question => question.Question.Id == asked).Delivered);
        var slug = (await play.Details(id)).Slug!;
        Assert.DoesNotContain(await PublicQuestions(app, slug), text => text.Contains("2026", StringComparison.Ordinal));
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = [.. await play.QuestionIds(id)] });
        Assert.Contains("Und wie viele 2026?", await PublicQuestions(app, slug));
        Assert.Equal(before.Sha256, (await app.As(CouncilClerk, new RenderAcknowledgement(id))).Sha256);
        Assert.Empty((await app.As(Administrator, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task A_rewritten_or_smuggled_in_supplementary_question_is_found(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var (id, _) = await play.Delivered("Wie viele Bäume?");
        await app.As(SpdMember, new AskSupplementaryQuestion { Id = id, Text = "Und wie viele 2026?" });
        await app.Session().Execute(
            """
            INSERT INTO questions (id, inquiry_id, text_version, parent_id, position, ordinal, label, text, is_asked, round)
            VALUES (@forged, @id, 1, NULL, 99, 'N9', 'Nachfrage 9', 'Gefälscht?', TRUE, 2)
            """,
            new { forged = Guid.CreateVersion7(), id }, CancellationToken.None);

        var finding = Assert.Single((await app.As(Administrator, new VerifyJournal(null))).Findings);

        Assert.Contains("Nachfrage 9", finding, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task The_office_rejects_one_with_a_reason_and_the_askers_withdraw_another(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var (id, _) = await play.Delivered("Wie viele Bäume?");
        var first = await app.As(SpdMember, new AskSupplementaryQuestion { Id = id, Text = "Und der Bund?" });
        var second = await app.As(SpdMember, new AskSupplementaryQuestion { Id = id, Text = "Und das Land?" });

        await app.As(CouncilClerk, new RejectQuestions { Id = id, Questions = [first], Reason = "Das ist keine Angelegenheit der Stadt." });
        await app.As(SpdMember, new WithdrawQuestions { Id = id, Questions = [second] });

        Assert.Equal("Das ist keine Angelegenheit der Stadt.", (await Of(play, id, first)).Reason);
        Assert.Equal(QuestionStatus.Withdrawn, (await Of(play, id, second)).Status);
        Assert.Equal(InquiryStatus.Delivered, (await play.Details(id)).Status);
        Assert.DoesNotContain(Step.AdmitSupplementary, (await play.Details(id)).Open);
    }

    [Fact]
    public async Task Nobody_else_asks_and_nothing_is_asked_before_the_answer()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele Bäume?");
        Assert.DoesNotContain(Step.AskSupplementary, (await app.As(SpdMember, new GetInquiry(id))).Open);
        Assert.Equal(InquiryRules.SupplementaryAfterDelivery, await Refusal(() => app.As(SpdMember, new AskSupplementaryQuestion { Id = id, Text = "Und?" })));
        await Assert.ThrowsAsync<NotFound>(() => app.As(RiverMember, new AskSupplementaryQuestion { Id = id, Text = "Und?" }));
        await Assert.ThrowsAsync<Forbidden>(() => app.As(CouncilClerk, new AskSupplementaryQuestion { Id = id, Text = "Und?" }));
        await Assert.ThrowsAsync<ValidationException>(() => app.As(SpdMember, new AskSupplementaryQuestion { Id = id }));
    }

    private static async Task<QuestionDetails> Of(CasePlayer play, InquiryId id, QuestionId question) =>
        (await play.Details(id)).Questions.Single(details => details.Question.Id == question);

    private static async Task<IReadOnlyList<string>> PublicQuestions(TestApp app, string slug) =>
        [.. (await app.Anonymously(new GetPublishedInquiry(slug))).Inquiry.Parts.SelectMany(part => part.Questions).Select(question => question.Text)];

    private static async Task<Rule> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RuleViolation>(act)).Rule;
}
