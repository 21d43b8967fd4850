using System.Net;
using Anfragen.Application.Tests.Documents;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Council;

[Collection(CouncilCollection.Name)]
public sealed class LetterheadPageTests(FoundedCity city)
{
    private const string Page = "/verwaltung/briefkopf";
    private const string Emblem = "Input.Emblem";

    [Fact]
    public async Task The_letterhead_is_changed_with_another_coat_of_arms_and_a_stale_form_shows_what_is_stored()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var stale = WebForm.In(await admin.Get(Page));
        Assert.Equal("Landeshauptstadt Mainz", stale["Input.Sender"]);
        Assert.Equal("Rathausplatz 1\n55116 Mainz", stale["Input.Address"].ReplaceLineEndings("\n"));
        var form = WebForm.In(await admin.Get(Page));
        form["Input.Office"] = "Die Bürgermeisterin";

        using var saved = await admin.Upload(Page, form, Emblem, "wappen.png", SampleFiles.Png);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await admin.Get(Page);
        Assert.Contains("Der Briefkopf ist gespeichert.", page);
        Assert.Equal("Die Bürgermeisterin", WebForm.In(page)["Input.Office"]);
        Assert.Contains("Eines ist hinterlegt", page);
        Assert.Contains($"href=\"{Page}/muster.pdf\"", page);
        using var sample = await admin.Ask($"{Page}/muster.pdf");
        Assert.StartsWith("%PDF-", await sample.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var conflict = await admin.Post(Page, stale, HttpStatusCode.Conflict);
        Assert.Contains("Jemand hat den Briefkopf inzwischen geändert", conflict);
        await admin.Do(Page, WebForm.In(conflict));
    }

    [Fact]
    public async Task What_cannot_stand_on_a_letter_is_refused_beside_its_field_and_the_rest_is_kept()
    {
        var admin = await city.SignIn(DemoCity.Administrator);
        var form = WebForm.In(await admin.Get(Page));
        form["Input.Sender"] = "Stadt Anderswo";
        form["Input.Contact"] = "ohne Doppelpunkt";

        using var refused = await admin.Upload(Page, form, Emblem, "wappen.svg", SampleFiles.Bytes("<svg onload='alert(1)'/>"));
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("id=\"Input_Emblem-error\"", page);
        Assert.Contains("id=\"Input_Contact-error\"", page);
        Assert.Equal("Stadt Anderswo", WebForm.In(page)["Input.Sender"]);
        Assert.DoesNotContain("Stadt Anderswo", await admin.Get(Page));
    }

    [Fact]
    public async Task Only_the_administration_reaches_it()
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        using var page = await clerk.Ask(Page);
        using var sample = await clerk.Ask($"{Page}/muster.pdf");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, sample.StatusCode));
    }
}
