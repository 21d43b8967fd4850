using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Inquiries;

[Collection(InquiryCollection.Name)]
public sealed class InquiryFormInBrowserTests(FoundedCity city, Chromium chromium)
{
    private const string SaveButton = "button:visible:has-text('Entwurf speichern')";
    private const string SubmitButton = "button:has-text('Einreichen')";

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task An_inquiry_is_split_corrected_saved_over_a_colleagues_and_handed_in_without_script(int width, bool dark)
    {
        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark, Script: false));
        var page = visit.Page;
        await EveryPageTests.SignIn(visit, DemoCity.SpdMember);
        await page.GotoAsync("/vorgaenge/neu");
        await page.FillAsync("#Pasted", "Seit Jahren ist der Steg gesperrt.\n\nWir fragen:\n1. Warum ist er gesperrt?\n2. Was wird geplant?\na) in diesem Jahr\nb) danach\n\nBegründung: Der Steg fehlt vielen.");
        await page.ClickAsync("button:has-text('In Fragen aufteilen')");
        Assert.Equal("b)", await page.InputValueAsync("#Input_Questions_3__Label"));
        await page.ClickAsync(SubmitButton);
        await page.Locator(".anf-error-summary").WaitForAsync();
        await Look(visit, $"inquiry-form-errors-{width}");

        await page.FillAsync("#Input_Subject", "Steg am Rhein");
        await page.ClickAsync(SaveButton);
        await page.WaitForURLAsync("**/entwurf");
        await SaveElsewhere(new Uri(page.Url).AbsolutePath);
        await page.FillAsync("#Input_Questions_0__Text", "Warum ist der Steg gesperrt?");
        await page.ClickAsync(SaveButton);
        await page.Locator(".anf-conflict").WaitForAsync();
        await Look(visit, $"inquiry-form-conflict-{width}");

        await page.ClickAsync("button:has-text('Meinen Text als neue Fassung speichern')");
        await page.Locator("text=Der Entwurf ist gespeichert.").WaitForAsync();
        Assert.Equal("Warum ist der Steg gesperrt?", await page.InputValueAsync("#Input_Questions_0__Text"));
        await page.ClickAsync(SubmitButton);
        await page.Locator("text=Die Anfrage ist eingereicht.").WaitForAsync();
        await Look(visit, $"inquiry-submitted-{width}");
    }

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task The_form_with_errors_is_accessible(int width, bool dark)
    {
        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark));
        await EveryPageTests.SignIn(visit, DemoCity.SpdMember);
        await visit.Page.GotoAsync("/vorgaenge/neu");
        await visit.Page.ClickAsync("button:has-text('Zeile anfügen')");
        await visit.Page.ClickAsync("button:has-text('Einrücken') >> nth=1");
        await visit.Page.Locator("button:has-text('Ausrücken')").WaitForAsync();
        await visit.Page.ClickAsync(SubmitButton);
        await visit.Page.Locator(".anf-error-summary").WaitForAsync();

        await visit.IsAccessible();
    }

    // Axe needs scripts, and this visit has none.
    private static async Task Look(Visit visit, string name)
    {
        await visit.IsLaidOutWell();
        await visit.Page.Picture(name);
    }

    private async Task SaveElsewhere(string draft)
    {
        var colleague = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await colleague.Get(draft));
        form["Input.Questions[0].Text"] = "Warum ist er seit 2019 gesperrt?";
        await colleague.Do($"{draft}?handler=Save", form);
    }
}
