using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Inquiries;

public sealed class RegisterInquiryTests
{
    [Theory, Databases]
    public async Task Forty_registrations_at_once_get_forty_numbers_without_a_gap(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var submitted = new List<InquiryId>();
        for (var index = 0; index < 40; index++) submitted.Add(await play.Submitted($"Frage {index}?"));

        var numbers = await Task.WhenAll(submitted.Select(id => Task.Run(() => app.As(CouncilClerk, new RegisterInquiry { Id = id }))));

        Assert.Equal(Enumerable.Range(1, 40).Select(number => $"{number:0000}/2025"), numbers.Order(StringComparer.Ordinal));
    }

    [Theory, Databases]
    public async Task A_failed_registration_leaves_no_gap(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var first = await play.Registered("Wie viele?");

        await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new RegisterInquiry { Id = first }));

        Assert.Equal("0002/2025", (await play.Details(await play.Registered("Seit wann?"))).Number);
    }

    [Theory, Databases]
    public async Task The_counter_skips_numbers_entered_by_hand(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var byHand = await play.Submitted("Von Hand?");

        Assert.Equal("0002/2025", await app.As(CouncilClerk, new RegisterInquiry { Id = byHand, NumberByHand = " 2/2025 " }));

        Assert.Equal("0001/2025", (await play.Details(await play.Registered("Erste?"))).Number);
        Assert.Equal("0003/2025", (await play.Details(await play.Registered("Dritte?"))).Number);
    }

    [Theory, Databases]
    public async Task A_number_is_given_once_whoever_gives_it(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        await play.Registered("Erste?");
        var second = await play.Submitted("Zweite?");

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new RegisterInquiry { Id = second, NumberByHand = "0001/2025" }));

        Assert.Equal(InquiryRules.NumberIsFree, refused.Rule);
        Assert.Equal("AN/0035/2024", await app.As(CouncilClerk, new RegisterInquiry { Id = second, NumberByHand = "AN/0035/2024" }));
        Assert.Equal("an-0035-2024", (await play.Details(second)).Slug);
    }

    [Theory, Databases]
    public async Task Each_year_begins_its_own_range(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        await play.Registered("2025?");
        app.Clock.GoTo(new DateTimeOffset(2025, 12, 31, 23, 5, 0, TimeSpan.Zero));

        // Five past midnight in Mainz.
        Assert.Equal("0001/2026", (await play.Details(await play.Registered("2026?"))).Number);
    }

    [Theory, Databases("20-26 / F {seq:5}")]
    public async Task A_city_with_another_scheme_gets_its_own_numbers(DatabaseKind database, string template)
    {
        await using var app = await TestApp.On(database);
        var db = app.Session();
        await db.Execute(
            "INSERT INTO number_schemes (id, name, template, scope, valid_from) VALUES (@id, 'München', @template, 'None', @from)",
            new { id = Guid.CreateVersion7(), template, from = new DateOnly(2025, 1, 1) }, CancellationToken.None);
        var play = new CasePlayer(app);

        var details = await play.Details(await play.Registered("Wie viele?"));

        Assert.Equal("20-26 / F 00001", details.Number);
        Assert.Equal("20-26-f-00001", details.Slug);
    }

    [Theory, Databases]
    public async Task A_form_posted_four_times_at_once_makes_one_inquiry(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var form = new CasePlayer(app).Form("Radwege", "Wie viele?") with { SubmissionKey = Guid.CreateVersion7() };

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => app.As(SpdMember, form))));

        Assert.Single(made.Distinct());
        Assert.Single((await app.As(SpdMember, new ListInquiries())).Items);
    }
}
