using Anfragen.Application.Deadlines;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Deadlines;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Deadlines;

/// <summary>Rules as dated data: a new set holds from its day on and leaves running deadlines alone.</summary>
public sealed class RuleSetTests
{
    private static readonly RuleForm ThreeWeeks = new()
    {
        Kind = "stadtrat",
        Title = "Anfrage im Stadtrat",
        LegalBasis = "§ 10 der Geschäftsordnung",
        Length = 3,
        ExtensionTimes = 1,
        MayStop = false,
        Contribution = 6,
    };

    [Theory, Databases]
    public async Task A_new_set_holds_from_its_day_on_and_changes_no_running_deadline(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var today = Berlin.Day(app.Clock.GetUtcNow());
        var before = await play.Registered("Wie viele Radwege gibt es?");
        await app.As(Administrator, new IntroduceRules { ValidFrom = today.AddDays(1), Kinds = [ThreeWeeks, new RuleForm()] });
        var sameDay = await play.Registered("Wie viele Brücken gibt es?");
        app.Clock.GoTo(app.Clock.GetUtcNow().AddDays(1));
        var after = await play.Registered("Wie viele Bäume gibt es?");

        foreach (var id in (InquiryId[])[before, sameDay]) Assert.Equal(DeadlineState.Unconfirmed, (await play.Details(id)).Deadline!.State);
        var details = await play.Details(after);
        Assert.Equal((DeadlineState.Running, "§ 10 der Geschäftsordnung"), (details.Deadline!.State, details.Deadline.Pinned!.Rule.LegalBasis));
        Assert.DoesNotContain(Step.StopClock, details.Open);

        await app.As(Administrator, new IntroduceRules { ValidFrom = today.AddDays(1).AddDays(1), Kinds = [ThreeWeeks with { Length = 9, ExtensionTimes = null }] });
        app.Clock.GoTo(app.Clock.GetUtcNow().AddDays(2));

        var later = (await play.Details(after)).Deadline!;
        Assert.Equal((details.Deadline.DueOn, new ExtensionRule(1, null, null)), (later.DueOn, later.Pinned!.Rule.Extension));
        var page = await app.As(Administrator, new ListRuleSets());
        Assert.Equal([9, 3], page.Sets.Select(set => set.Rules.Rules[0].Length!.Value));
        Assert.Equal(9, page.Current.Rules[0].Length!.Value);
        Assert.Empty((await app.As(CouncilClerk, new VerifyJournal())).Findings);
    }

    [Theory, Databases]
    public async Task What_makes_no_set_is_refused(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var today = Berlin.Day(app.Clock.GetUtcNow());
        await app.As(Administrator, new IntroduceRules { ValidFrom = today.AddDays(5), Kinds = [ThreeWeeks] });

        await Refused(ClockRules.SetIsNotPast, new IntroduceRules { ValidFrom = today.AddDays(-1), Kinds = [ThreeWeeks] });
        await Refused(ClockRules.SetDayIsFree, new IntroduceRules { ValidFrom = today.AddDays(5), Kinds = [ThreeWeeks] });
        await Refused(ClockRules.SetHasKinds, new IntroduceRules { ValidFrom = today, Kinds = [new RuleForm()] });
        await Refused(ClockRules.KindsDiffer, new IntroduceRules { ValidFrom = today, Kinds = [ThreeWeeks, ThreeWeeks] });
        var invalid = await Assert.ThrowsAsync<ValidationException>(() => app.As(
            Administrator, new IntroduceRules { Kinds = [ThreeWeeks with { Kind = "Große Anfrage", Title = "", LegalBasis = null, Length = 0 }] }));
        Assert.Equal(
            ["Kinds[0].Kind", "Kinds[0].LegalBasis", "Kinds[0].Length", "Kinds[0].Title", "ValidFrom"],
            invalid.Errors.Select(error => error.PropertyName).Order(StringComparer.Ordinal));
        await Assert.ThrowsAsync<Forbidden>(() => app.As(CouncilClerk, new IntroduceRules { ValidFrom = today, Kinds = [ThreeWeeks] }));

        async Task Refused(Rule rule, IntroduceRules command) =>
            Assert.Equal(rule, (await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator, command))).Rule);
    }

    [Theory, Databases]
    public async Task A_set_that_was_changed_afterwards_is_found(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        await app.As(Administrator, new IntroduceRules { ValidFrom = Berlin.Day(app.Clock.GetUtcNow()), Kinds = [ThreeWeeks] });
        Assert.Empty((await app.As(CouncilClerk, new VerifyJournal())).Findings);
        var (session, cancel) = (app.Session(), CancellationToken.None);
        await session.Execute(kind == DatabaseKind.Sqlite ? "DROP TRIGGER rule_sets_no_update" : "ALTER TABLE rule_sets DISABLE TRIGGER ALL", null, cancel);

        await session.Execute("UPDATE rule_sets SET content = replace(content, 'stadtrat', 'anders')", null, cancel);

        Assert.Contains(
            (await app.As(CouncilClerk, new VerifyJournal())).Findings, finding => finding.Contains("Es wurde nachträglich geändert", StringComparison.Ordinal));
    }
}
