using System.Net;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Microsoft.Playwright;

namespace Anfragen.Web.Tests.Inquiries;

[Collection(InquiryCollection.Name)]
public sealed class InquiryPagesInBrowserTests(CityHost city, Chromium chromium)
{
    private const string Published = "SELECT id FROM inquiries WHERE status = 'Published' LIMIT 1";
    private const string Submitted = "SELECT id FROM inquiries WHERE status = 'Submitted' LIMIT 1";
    private const string InReview = "SELECT id FROM inquiries WHERE status = 'InReview' LIMIT 1";

    public static TheoryData<string, string, string?> Pages => new()
    {
        { "ratsbuero", "/aufgaben", null },
        { "spd", "/aufgaben", null },
        { "admin", "/aufgaben", null },
        { "ratsbuero", "/vorgaenge", null },
        { "ratsbuero", "/vorgaenge?stand=Withdrawn", null },
        { "spd", "/vorgaenge/neu", null },
        { "spd", "/vorgaenge/{0}", Published },
        { "ratsbuero", "/vorgaenge/{0}", InReview },
        { "ratsbuero", "/vorgaenge/{0}/registrieren", Submitted },
        { "ratsbuero", "/vorgaenge/{0}/zurueckweisen", Submitted },
    };

    [ChromiumTheory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_passes_the_checks_of_accessibility(string login, string address, string? inquiry)
    {
        var path = inquiry is null ? address : string.Format(null, address, await city.Database<Guid>(inquiry));
        foreach (var view in new[] { new View(1280), new View(320, Dark: true) })
        {
            await using var visit = await chromium.Open(city.Address, view);
            await SignIn(visit.Page, login, path);

            await visit.Page.Picture($"{login}-{address.Trim('/').Replace('/', '-').Replace('?', '-')}-{view.Width}");
            await visit.IsAccessible();
        }
    }

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task The_form_works_without_script_and_passes_them_with_errors_and_in_a_conflict(int width, bool dark)
    {
        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark, Script: false));
        var page = visit.Page;
        await SignIn(page, "spd", "/vorgaenge/neu");
        await page.FillAsync("#Pasted", "Seit Jahren ist der Steg gesperrt.\n\nWir fragen:\n1. Warum ist er gesperrt?\n2. Was wird geplant?\na) in diesem Jahr\nb) danach\n\nBegründung: Der Steg fehlt vielen.");
        await page.ClickAsync("text=In Fragen aufteilen");
        Assert.Equal("b)", await page.InputValueAsync("#Input_Questions_3__Label"));
        await page.ClickAsync("text=Einreichen");
        await page.Locator(".anf-error-summary").WaitForAsync();
        await Look(visit, $"spd-errors-{width}");

        await page.FillAsync("#Input_Subject", "Steg am Rhein");
        await page.ClickAsync("button:visible:has-text('Entwurf speichern')");
        await page.WaitForURLAsync("**/entwurf");
        await SaveElsewhere(new Uri(page.Url).AbsolutePath);
        await page.FillAsync("#Input_Questions_0__Text", "Warum ist der Steg gesperrt?");
        await page.ClickAsync("button:visible:has-text('Entwurf speichern')");
        await page.Locator(".anf-conflict").WaitForAsync();
        await Look(visit, $"spd-conflict-{width}");

        await page.ClickAsync("text=Meinen Text als neue Fassung speichern");
        await page.Locator("text=Der Entwurf ist gespeichert.").WaitForAsync();
        Assert.Equal("Warum ist der Steg gesperrt?", await page.InputValueAsync("#Input_Questions_0__Text"));
        await page.ClickAsync("text=Einreichen");
        await page.Locator("text=Die Anfrage ist eingereicht.").WaitForAsync();
        await Look(visit, $"spd-submitted-{width}");
    }

    private static async Task Look(Visit visit, string name)
    {
        await visit.Page.Picture(name);
        await visit.Page.DoesNotScrollSideways();
        await visit.Page.TargetsAreLargeEnough();
    }

    private static async Task SignIn(IPage page, string login, string path)
    {
        await page.GotoAsync($"/anmelden?returnUrl={Uri.EscapeDataString(path)}");
        await page.FillAsync("[name=Login]", login);
        await page.FillAsync("[name=Password]", DemoCity.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{path}");
    }

    private async Task SaveElsewhere(string draft)
    {
        var colleague = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await colleague.Get(draft));
        form["Input.Questions[0].Text"] = "Warum ist er seit 2019 gesperrt?";
        using var saved = await colleague.Post($"{draft}?handler=Save", form);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }
}
