using Anfragen.Application.Council;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Domain.Numbers;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Council;

public sealed class RegisterTests
{
    [Theory, Databases]
    public async Task Terms_and_signatories_are_entered_and_changed_and_a_stale_form_is_refused(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        await app.As(Administrator, new SaveTerm { Ordinal = 18, Name = "2029-2034", ValidFrom = new DateOnly(2029, 7, 1) });
        var term = (await Register(app)).Terms[0];
        Assert.Equal((18, "2029-2034", 1), (term.Ordinal, term.Name, term.Version));
        var change = new SaveTerm { Id = term.Id, Version = 1, Ordinal = 18, Name = "29-34", ValidFrom = term.Validity.From };
        await app.As(Administrator, change);

        Assert.Equal(CommonRules.NotChangedMeanwhile, await Refusal(() => app.As(Administrator, change with { Name = "XVIII" })));
        Assert.Equal(CouncilRules.TermsAreApart, await Refusal(() => app.As(Administrator, change with { Id = null, Ordinal = 19 })));
        await Assert.ThrowsAsync<NotFound>(() => app.As(Administrator, change with { Id = Guid.CreateVersion7() }));

        await app.As(Administrator, new SaveSignatory { Place = "Mainz", Name = "Eva Meier", Office = "Bürgermeisterin", IsDeputy = true });
        var signatory = Assert.Single((await Register(app)).Signatories, signatory => signatory.Name == "Eva Meier");
        Assert.Equal((true, Period.Always), (signatory.IsDeputy, signatory.Validity));
        await Assert.ThrowsAsync<Forbidden>(() => app.As(MayorsOfficeClerk, new GetRegister()));
        Assert.Empty((await app.As(Administrator, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task Who_can_sign_today_is_offered_deputies_last(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        await app.As(Administrator, new SaveSignatory { Place = "Mainz", Name = "Eva Meier", Office = "Bürgermeisterin", IsDeputy = true, ValidFrom = new DateOnly(2025, 1, 1) });
        await app.As(Administrator, new SaveSignatory { Place = "Mainz", Name = "Ole Kurz", Office = "Dezernent", ValidTo = new DateOnly(2024, 1, 1) });
        var (_, reply) = await new CasePlayer(app).InReview("Wie viele Radwege gibt es?");

        var page = await app.As(MayorsOfficeClerk, new GetReply(reply));

        Assert.Equal(["Nino Haase", "Eva Meier"], page.Signatories.Select(signatory => signatory.Name));
    }

    [Theory, Databases]
    public async Task What_is_done_for_somebody_else_names_both(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var today = Berlin.Day(app.Clock.GetUtcNow());
        var (principal, deputy) = (app.City.UserOf(CouncilClerk), app.City.UserOf(MayorsOfficeClerk));
        await app.As(Administrator, new AddDeputyship { Principal = principal, Deputy = deputy, ValidFrom = today, ValidTo = today.AddDays(9) });
        var inquiry = await new CasePlayer(app).Submitted("Wie viele Radwege gibt es?");

        await app.Send(deputy, [new RoleGrant(Role.CouncilOffice, app.City.OrganizationOf(CouncilClerk), principal)], new RegisterInquiry { Id = inquiry });

        var registered = Assert.Single((await new CasePlayer(app).Details(inquiry)).History, entry => entry.Step == Step.Register);
        Assert.Equal((MayorsOfficeClerk.Name, CouncilClerk.Name), (registered.By, registered.OnBehalfOf));
    }

    [Theory, Databases]
    public async Task A_deputyship_ends_and_its_rules_hold(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var today = Berlin.Day(app.Clock.GetUtcNow());
        var add = new AddDeputyship { Principal = app.City.UserOf(MainOfficeHead), Deputy = app.City.UserOf(FundingHead), ValidFrom = today, ValidTo = today.AddDays(9) };
        await app.As(Administrator, add);
        var line = Assert.Single((await Register(app)).Deputyships);
        Assert.Equal((FundingHead.Name, MainOfficeHead.Name), (line.Deputy, line.Principal));

        Assert.Equal(CouncilRules.DeputyIsNew, await Refusal(() => app.As(Administrator, add)));
        Assert.Equal(CouncilRules.DeputyIsOther, await Refusal(() => app.As(Administrator, add with { Deputy = add.Principal })));
        Assert.Equal(
            CouncilRules.DeputyIsNamedByAnother, await Refusal(() => app.As(Administrator, add with { Deputy = app.City.UserOf(Administrator) })));
        await Assert.ThrowsAsync<NotFound>(() => app.As(Administrator, add with { Deputy = UserId.New() }));
        var end = new EndDeputyship { Id = line.Entry.Id, Version = 1, LastDay = today };
        await app.As(Administrator, end);
        Assert.Equal(today, Assert.Single((await Register(app)).Deputyships).Entry.Validity.To);
        Assert.Equal(CommonRules.NotChangedMeanwhile, await Refusal(() => app.As(Administrator, end)));
    }

    [Theory, Databases]
    public async Task The_preview_shows_the_numbers_that_come_and_gives_none(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        await new CasePlayer(app).Registered("Wie viele Radwege gibt es?");
        var query = new PreviewNumbers { Name = "Jahresnummer", Template = "{seq:4}/{year}", Scope = CounterScope.Year };

        Assert.Equal(["0002/2025", "0003/2025", "0004/2025"], (await app.As(Administrator, query)).Numbers);
        Assert.Equal(["AF-1/2024-2029", "AF-2/2024-2029", "AF-3/2024-2029"],
            (await app.As(Administrator, query with { Name = "neu", Template = "AF-{seq}/{term}", Scope = CounterScope.Term })).Numbers);
        Assert.Contains("unbekannten Platzhalter", (await app.As(Administrator, query with { Template = "{nummer}/{year}" })).Problem);
        Assert.Contains("fehlt der Wert von {term}",
            (await app.As(Administrator, query with { Template = "{seq}/{term}", Scope = CounterScope.Term, Day = new DateOnly(2040, 1, 1) })).Problem);
        Assert.Equal(["0002/2025"], (await app.As(Administrator, query)).Numbers.Take(1));
    }

    [Theory, Databases]
    public async Task A_new_scheme_holds_from_its_day_and_not_for_the_past(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        await new CasePlayer(app).Registered("Wie viele Radwege gibt es?");
        var today = Berlin.Day(app.Clock.GetUtcNow());
        var add = new AddNumberScheme { Name = "Anfragen", Template = "AF {seq}/{yy}", Scope = CounterScope.Year, ValidFrom = today };

        Assert.Equal(CouncilRules.SchemeIsNotPast, await Refusal(() => app.As(Administrator, add with { ValidFrom = today.AddDays(-1) })));
        var unusable = await Assert.ThrowsAsync<ValidationException>(() => app.As(Administrator, add with { Template = "{type} {seq}/{yy}" }));
        Assert.Contains("{type}", Assert.Single(unusable.Errors).ErrorMessage);
        await app.As(Administrator, add);

        Assert.Equal("AF {seq}/{yy}", (await Register(app)).Scheme!.Template);
        var next = await new CasePlayer(app).Registered("Und wie viele sind geplant?");
        Assert.Equal("AF 1/25", (await new CasePlayer(app).Details(next)).Number);
    }

    private static Task<RegisterPage> Register(TestApp app) => app.As(Administrator, new GetRegister());

    private static async Task<Rule> Refusal(Func<Task> send) => (await Assert.ThrowsAsync<RuleViolation>(send)).Rule;
}
