using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Replies;

namespace Anfragen.Web.Tests.Council;

[Collection(CouncilCollection.Name)]
public sealed partial class AccountPageTests(FoundedCity city)
{
    private const string Password = "sieben-lange-winter";

    [Fact]
    public async Task A_person_is_invited_sets_the_password_and_signs_in()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var account = await Invite(admin, "Ole Kurz", "o.kurz");
        var shown = await admin.Get(account);
        var link = Link().Match(shown).Value;
        Assert.DoesNotContain(link, await admin.Get(account));
        Assert.Contains("Ein Link zum Setzen des Passworts ist offen", await admin.Get(account));

        var ole = city.Stranger();
        Assert.Contains("Guten Tag, Ole Kurz.", await ole.Get(link));
        var late = city.Stranger();
        var lateForm = WebForm.In(await late.Get(link));
        var form = WebForm.In(await ole.Get(link));
        form["Input.Password"] = Password;
        form["Input.RepeatedPassword"] = "etwas-ganz-anderes";
        Assert.Contains("stimmen nicht überein", await ole.Post(link, form, HttpStatusCode.UnprocessableEntity));
        form["Input.RepeatedPassword"] = Password;
        Assert.Equal("/anmelden", await ole.Do(link, form));
        await SignIn(ole, "o.kurz", Password);
        Assert.Contains("Ole Kurz", await ole.Get("/profil"));
        Assert.Contains("Aktiv", await admin.Get(account));

        // Used, and made up: the same page.
        using var used = await city.Stranger().Ask(link);
        using var wrong = await city.Stranger().Ask("/einladung/geraten");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (used.StatusCode, wrong.StatusCode));
        Assert.Contains("Dieser Link gilt nicht", await used.Content.ReadAsStringAsync());
        Assert.Equal(WithoutToken(await used.Content.ReadAsStringAsync()), WithoutToken(await wrong.Content.ReadAsStringAsync()));
        lateForm["Input.Password"] = lateForm["Input.RepeatedPassword"] = Password;
        Assert.Contains("Dieser Link gilt nicht", await late.Post(link, lateForm, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_password_is_changed_here_and_other_devices_are_signed_out()
    {
        var (here, elsewhere) = (await city.SignIn(DemoCity.RiverMember), await city.SignIn(DemoCity.RiverMember));
        var form = WebForm.In(await here.Get("/profil/passwort"));
        form["Input.OldPassword"] = "falsch";
        form["Input.Password"] = Password;
        form["Input.RepeatedPassword"] = Password;
        Assert.Contains("Das bisherige Passwort stimmt nicht.", await here.Post("/profil/passwort", form, HttpStatusCode.Conflict));
        form["Input.OldPassword"] = DemoCity.Password;
        Assert.Equal("/profil", await here.Do("/profil/passwort", form));

        await here.Get("/profil");
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Ask("/profil")).StatusCode);
    }

    [Fact]
    public async Task Roles_are_given_and_ended_and_access_is_taken_and_given_back()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var account = await Invite(admin, "Eva Stern", "e.stern");
        await admin.Take($"{account}/rolle", ("Input.Role", "CouncilOffice"), ("Input.Organization", await Id("Ratsbüro")), ("Input.ValidTo", "2026-12-31"));
        Assert.Contains("05.09.2025 bis 31.12.2026", await admin.Get(account));
        var unfit = WebForm.In(await admin.Get($"{account}/rolle"));
        unfit["Input.Role"] = "GroupMember";
        unfit["Input.Organization"] = await Id("Ratsbüro");
        Assert.Contains("in einer Organisation dieser Art nicht", await admin.Post($"{account}/rolle", unfit, HttpStatusCode.Conflict));

        var end = EndLink().Match(await admin.Get(account)).Value;
        await admin.Take(end, ("Input.LastDay", "2025-09-30"));
        Assert.Contains("05.09.2025 bis 30.09.2025", await admin.Get(account));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Ask($"{account}/rollen/{Guid.CreateVersion7()}/beenden")).StatusCode);

        await admin.Take($"{account}/sperren");
        Assert.Contains("Gesperrt", await admin.Get(account));
        await admin.Take($"{account}/entsperren");
        Assert.Contains("Eingeladen", await admin.Get(account));
        await admin.Take($"{account}/einladen");
        Assert.Contains("/einladung/", await admin.Get(account));
        await admin.Take($"{account}/ausgeschieden");
        Assert.Contains("Gesperrt", await admin.Get(account));
    }

    [Fact]
    public async Task Accounts_are_closed_to_other_roles_and_forged_forms()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var account = $"/verwaltung/konten/{await city.Database<Guid>("SELECT id FROM users WHERE login = 'amt33'")}";
        foreach (var path in (string[])["/verwaltung/konten", "/verwaltung/konten/neu", account, $"{account}/rolle", $"{account}/sperren", $"{account}/ausgeschieden"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await office.Ask(path)).StatusCode);
        }

        var form = WebForm.In(await admin.Get($"{account}/sperren"));
        Assert.Equal(HttpStatusCode.BadRequest, (await office.Post($"{account}/sperren", form)).StatusCode);
        form["__RequestVerificationToken"] = "gefälscht";
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.Post($"{account}/sperren", form)).StatusCode);
        Assert.Contains("Aktiv", await admin.Get(account));
        var incomplete = await admin.Post("/verwaltung/konten/neu", WebForm.In(await admin.Get("/verwaltung/konten/neu")), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bitte geben Sie die Anmeldung an.", incomplete);
        Assert.Contains("Bitte wählen Sie die Organisation.", incomplete);
    }

    private async Task<string> Invite(Person admin, string name, string login) => await admin.Take(
        "/verwaltung/konten/neu",
        ("Input.Name", name), ("Input.Login", login), ("Input.Role", "DepartmentStaff"), ("Input.Organization", await Id("Hauptamt")));

    private static async Task SignIn(Person person, string login, string password)
    {
        var form = WebForm.In(await person.Get("/anmelden"));
        form["Login"] = login;
        form["Password"] = password;
        await person.Do("/anmelden", form);
    }

    private static string WithoutToken(string page) => Secret().Replace(page, "");

    private async Task<string> Id(string name) => (await city.Database<Guid>("SELECT id FROM organizations WHERE name = @name", new { name })).ToString();

    [GeneratedRegex("(?<=https?://[^/\"]+)/einladung/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex("(?<=href=\")/verwaltung/konten/[0-9a-f-]+/rollen/[0-9a-f-]+/beenden(?=\"[^<]*<span[^>]*> der Rolle Ratsbüro)")]
    private static partial Regex EndLink();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*")]
    private static partial Regex Secret();
}
