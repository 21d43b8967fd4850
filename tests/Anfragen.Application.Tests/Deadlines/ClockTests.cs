using System.Text.Json;
using Anfragen.Application.Deadlines;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Tests.Replies;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Deadlines;

/// <summary>The clock through the use cases. The rules of Mainz are to be confirmed; those of München give six weeks.</summary>
public sealed class ClockTests
{
    private const string Reason = "Mit der Fraktion vereinbart.";

    [Theory, Databases]
    public async Task An_inquiry_under_an_unconfirmed_rule_has_no_due_date_until_the_office_establishes_one(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele Radwege gibt es?");
        var before = await play.Details(id);
        Assert.Equal((DeadlineState.Unconfirmed, null), (before.Deadline!.State, before.Deadline.DueOn));
        Assert.Contains("in angemessener Frist", before.Deadline.Pinned!.Rule.LegalBasis, StringComparison.Ordinal);

        var due = Today(app).AddDays(20);
        await app.As(CouncilClerk, new EstablishDueDate { Id = id, DueOn = due, Reason = Reason });

        var after = await play.Details(id);
        Assert.Equal((due, due, Reason), (after.Deadline!.FirstDueOn, after.Deadline.DueOn, after.Deadline.EstablishedBecause));
        Assert.DoesNotContain(Step.EstablishDueDate, after.Open);
        await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new EstablishDueDate { Id = id, DueOn = due.AddDays(5), Reason = Reason }));
    }

    [Theory, Databases]
    public async Task Registration_pins_the_rule_and_keeps_its_calculation(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);
        var id = await new CasePlayer(app).Registered("Wie viele Radwege gibt es?");

        var clock = (await app.As(SpdMember, new GetInquiry(id))).Deadline!;

        Assert.Equal(DeadlineState.Running, clock.State);
        Assert.Equal("München", clock.Pinned!.City);
        Assert.Contains(clock.Reasons, sentence => sentence.Contains("6 Wochen ab Eingang", StringComparison.Ordinal));
        Assert.Equal(clock.FirstDueOn, clock.DueOn);
        Assert.Empty(clock.Internal);
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task An_extension_and_an_interim_reply_hide_neither_the_first_date_nor_that_it_is_overdue(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele Radwege gibt es?");
        var first = (await play.Details(id)).Deadline!.DueOn!.Value;
        GoTo(app, first.AddDays(3));

        await app.As(CouncilClerk, new ExtendDeadline { Id = id, DueOn = first.AddDays(30), Reason = Reason });
        await app.As(CouncilClerk, new SendInterimReply { Id = id, ExpectedOn = first.AddDays(40), Reason = "Zahlen eines Dritten fehlen." });

        var clock = (await app.As(SpdMember, new GetInquiry(id))).Deadline!;
        Assert.Equal((first, first.AddDays(30), first.AddDays(1)), (clock.FirstDueOn, clock.DueOn, clock.OverdueSince));
        Assert.Equal((first.AddDays(40), "Zahlen eines Dritten fehlen."), (clock.Interims.Single().ExpectedOn, clock.Interims[0].Reason));
        Assert.Equal(id, (await app.As(CouncilClerk, new ListInquiries { Deadline = DeadlineChoice.Overdue })).Items.Single().Id);
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task A_stopped_clock_is_shown_and_moves_the_due_date_when_it_goes_on(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele Radwege gibt es?");
        var first = (await play.Details(id)).Deadline!.DueOn!.Value;

        await app.As(CouncilClerk, new StopClock { Id = id, Reason = "Die Fraktion klärt die Frage." });
        GoTo(app, first.AddDays(100));
        Assert.Empty((await app.As(CouncilClerk, new ListInquiries { Deadline = DeadlineChoice.Overdue })).Items);
        Assert.True((await app.As(CouncilClerk, new ListInquiries())).Items.Single().ClockStopped);
        var due = await app.As(CouncilClerk, new RestartClock { Id = id });

        var clock = (await play.Details(id)).Deadline!;
        Assert.Equal((due, first), (clock.DueOn!.Value, clock.FirstDueOn!.Value));
        Assert.True(clock.StoppedDays > 100);
        Assert.True(due >= first.AddDays(clock.StoppedDays));
        Assert.Null(clock.OverdueSince);
    }

    [Theory, Databases]
    public async Task Delivery_ends_the_clock_and_the_lists_no_longer_call_it_overdue(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele Radwege gibt es?");
        GoTo(app, (await play.Details(id)).Deadline!.DueOn!.Value.AddDays(2));
        Assert.Single((await app.As(CouncilClerk, new ListInquiries { Deadline = DeadlineChoice.Overdue })).Items);
        await play.RouteAll(id, MainOfficeClerk);
        await play.AcceptAll(id, MainOfficeClerk);
        foreach (var question in await play.QuestionIds(id)) await play.CoSign(id, question, "Zwölf.");
        var reply = await app.As(CouncilClerk, new ComposeReply { Id = id });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        await play.ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });

        var clock = (await play.Details(id)).Deadline!;
        Assert.Equal((DeadlineState.Met, Today(app), clock.DueOn!.Value.AddDays(1)), (clock.State, clock.MetOn!.Value, clock.OverdueSince!.Value));
        Assert.Empty((await app.As(CouncilClerk, new ListInquiries { Deadline = DeadlineChoice.Overdue })).Items);
        Assert.Empty((await app.As(CouncilClerk, new ListInquiries { Deadline = DeadlineChoice.Running })).Items);
        await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new SendInterimReply { Id = id, ExpectedOn = Today(app).AddDays(9), Reason = Reason }));
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task Inboxes_show_the_day_counted_back_from_the_due_date(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele Radwege gibt es?");
        var due = (await play.Details(id)).Deadline!.DueOn!.Value;

        var line = Assert.Single((await app.As(MainOfficeClerk, new ListMyWork())).Items);

        Assert.Equal(WorkKind.Draft, line.Kind);
        Assert.Equal(due, line.InquiryDueOn);
        // Four working days before a due date in October lie five or six calendar days before it.
        Assert.InRange(due.DayNumber - line.DueOn!.Value.DayNumber, 4, 8);
        Assert.Equal(line.DueOn, (await app.As(MainOfficeClerk, new GetInquiry(id))).Deadline!.Internal[InternalStage.CoSignature]);
    }

    [Theory, Databases]
    public async Task The_public_sees_the_days_go_on_and_nothing_else_that_was_not_released(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele Radwege gibt es?", "Welche kommen hinzu?");
        await play.RouteAll(id, MainOfficeClerk);
        await play.AcceptAll(id, MainOfficeClerk);
        var questions = await play.QuestionIds(id);
        await play.CoSign(id, questions[0], "Zwölf.");
        var reply = await app.As(CouncilClerk, new ComposeReply { Id = id });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        await play.ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = [questions[0]] });
        var slug = (await play.Details(id)).Slug!;
        var before = (await app.Anonymously(new GetPublishedInquiry(slug))).Inquiry;
        var due = before.Deadline!.DueOn;

        await app.As(CouncilClerk, new ExtendDeadline { Id = id, DueOn = due.AddDays(14), Reason = "Interne Gründe." });
        await app.As(CouncilClerk, new SendInterimReply { Id = id, ExpectedOn = due.AddDays(10), Reason = "Interne Gründe." });

        var after = (await app.Anonymously(new GetPublishedInquiry(slug))).Inquiry;
        Assert.Equal((due, due.AddDays(14), due.AddDays(15)), (after.Deadline!.FirstDueOn, after.Deadline.DueOn, after.Deadline.OverdueSince!.Value));
        Assert.Equal(due.AddDays(10), Assert.Single(after.Deadline.Interims).ExpectedOn);
        var asBefore = after with { Deadline = before.Deadline };
        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(asBefore));
        Assert.DoesNotContain("Interne Gründe", JsonSerializer.Serialize(after), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Only_the_council_office_touches_the_clock(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);
        var id = await new CasePlayer(app).Registered("Wie viele Radwege gibt es?");

        foreach (var account in (Infrastructure.Demo.DemoAccount[])[SpdMember, MainOfficeClerk, MainOfficeHead])
        {
            await Assert.ThrowsAsync<Forbidden>(() => app.As(account, new StopClock { Id = id, Reason = Reason }));
            await Assert.ThrowsAsync<Forbidden>(() => app.As(account, new ExtendDeadline { Id = id, DueOn = Today(app).AddDays(90), Reason = Reason }));
            await Assert.ThrowsAsync<Forbidden>(() => app.As(account, new SendInterimReply { Id = id, ExpectedOn = Today(app).AddDays(90), Reason = Reason }));
        }
    }

    [PdfToolsFact]
    public async Task An_interim_reply_names_the_expected_day_the_reason_and_what_was_open_then()
    {
        await using var app = await OnClock(DatabaseKind.Sqlite);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele Radwege gibt es?", "Was denkt der Bund?");
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new RenderInterimReply(id, null)));
        await app.As(CouncilClerk, new SendInterimReply { Id = id, ExpectedOn = new DateOnly(2025, 12, 1), Reason = "Zahlen eines Dritten fehlen." });
        var first = await app.As(SpdMember, new RenderInterimReply(id, 1));
        await app.As(CouncilClerk, new RejectQuestions { Id = id, Questions = [(await play.QuestionIds(id))[1]], Reason = Reason });
        await app.As(CouncilClerk, new SendInterimReply { Id = id, ExpectedOn = new DateOnly(2025, 12, 8), Reason = "Es fehlt noch etwas." });

        Assert.Equal(first.Sha256, (await app.As(SpdMember, new RenderInterimReply(id, 1))).Sha256);
        var told = await Text(first);
        Assert.Contains("voraussichtlich bis zum 1. Dezember 2025", told, StringComparison.Ordinal);
        Assert.Contains("Zahlen eines Dritten fehlen.", told, StringComparison.Ordinal);
        Assert.Contains("2. Was denkt der Bund?", told, StringComparison.Ordinal);
        var latest = await Text(await app.As(SpdMember, new RenderInterimReply(id, null)));
        Assert.Contains("8. Dezember 2025", latest, StringComparison.Ordinal);
        Assert.DoesNotContain("Was denkt der Bund?", latest, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotFound>(() => app.As(RiverMember, new RenderInterimReply(id, 1)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new RenderInterimReply(id, 3)));
    }

    [Theory, Databases]
    public async Task An_unknown_kind_of_inquiry_is_refused_at_registration(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);
        var id = await new CasePlayer(app).Submitted("Wie viele Radwege gibt es?");

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new RegisterInquiry { Id = id, Kind = "riesig" }));

        Assert.Equal(ClockRules.KindExists, refusal.Rule);
    }

    [Theory, Databases]
    public async Task The_rule_that_was_pinned_is_kept_whole_and_limits_what_the_office_can_do(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, settings: new Dictionary<string, string?> { ["Anfragen:Rules"] = "berlin-bvv" });
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele Radwege gibt es?");

        var details = await play.Details(id);

        Assert.Equal(new ExtensionRule(0, null, null), details.Deadline!.Pinned!.Rule.Extension);
        Assert.DoesNotContain(Step.ExtendDeadline, details.Open);
        var refusal = await Assert.ThrowsAsync<RuleViolation>(
            () => app.As(CouncilClerk, new ExtendDeadline { Id = id, DueOn = details.Deadline.DueOn!.Value.AddDays(7), Reason = Reason }));
        Assert.Equal(ClockRules.ExtensionIsAllowed, refusal.Rule);
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task The_simulator_answers_for_our_own_city_first_and_for_the_others_beside_it(DatabaseKind kind)
    {
        await using var app = await OnClock(kind);

        var simulation = await app.As(SpdMember, new SimulateDueDates { Received = new DateOnly(2025, 9, 5) });

        Assert.Equal(("München", new DateOnly(2025, 10, 17)), (simulation.Results[0].City, simulation.Results[0].Due!.Day));
        Assert.True(simulation.Results[0].IsOwn);
        Assert.Contains(simulation.Results, result => result is { City: "Mainz", IsOwn: false, Due: null });
        Assert.Single(simulation.Results, result => result.City == "München");
        await Assert.ThrowsAsync<Forbidden>(() => app.Anonymously(new SimulateDueDates()));
    }

    private static Task<TestApp> OnClock(DatabaseKind kind) =>
        TestApp.On(kind, settings: new Dictionary<string, string?> { ["Anfragen:Rules"] = "muenchen" });

    private static DateOnly Today(TestApp app) => Berlin.Day(app.Clock.GetUtcNow());

    private static void GoTo(TestApp app, DateOnly day) =>
        app.Clock.GoTo(new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));

    private static async Task<string> Text(ReplyFile file) =>
        string.Join(' ', (await PdfTools.Text(file.Bytes, 1, 0, 842)).Replace("\u00AD\n", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<JournalVerdict> Verify(TestApp app) => app.As(CouncilClerk, new VerifyJournal());
}
