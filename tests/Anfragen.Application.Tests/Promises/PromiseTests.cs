using Anfragen.Application.Answers;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Promises;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Promises;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Promises;

public sealed class PromiseTests
{
    private const string Passage = "Ein Überweg wird bis Ende 2026 geprüft.";

    private static readonly DateOnly Due = new(2026, 12, 31);

    [Theory, Databases]
    public async Task A_promise_is_proposed_marked_delivered_and_returns_to_its_department_on_its_day(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var (answer, reply) = await UnderReview(app);
        var page = await app.As(MainOfficeClerk, new GetAnswerPromises(answer));
        Assert.Equal([new PromisePassage(Passage, Due)], page.Proposals);
        var id = await app.As(MainOfficeClerk, new MarkPromise { Answer = answer, Text = Passage, DueOn = Due, Owner = app.City.OrganizationOf(FundingClerk) });
        Assert.Empty((await app.As(MainOfficeClerk, new GetAnswerPromises(answer))).Proposals);
        Assert.Empty((await app.As(CouncilClerk, new ListPromises())).Items);

        await Deliver(app, reply);

        var line = Assert.Single((await app.As(FundingClerk, new ListPromises())).Items);
        Assert.Equal((id, Passage, Due, PromiseState.Open), (line.Id, line.Text, line.DueOn, line.State));
        Assert.Empty((await app.As(CouncilClerk, new ListPromises { Choice = PromiseChoice.Due })).Items);
        Assert.DoesNotContain((await app.As(FundingClerk, new ListMyWork())).Items, item => item.Kind == WorkKind.KeepPromise);

        app.Clock.GoTo(Berlin.Instant(Due, new TimeOnly(0, 0)));
        var item = Assert.Single((await app.As(FundingClerk, new ListMyWork())).Items);
        Assert.Equal((WorkKind.KeepPromise, id.Value, Due, "1"), (item.Kind, item.Subject, item.DueOn!.Value, item.Questions));
        Assert.Single((await app.As(CouncilClerk, new ListPromises { Choice = PromiseChoice.Due, Owner = app.City.OrganizationOf(FundingClerk) })).Items);

        var later = new DateOnly(2027, 6, 30);
        await app.As(FundingClerk, new SettlePromise { Id = id, BasedOn = 1, Outcome = PromiseOutcome.Moved, DueOn = later, Note = "Das Gutachten fehlt." });
        Assert.Empty((await app.As(FundingClerk, new ListMyWork())).Items);
        Assert.Equal(
            CommonRules.NotChangedMeanwhile,
            (await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new SettlePromise { Id = id, BasedOn = 1, Outcome = PromiseOutcome.Kept, Note = "Ja." }))).Rule);
        await app.As(CouncilClerk, new SettlePromise { Id = id, BasedOn = 2, Outcome = PromiseOutcome.Kept, Note = "Der Überweg ist geprüft." });

        var details = await app.As(FundingClerk, new GetPromise(id));
        Assert.Equal((PromiseState.Kept, Due, later, false), (details.State, details.FirstDueOn, details.DueOn, details.CanSettle));
        Assert.Equal(["Das Gutachten fehlt.", "Der Überweg ist geprüft."], details.History.Select(entry => entry.Reason).OfType<string>());
        Assert.Single((await app.As(CouncilClerk, new ListPromises { Choice = PromiseChoice.Kept })).Items);
        Assert.Empty((await app.Anonymously(new Application.Portal.ListPublishedInquiries())).Items);
        Assert.Empty((await app.As(Administrator, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task What_was_promised_cannot_be_rewritten_unnoticed(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var (answer, _) = await UnderReview(app);
        await app.As(MainOfficeClerk, new MarkPromise { Answer = answer, Text = Passage, DueOn = Due });
        await app.Session().Execute("UPDATE promises SET text = 'Nichts.', due_on = @day -- reads all: a forger", new { day = Due.AddYears(1) }, CancellationToken.None);

        var findings = (await app.As(Administrator, new VerifyJournal(null))).Findings;

        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.StartsWith("Zusage", finding, StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task Only_the_house_sees_promises_and_only_those_of_its_inquiries(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var (answer, reply) = await UnderReview(app);
        var id = await app.As(CouncilClerk, new MarkPromise { Answer = answer, Text = Passage, DueOn = Due });
        await Deliver(app, reply);

        Assert.Equal(app.City.OrganizationOf(MainOfficeClerk), (await app.As(MainOfficeHead, new GetPromise(id))).Owner);
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeClerk, new GetPromise(id)));
        Assert.Empty((await app.As(CitizensOfficeClerk, new ListPromises())).Items);
        await Assert.ThrowsAsync<Forbidden>(() => app.As(SpdMember, new GetPromise(id)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeClerk, new SettlePromise { Id = id, BasedOn = 1, Outcome = PromiseOutcome.Kept, Note = "Ja." }));
        Assert.False((await app.As(MayorsOfficeClerk, new GetPromise(id))).CanSettle);
        var inquiry = (await app.As(CouncilClerk, new GetPromise(id))).Inquiry.Id;
        Assert.DoesNotContain((await app.As(SpdMember, new GetInquiry(inquiry))).History, entry => entry.Step == Step.MarkPromise);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        var (answer, reply) = await UnderReview(app);
        var invalid = await Assert.ThrowsAsync<ValidationException>(() => app.As(MainOfficeClerk, new MarkPromise { Answer = answer }));
        Assert.Equal([nameof(MarkPromise.Text), nameof(MarkPromise.DueOn)], invalid.Errors.Select(error => error.PropertyName));
        var id = await app.As(MainOfficeClerk, new MarkPromise { Answer = answer, Text = Passage, DueOn = Due });
        await app.As(MainOfficeClerk, new UnmarkPromise { Id = id });
        Assert.Empty((await app.As(MainOfficeClerk, new GetAnswerPromises(answer))).Promises);
        id = await app.As(MainOfficeClerk, new MarkPromise { Answer = answer, Text = Passage, DueOn = Due });
        await Deliver(app, reply);

        invalid = await Assert.ThrowsAsync<ValidationException>(() => app.As(MainOfficeClerk, new SettlePromise { Id = id, Outcome = PromiseOutcome.Moved }));
        Assert.Equal([nameof(SettlePromise.DueOn), nameof(SettlePromise.Note)], invalid.Errors.Select(error => error.PropertyName));
    }

    private static async Task<(AnswerId Answer, ReplyId Reply)> UnderReview(TestApp app)
    {
        var play = new CasePlayer(app);
        var id = await play.Accepted("Kommt ein Überweg?");
        var question = (await play.QuestionIds(id)).Single();
        var answer = await play.AnswerOf(id, question);
        await play.CoSign(id, question, $"Das ist offen. {Passage}");
        return (answer, await app.As(CouncilClerk, new ComposeReply { Id = id }));
    }

    private static async Task Deliver(TestApp app, ReplyId reply)
    {
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        await new CasePlayer(app).ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });
    }
}
