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

    private static string LinkTo(string page, string text) =>
        Regex.Match(page, $"href=\"(?<to>[^\"]+)\">{Regex.Escape(text)}").Groups["to"].Value;

    private async Task<string> Account(DemoAccount account) =>
        (await city.Database<Guid>("SELECT id FROM users WHERE login = @Login", new { account.Login })).ToString();
}
