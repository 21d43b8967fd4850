using Anfragen.Application.Assignments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Tests.Mail;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Assignments;
using Microsoft.Extensions.DependencyInjection;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Assignments;

public sealed class DutyToReactTests
{
    // Assigned on Friday, 5 September 2025: three working days end with Wednesday.
    private static readonly DateOnly Wednesday = new(2025, 9, 10);

    [Theory, Databases]
    public async Task Nobody_reacts_in_time_so_the_office_gets_a_task_and_both_get_a_mail_once(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Erste?", "Zweite?");
        await run.Play.RouteAll(id, MainOfficeClerk);
        var since = (await run.App.As(MainOfficeClerk, new ListMyWork())).Items[0].Since;
        await run.Forget();

        Assert.Equal(0, await Escalate(run, Wednesday, 23));
        Assert.Equal(1, await Escalate(run, Wednesday.AddDays(1), 0));
        Assert.Equal(0, await Escalate(run, Wednesday.AddDays(9), 12));

        Assert.Equal(["NobodyReacted ratsbuero", "ReactionReminder hauptamt"], await run.Told());
        var tasks = (await run.App.As(CouncilClerk, new ListMyWork { Kind = WorkKind.ChaseReaction })).Items;
        Assert.Equal(["1", "2"], tasks.Select(task => task.Questions).Order());
        // The reminder does not make the department's task any younger.
        Assert.All((await run.App.As(MainOfficeClerk, new ListMyWork())).Items, task => Assert.Equal((WorkKind.React, since), (task.Kind, task.Since)));
        var history = (await run.App.As(CouncilClerk, new GetInquiry(id))).History.Where(entry => entry.Step == Step.Escalate).ToList();
        Assert.Equal(["System", "System"], history.Select(entry => entry.By));
        Assert.Empty((await run.App.As(Administrator, new VerifyJournal())).Findings);
    }

    [Theory, Databases]
    public async Task A_department_that_reacts_late_ends_the_offices_task(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Frage?");
        await run.Play.RouteAll(id, MainOfficeClerk);
        await Escalate(run, Wednesday.AddDays(1), 8);

        await run.Play.AcceptAll(id, MainOfficeClerk);

        Assert.Empty((await run.App.As(CouncilClerk, new ListMyWork { Kind = WorkKind.ChaseReaction })).Items);
        Assert.Equal(0, await Escalate(run, Wednesday.AddDays(9), 8));
    }

    [Theory, Databases]
    public async Task The_city_says_how_long_a_department_may_take(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind, more: (RoutingSettings.ReactionDaysSetting, "1"));
        var id = await run.Play.Registered("Frage?");
        await run.Play.RouteAll(id, MainOfficeClerk);

        Assert.Equal(0, await Escalate(run, new DateOnly(2025, 9, 8), 12));
        Assert.Equal(1, await Escalate(run, new DateOnly(2025, 9, 9), 0));
    }

    [Theory, Databases]
    public async Task Two_processes_escalate_once(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Frage?");
        await run.Play.RouteAll(id, MainOfficeClerk);
        run.App.Clock.GoTo(Berlin.Instant(Wednesday.AddDays(1), new TimeOnly(8, 0)));

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => run.App.Services.GetRequiredService<OverdueReactions>().EscalateDue(CancellationToken.None))));

        Assert.Equal(1, done.Sum());
    }

    [Theory, Databases]
    public async Task The_department_that_declines_can_name_the_right_one_and_the_office_is_offered_it_with_the_reason(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Frage?");
        await run.Play.RouteAll(id, MainOfficeClerk);
        var assignment = (await run.Play.Assignments(id, MainOfficeClerk, AssignmentState.Offered)).Single().Id;
        var citizens = run.App.City.OrganizationOf(CitizensOfficeClerk);

        await Assert.ThrowsAsync<FluentValidation.ValidationException>(() => run.App.As(MainOfficeClerk, new DeclineAssignment { Id = assignment }));
        await Assert.ThrowsAsync<FluentValidation.ValidationException>(
            () => run.App.As(MainOfficeClerk, new DeclineAssignment { Id = assignment, Cause = DeclineCause.OtherDepartment }));
        await Assert.ThrowsAsync<RuleViolation>(() => run.App.As(
            MainOfficeClerk, new DeclineAssignment { Id = assignment, Cause = DeclineCause.OtherDepartment, Competent = run.App.City.OrganizationOf(MainOfficeClerk) }));
        await run.App.As(MainOfficeClerk, new DeclineAssignment { Id = assignment, Cause = DeclineCause.OtherDepartment, Competent = citizens });

        var routing = await run.App.As(CouncilClerk, new GetRouting(id));
        var suggestion = Assert.Single(routing.Suggestions).Value;
        Assert.Equal((citizens, "weil das ablehnende Amt es nennt"), (suggestion.Department, suggestion.Reason));
        Assert.Equal(citizens, routing.Unrouted.Routes.Single().Lead);
        Assert.Empty((await run.App.As(Administrator, new VerifyJournal())).Findings);
    }

    [Theory, Databases]
    public async Task A_question_is_offered_to_the_department_that_had_similar_ones(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        foreach (var question in (string[])["Wie viele Förderanträge für Glasfaser hat die Stadt gestellt?", "Welche Förderanträge für Glasfaser wurden bewilligt?"])
        {
            await run.Play.RouteAll(await run.Play.Registered(question), FundingClerk);
        }

        await run.Play.RouteAll(await run.Play.Registered("Wann wird der Personalausweis digital?"), CitizensOfficeClerk);
        var id = await run.Play.Registered("Wie viele Förderanträge für Glasfaser sind offen?", "Ist der Brunnen trocken?");

        var suggestion = Assert.Single((await run.App.As(CouncilClerk, new GetRouting(id))).Suggestions);

        Assert.Equal(run.App.City.OrganizationOf(FundingClerk), suggestion.Value.Department);
        Assert.Equal("weil 2 ähnliche Fragen dort lagen, zuletzt Nr. 0002/2025", suggestion.Value.Reason);
    }

    private static Task<int> Escalate(MailRun run, DateOnly day, int hour)
    {
        run.App.Clock.GoTo(Berlin.Instant(day, new TimeOnly(hour, 0)));
        return run.App.Services.GetRequiredService<OverdueReactions>().EscalateDue(CancellationToken.None);
    }
}
