using Anfragen.Application.Assignments;
using Anfragen.Application.Council;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Council;

public sealed class OrganizationTests
{
    private static readonly AddOrganization Harbour = new() { Type = OrganizationKind.Department, Name = "Hafenamt", Number = "Amt 81" };

    [Theory, Databases]
    public async Task A_new_organization_is_listed_and_in_the_journal(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);

        var id = await app.As(Administrator, Harbour);

        var listed = Assert.Single((await app.As(Administrator, new ListOrganizations())).Items, item => item.Id == id);
        Assert.Equal(new OrganizationNames("Hafenamt", "Amt 81"), listed.Names);
        Assert.Empty((await app.As(Administrator, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task A_name_is_given_once(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator, Harbour with { Name = "Hauptamt" }));

        Assert.Equal(CouncilRules.NameIsFree, refused.Rule);
    }

    [Theory, Databases]
    public async Task A_form_of_yesterday_does_not_overwrite_what_somebody_saved_since(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var id = await app.As(Administrator, Harbour);
        var form = await Form(app, id);
        await app.As(Administrator, form with { Number = "Amt 82" });

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator, form with { Number = "Amt 83" }));

        Assert.Equal(CommonRules.NotChangedMeanwhile, refused.Rule);
        Assert.Equal("Amt 82", (await Form(app, id)).Number);
    }

    [Theory, Databases]
    public async Task Another_name_is_new_from_a_day_on_or_a_correction_and_says_which(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var id = await app.As(Administrator, Harbour);
        var today = Berlin.Day(app.Clock.GetUtcNow());

        var unexplained = await Assert.ThrowsAsync<RuleViolation>(async () => await app.As(Administrator, await Form(app, id) with { Name = "Hafen" }));
        var undated = await Assert.ThrowsAsync<ValidationException>(async () =>
            await app.As(Administrator, await Form(app, id) with { Name = "Hafen", Renaming = Renaming.NewName }));
        var ahead = await Assert.ThrowsAsync<RuleViolation>(async () =>
            await app.As(Administrator, await Form(app, id) with { Name = "Hafen", Renaming = Renaming.NewName, RenamedOn = today.AddDays(1) }));
        await app.As(Administrator, await Form(app, id) with { Name = "Häfenamt", Renaming = Renaming.Correction });
        await app.As(Administrator, await Form(app, id) with { Name = "Hafenbehörde", Renaming = Renaming.NewName, RenamedOn = today });

        Assert.Equal(CouncilRules.RenamingIsExplained, unexplained.Rule);
        Assert.Equal(nameof(ChangeOrganization.RenamedOn), Assert.Single(undated.Errors).PropertyName);
        Assert.Equal(CouncilRules.RenamedForward, ahead.Rule);
        var organization = (await app.As(Administrator, new GetOrganization(id))).Organization;
        Assert.Equal("Hafenbehörde", organization.Names.Name);
        Assert.Equal([new FormerNames(new OrganizationNames("Häfenamt", "Amt 81"), today.AddDays(-1))], organization.Former);
    }

    [Theory, Databases]
    public async Task What_was_done_and_signed_keeps_the_name_of_its_day(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var player = new CasePlayer(app);
        var (inquiry, reply) = await player.Delivered("Wie viele Radwege gibt es?");
        app.Clock.GoTo(app.Clock.GetUtcNow().AddDays(30));
        await app.As(Administrator, await Form(app, app.City.OrganizationOf(MainOfficeClerk)) with
        {
            Name = "Amt für Zentrales",
            Renaming = Renaming.NewName,
            RenamedOn = Berlin.Day(app.Clock.GetUtcNow()),
        });
        var later = await player.Registered("Und wie viele sind geplant?");
        await player.RouteAll(later, MainOfficeClerk);
        var assignment = Assert.Single(Assert.Single((await player.Details(later)).Questions).Assignments);
        await app.As(MainOfficeClerk, new AcceptAssignment { Id = assignment.Id });
        await app.As(CouncilClerk, new PublishInquiry { Id = inquiry, Questions = [.. await player.QuestionIds(inquiry)] });

        Assert.Contains((await player.Details(inquiry)).History, entry => entry is { Step: Step.Accept, Organization: "Hauptamt" });
        Assert.DoesNotContain((await player.Details(inquiry)).History, entry => entry.Organization == "Amt für Zentrales");
        Assert.Contains((await player.Details(later)).History, entry => entry is { Step: Step.Accept, Organization: "Amt für Zentrales" });
        var signed = await app.As(CouncilClerk, new GetReply(reply));
        Assert.Equal("Hauptamt", Assert.Single(signed.Parts, part => part.Source is not null).Source!.Department);
        var slug = (await player.Details(inquiry)).Slug!;
        Assert.Equal(["Hauptamt"], (await app.Anonymously(new GetPublishedInquiry(slug))).Inquiry.Departments);
    }

    [Theory, Databases]
    public async Task A_department_for_which_work_waits_does_not_end(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var office = app.City.OrganizationOf(MainOfficeClerk);
        var today = Berlin.Day(app.Clock.GetUtcNow());
        var end = new EndOrganization { Id = office, Version = (await Form(app, office)).Version, LastDay = today, Successor = app.City.OrganizationOf(CitizensOfficeClerk) };
        var inquiry = await new CasePlayer(app).Accepted("Wie viele Radwege gibt es?");

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator, end));
        Assert.Equal(CouncilRules.NoWorkIsWaiting, refused.Rule);

        await app.As(SpdMember, new WithdrawQuestions { Id = inquiry, Questions = [.. await new CasePlayer(app).QuestionIds(inquiry)], Reason = "Erledigt." });
        await app.As(Administrator, end);

        var ended = await app.As(Administrator, new GetOrganization(office));
        Assert.Equal(today, ended.Organization.Validity.To);
        Assert.Equal("Bürgeramt", ended.Successor);
        Assert.All(ended.Roles, role => Assert.Equal(today, role.Validity.To));
        Assert.NotEmpty(ended.Roles);
        Assert.Equal(CommonRules.NotChangedMeanwhile, (await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator, end))).Rule);
    }

    [Theory, Databases]
    public async Task Nobody_but_an_administrator_keeps_organizations(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);

        await Assert.ThrowsAsync<Forbidden>(() => app.As(CouncilClerk, Harbour));
        await Assert.ThrowsAsync<Forbidden>(() => app.As(MayorsOfficeClerk, new ListOrganizations()));
        await Assert.ThrowsAsync<NotFound>(() => app.As(Administrator, new GetOrganization(OrganizationId.New())));
    }

    private static async Task<ChangeOrganization> Form(TestApp app, OrganizationId id)
    {
        var organization = (await app.As(Administrator, new GetOrganization(id))).Organization;
        var (name, number, genitive, shortName) = organization.Names;
        return new ChangeOrganization
        {
            Id = id,
            Version = organization.Version,
            Name = name,
            Number = number,
            Genitive = genitive,
            Short = shortName,
            Parent = organization.Parent,
            ValidFrom = organization.Validity.From,
        };
    }
}
