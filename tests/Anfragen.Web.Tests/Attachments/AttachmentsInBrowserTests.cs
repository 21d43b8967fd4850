using Anfragen.Application.Tests.Documents;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Answers;
using Anfragen.Web.Tests.Browser;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Attachments;

/// <summary>The form of attachments in a browser that runs no script.</summary>
[Collection(AnswerCollection.Name)]
public sealed class AttachmentsInBrowserTests(LivelyCity city, Chromium chromium)
{
    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task Files_are_attached_refused_saved_and_removed_without_script(int width, bool dark)
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = "Barrierefreie Haltestellen";
        form["Input.Questions[0].Text"] = "Wie viele?";
        var address = await member.Do("/vorgaenge/neu?handler=Submit", form);

        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark, Script: false));
        var page = visit.Page;
        await page.GotoAsync("/anmelden");
        await page.GetByLabel("Anmeldung").First.FillAsync(DemoCity.SpdMember.Login);
        await page.GetByLabel("Passwort").First.FillAsync(DemoCity.Password);
        await page.ClickAsync("main button:has-text('Anmelden')");
        await page.GotoAsync(address);
        await page.ClickAsync("text=Anlagen zur Anfrage");

        await page.FillAsync("#Input_Title", "Lageplan");
        await Choose("plan.pdf", SampleFiles.Program);
        await page.ClickAsync("main button:has-text('Hinzufügen')");
        Assert.Contains("Die Datei ist ein Windows-Programm.", await page.InnerTextAsync("#Input_Content-error"));
        Assert.Equal("Lageplan", await page.InputValueAsync("#Input_Title"));

        await Choose("foto.jpg", SampleFiles.JpegWithPlace());
        await page.ClickAsync("main button:has-text('Hinzufügen')");
        await page.Locator("text=Das Bild nennt den Ort der Aufnahme (GPS).").WaitForAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=Lageplan herunterladen"));
        Assert.Equal("Lageplan.jpg", download.SuggestedFilename);

        await page.ClickAsync("text=Lageplan entfernen");
        await page.Locator("text=Die Anlage wird nicht mehr gezeigt.").WaitForAsync();

        Task Choose(string name, byte[] bytes) =>
            page.SetInputFilesAsync("#Input_Content", new Microsoft.Playwright.FilePayload { Name = name, MimeType = "application/pdf", Buffer = bytes });
    }

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task The_page_passes_the_checks_of_accessibility(int width, bool dark)
    {
        var answer = (await city.Answers("Wie viele?"))[0];
        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark));
        await EveryPageTests.SignIn(visit, DemoCity.MainOfficeClerk);
        await visit.Page.GotoAsync($"{answer}/anlagen");
        await visit.Page.FillAsync("#Input_Title", "Lageplan");
        await visit.Page.SetInputFilesAsync("#Input_Content", new Microsoft.Playwright.FilePayload { Name = "a", MimeType = "x/y", Buffer = SampleFiles.JpegWithPlace() });
        await visit.Page.ClickAsync("main button:has-text('Hinzufügen')");
        await visit.Page.Locator("text=Lageplan herunterladen").WaitForAsync();

        await visit.IsAccessible();
    }
}
