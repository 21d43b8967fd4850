using System.Net;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Replies;

namespace Anfragen.Web.Tests.Council;

[Collection(CouncilCollection.Name)]
public sealed class OrganizationPageTests(FoundedCity city)
{
    [Fact]
    public async Task An_organization_is_made_renamed_and_merged()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        Assert.Contains("href=\"/verwaltung\"", await admin.Get("/aufgaben"));
        var page = await admin.Take("/verwaltung/organisationen/neu", ("Input.Type", "Department"), ("Input.Name", "Hafenamt"), ("Input.Number", "Amt 81"));
        Assert.Contains("Hafenamt", await admin.Get(page));

        await admin.Take(page, ("Input.Name", "Hafenbehörde"), ("Input.Renaming", "NewName"), ("Input.RenamedOn", "2025-09-01"));
        var renamed = await admin.Get(page);
        Assert.Contains("Frühere Namen", renamed);
        Assert.Contains("31.08.2025", renamed);

        await admin.Take($"{page}/beenden", ("Input.LastDay", "2025-12-31"), ("Input.Successor", await Id("Hauptamt")));
        Assert.Contains("bis 31.12.2025 · Nachfolge: Hauptamt", await admin.Get(page));
        Assert.DoesNotContain("<form method=\"post\"", MainOf(await admin.Get($"{page}/beenden")));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_stands_beside_its_field_and_the_input_is_kept()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var form = WebForm.In(await admin.Get("/verwaltung/organisationen/neu"));
        form["Input.Number"] = "Amt 99";

        var page = await admin.Post("/verwaltung/organisationen/neu", form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Bitte geben Sie den Namen an.", page);
        Assert.Contains("Bitte wählen Sie die Art der Organisation.", page);
        Assert.Equal("Amt 99", WebForm.In(page)["Input.Number"]);

        var office = $"/verwaltung/organisationen/{await Id("Bürgeramt")}";
        form = WebForm.In(await admin.Get(office));
        form["Input.Name"] = "Bürgerservice";
        Assert.Contains("ob ein Tippfehler berichtigt wird", await admin.Post(office, form, HttpStatusCode.Conflict));
        form["Input.ValidFrom"] = "gestern";
        Assert.Contains("„gestern“ lässt sich hier nicht lesen.", await admin.Post(office, form, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_stale_form_shows_what_somebody_else_saved_and_can_be_sent_again()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var page = await admin.Take("/verwaltung/organisationen/neu", ("Input.Type", "Department"), ("Input.Name", "Forstamt"));
        var stale = WebForm.In(await admin.Get(page));
        await admin.Take(page, ("Input.Number", "Amt 71"));
        stale["Input.Number"] = "Amt 72";

        var conflict = await admin.Post(page, stale, HttpStatusCode.Conflict);

        Assert.Contains("Jemand hat diese Organisation inzwischen geändert", conflict);
        Assert.Contains("Amt 71", conflict);
        Assert.Equal("Amt 72", WebForm.In(conflict)["Input.Number"]);
        await admin.Do(page, WebForm.In(conflict));
        Assert.Equal("Amt 72", WebForm.In(await admin.Get(page))["Input.Number"]);
    }

    [Fact]
    public async Task The_administration_is_closed_to_other_roles_and_forged_forms()
    {
        var office = await city.SignIn(DemoCity.CouncilClerk);
        Assert.DoesNotContain("href=\"/verwaltung\"", await office.Get("/aufgaben"));
        foreach (var path in (string[])["/verwaltung", "/verwaltung/organisationen", "/verwaltung/organisationen/neu", $"/verwaltung/organisationen/{await Id("Hauptamt")}"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await office.Ask(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await city.Stranger().Ask(path)).StatusCode);
        }

        var admin = await city.SignIn(DemoCity.Administrator);
        var form = WebForm.In(await admin.Get("/verwaltung/organisationen/neu"));
        form["__RequestVerificationToken"] = "gefälscht";
        form["Input.Type"] = "Department";
        form["Input.Name"] = "Schattenamt";
        Assert.NotEqual(HttpStatusCode.Redirect, (await admin.Post("/verwaltung/organisationen/neu", form)).StatusCode);
        Assert.Equal(0, await city.Database<long>("SELECT COUNT(*) FROM organizations WHERE name = 'Schattenamt'"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Ask($"/verwaltung/organisationen/{Guid.CreateVersion7()}")).StatusCode);
    }

    private static string MainOf(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..];

    private async Task<string> Id(string name) => (await city.Database<Guid>("SELECT id FROM organizations WHERE name = @name", new { name })).ToString();
}
