using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Replies;

namespace Anfragen.Web.Tests.Council;

[Collection(CouncilCollection.Name)]
public sealed class RegisterPageTests(FoundedCity city)
{
    [Fact]
    public async Task A_term_is_entered_changed_and_a_stale_form_shows_what_is_stored()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var list = await admin.Take(
            "/verwaltung/wahlperioden/eintrag", ("Input.Ordinal", "18"), ("Input.Name", "2029-2034"), ("Input.ValidFrom", "2029-07-01"));
        var entry = LinkTo(await admin.Get(list), "18. Wahlperiode 2029-2034");
        var stale = WebForm.In(await admin.Get(entry));
        await admin.Take(entry, ("Input.Name", "29-34"));

        var conflict = await admin.Post(entry, stale, HttpStatusCode.Conflict);

        Assert.Contains("18. Wahlperiode 29-34", conflict);
        await admin.Do(entry, WebForm.In(conflict));
        Assert.Contains("18. Wahlperiode 2029-2034", await admin.Get(list));
        var empty = WebForm.In(await admin.Get("/verwaltung/wahlperioden/eintrag"));
        empty["Input.Ordinal"] = "achtzehn";
        Assert.Contains("achtzehn", await admin.Post("/verwaltung/wahlperioden/eintrag", empty, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_deputy_is_named_in_the_header_and_in_the_profile_until_the_end()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var list = await admin.Take(
            "/verwaltung/vertretungen/neu",
            ("Input.Principal", await Account(DemoCity.FundingHead)), ("Input.Deputy", await Account(DemoCity.CitizensOfficeHead)), ("Input.ValidTo", "2025-10-31"));
        var deputy = await city.SignIn(DemoCity.CitizensOfficeHead);
        Assert.Contains("Sie vertreten heute Dr. Ina Sommer.", await deputy.Get("/aufgaben"));
        Assert.Contains("Sie vertreten Dr. Ina Sommer", await deputy.Get("/profil"));

        var end = Regex.Match(await admin.Get(list), "/verwaltung/vertretungen/[0-9a-f-]+/beenden").Value;
        var form = WebForm.In(await admin.Get(end));
        form["Input.LastDay"] = "2020-01-01";
        Assert.Contains("Das Ende liegt vor dem Beginn.", await admin.Post(end, form, HttpStatusCode.Conflict));
        form["Input.LastDay"] = "2025-09-06";
        await admin.Do(end, form);
        Assert.Contains("05.09.2025 bis 06.09.2025", await admin.Get(list));
    }

    [Fact]
    public async Task A_number_scheme_is_previewed_without_script_and_without_being_saved()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var form = WebForm.In(await admin.Get("/verwaltung/nummern/neu"));
        form["Input.Template"] = "AF-{seq:3}/{yy}";
        form["Input.Scope"] = "Year";
        form["Input.Name"] = "Anfragen";

        var preview = await admin.Post("/verwaltung/nummern/neu?handler=Preview", form, HttpStatusCode.OK);

        Assert.Contains("AF-001/25", preview);
        Assert.Contains("AF-003/25", preview);
        Assert.Equal("AF-{seq:3}/{yy}", WebForm.In(preview)["Input.Template"]);
        Assert.DoesNotContain("AF-", await admin.Get("/verwaltung/nummern"));
        form["Input.Template"] = "{nummer}";
        Assert.Contains("unbekannten Platzhalter", await admin.Post("/verwaltung/nummern/neu", form, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_signatory_is_entered_and_the_register_is_closed_to_other_roles()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var list = await admin.Take(
            "/verwaltung/unterzeichnende/eintrag", ("Input.Name", "Eva Meier"), ("Input.Office", "Bürgermeisterin"), ("Input.Place", "Mainz"), ("Input.IsDeputy", "true"));
        Assert.Contains("Bürgermeisterin, in Vertretung", await admin.Get(list));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Ask($"/verwaltung/unterzeichnende/eintrag/{Guid.CreateVersion7()}")).StatusCode);

        var mayor = await city.SignIn(DemoCity.MayorsOfficeClerk);
        foreach (var page in (string[])["unterzeichnende", "wahlperioden/eintrag", "vertretungen/neu", "nummern", "nummern/neu"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await mayor.Ask($"/verwaltung/{page}")).StatusCode);
        }

