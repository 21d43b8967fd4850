using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Office;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Office;

public sealed class BulkStepsTests
{
    private static readonly DateOnly Wednesday = new(2025, 10, 1);

    [Theory, Databases]
    public async Task All_are_routed_or_none_and_each_refusal_says_why(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var (open, other, routed) = (await play.Registered("Wie viele?", "Seit wann?"), await play.Registered("Wo?"), await play.Registered("Wer?"));
        await play.RouteAll(routed, CitizensOfficeClerk);
        var unregistered = await play.Submitted("Noch nicht?");
        var command = new RouteInquiries { Inquiries = [open, routed, other, unregistered], Lead = app.City.OrganizationOf(MainOfficeClerk) };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, command));

        Assert.Equal(
            [$"0003/2025: {AssignmentRules.SomethingToRoute.Text}", $"„Radwege in der Neustadt“: {AssignmentRules.InquiryIsRegistered.Text}"],
            refused.Errors.Select(failure => failure.ErrorMessage).Order(StringComparer.Ordinal));
        Assert.Empty(await play.Assignments(open, CouncilClerk, AssignmentState.Offered));
        Assert.Equal(["0001/2025", "0002/2025"], await app.As(CouncilClerk, command with { Inquiries = [other, open, open] }));
        Assert.Equal(2, (await play.Assignments(open, MainOfficeClerk, AssignmentState.Offered)).Count);
        await Assert.ThrowsAsync<Forbidden>(() => app.As(MainOfficeClerk, command));
        await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, command with { Inquiries = [] }));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, command with { Lead = app.City.OrganizationOf(SpdMember), Inquiries = [open] }));
    }

    [Theory, Databases]
    public async Task A_reminder_is_a_mail_and_a_step_once_a_day_and_makes_nothing_younger(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Registered("Wie viele?");
        await play.RouteAll(id, MainOfficeClerk);
        var since = (await app.As(MainOfficeClerk, new Application.Work.ListMyWork())).Items.Single().Since;

        await app.As(CouncilClerk, new RemindDepartments { Inquiries = [id] });

        Assert.Equal(1, await Reminders(app));
        Assert.Equal(since, (await app.As(MainOfficeClerk, new Application.Work.ListMyWork())).Items.Single().Since);
        var again = await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, new RemindDepartments { Inquiries = [id] }));
        Assert.EndsWith(AssignmentRules.RemindedOnceADay.Text, again.Errors.Single().ErrorMessage, StringComparison.Ordinal);
        app.Clock.GoTo(app.Clock.GetUtcNow().AddDays(1));
        await app.As(CouncilClerk, new RemindDepartments { Inquiries = [id] });
        Assert.Equal(2, await Reminders(app));
        Assert.Equal(2, (await play.Details(id)).History.Count(entry => entry.Step == Step.Remind));
        await play.AcceptAll(id, MainOfficeClerk);
        var late = await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, new RemindDepartments { Inquiries = [id] }));
        Assert.EndsWith(AssignmentRules.SomethingToRemindOf.Text, late.Errors.Single().ErrorMessage, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_meeting_has_its_annex_and_its_evidence_and_another_one_takes_its_place(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var (first, second, third) = (await play.Registered("Wie viele?"), await play.Submitted("Seit wann?"), await play.Registered("Wo?"));
        var command = new SetMeeting { Inquiries = [first, second, third], MeetingOn = Wednesday, Committee = "Stadtrat " };

        Assert.Equal(3, (await app.As(CouncilClerk, command)).Count);
        await app.As(CouncilClerk, new SetMeeting { Inquiries = [third], MeetingOn = Wednesday.AddDays(7), Committee = "Stadtrat" });

        var annex = await app.As(CouncilClerk, new GetAgendaAnnex { On = Wednesday, Committee = "Stadtrat" });
        Assert.Equal([(first, "0001/2025", "SPD"), (second, null, "SPD")], annex.Items.Select(item => (item.Id, item.Number, item.Originators)));
        Assert.Equal([(Wednesday.AddDays(7), 1), (Wednesday, 2)], annex.Meetings.Select(meeting => (meeting.On, meeting.Count)));
        Assert.Equal(new Meeting(1, Wednesday, "Stadtrat"), (await app.As(SpdMember, new GetInquiry(first))).Meeting);
        var again = await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, command with { Inquiries = [first] }));
        Assert.EndsWith(InquiryRules.MeetingIsAnother.Text, again.Errors.Single().ErrorMessage, StringComparison.Ordinal);
        var selection = await app.As(CouncilClerk, new GetSelection([first, third]));
        Assert.Equal([("Stadtrat", Wednesday.AddDays(7)), ("Stadtrat", (DateOnly?)Wednesday)], selection.Items.Select(item => (item.Committee, item.MeetingOn)));
        Assert.Equal(["Stadtrat"], selection.Committees);
        Assert.Empty((await app.As(CouncilClerk, new VerifyJournal())).Findings);
    }

    private static Task<long> Reminders(TestApp app) => app.Session().Single<long>(
        "SELECT count(*) FROM outbox WHERE kind = @kind -- reads all: a test counts", new { kind = MessageKind.ReactionReminder }, CancellationToken.None);
}