        var forged = WebForm.In(await admin.Get("/verwaltung/vertretungen/neu"));
        forged["__RequestVerificationToken"] = "gefälscht";
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.Post("/verwaltung/vertretungen/neu", forged)).StatusCode);
    }

    [Fact]
    public async Task A_person_is_entered_renamed_and_belongs_to_an_organization_for_a_time()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var page = await admin.Take("/verwaltung/personen/neu", ("Input.Name", "Ada Klein"));
        var stale = WebForm.In(await admin.Get(page));
        await admin.Take(page, ("Input.Name", "Dr. Ada Klein"));

        var conflict = await admin.Post(page, stale, HttpStatusCode.Conflict);

        Assert.Contains("Gespeichert ist jetzt: Dr. Ada Klein.", conflict);
        var member = $"{page}/mitgliedschaft";
        var form = WebForm.In(await admin.Get(member));
        Assert.Contains("Bitte wählen Sie die Organisation.", await admin.Post(member, form, HttpStatusCode.UnprocessableEntity));
        form["Input.Organization"] = (await city.Database<Guid>("SELECT id FROM organizations WHERE name = @Name", new { Name = "Hauptamt" })).ToString();
        form["Input.Function"] = "Leitung";
        form["Input.ValidFrom"] = "2025-09-01";
        await admin.Do(member, form);
        var entry = LinkTo(await admin.Get(page), "Hauptamt");
        await admin.Take(entry, ("Input.ValidTo", "2025-12-31"));
        Assert.Contains("Leitung · 01.09.2025 bis 31.12.2025", await admin.Get(page));
        Assert.Contains("Dr. Ada Klein", await admin.Get("/verwaltung/personen"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Ask($"/verwaltung/personen/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task Who_is_renamed_bears_the_name_at_the_account_too()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var account = $"/verwaltung/konten/{await Account(DemoCity.MayorsOfficeClerk)}";
        var person = Regex.Match(await admin.Get(account), "/verwaltung/personen/[0-9a-f-]{36}").Value;
        var former = WebForm.In(await admin.Get(person))["Input.Name"];

        await admin.Take(person, ("Input.Name", $"{former}-Berg"));

        Assert.Contains($"{former}-Berg", await admin.Get(account));
        await admin.Take(person, ("Input.Name", former));
    }

    [Fact]
    public async Task The_order_of_co_signatures_is_set_and_nobody_is_named_twice()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        const string page = "/verwaltung/mitzeichnung";
        var before = WebForm.In(await admin.Get(page));
        var form = WebForm.In(await admin.Get(page));
        form["Input.Stages[0]"] = "Department";
        form["Input.Stages[1]"] = "Department";
        Assert.Contains("jede nur einmal", await admin.Post(page, form, HttpStatusCode.Conflict));

        form["Input.Stages[1]"] = "Contributors";
        await admin.Do(page, form);

        Assert.Contains("Leitung des federführenden Amts, dann Leitungen der Ämter, die zugearbeitet haben.", await admin.Get("/verwaltung"));
        before["Input.Version"] = WebForm.In(await admin.Get(page))["Input.Version"];
        await admin.Do(page, before);
    }

    [Fact]
    public async Task The_city_is_called_in_every_head_as_the_master_data_has_it()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var page = $"/verwaltung/organisationen/{await city.Database<Guid>("SELECT id FROM organizations WHERE kind = 'Body'", null)}";
        Assert.Contains("Stadt Mainz", await admin.Get("/anfragen"));

        await admin.Take(page, ("Input.Short", "Neu-Mainz"));

        Assert.Contains("Stadt Neu-Mainz", await Eventually(admin));
        await admin.Take(page, ("Input.Short", "Mainz"));
    }

    // The name is kept for seconds.
    private static async Task<string> Eventually(Person admin)
    {
        for (var wait = 0; wait < 100; wait++)
        {
            var page = await admin.Get("/anfragen");
            if (page.Contains("Neu-Mainz", StringComparison.Ordinal)) return page;
            await Task.Delay(200);
        }

        return "";
    }

    private static string LinkTo(string page, string text) =>
        Regex.Match(page, $"href=\"(?<to>[^\"]+)\">{Regex.Escape(text)}").Groups["to"].Value;

    private async Task<string> Account(DemoAccount account) =>
        (await city.Database<Guid>("SELECT id FROM users WHERE login = @Login", new { account.Login })).ToString();
}
