using Anfragen.Application.Documents;
using Anfragen.Application.Tests.Documents;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Anfragen.Web.Tests.City;
using Microsoft.Playwright;

namespace Anfragen.Web.Tests.Inquiries;

/// <summary>Every kind of original, from the form to a registered inquiry, in a browser that runs no script.</summary>
[Collection(InquiryCollection.Name)]
public sealed class IntakeInBrowserTests(FoundedCity city, Chromium chromium)
{
    private const string Letter = "Betreff: Steg am Rhein\n\nDer Steg ist gesperrt. Wir fragen:\n1. Warum ist er gesperrt?\n2. Was wird geplant?\n\nBegründung:\nDer Steg fehlt vielen.";

    private static readonly string[] Lines = Letter.Split('\n');

    public static TheoryData<string, byte[], int, bool> Originals => new()
    {
        { "docx", SampleFiles.Docx(string.Concat(Lines.Select(line => SampleFiles.Paragraph(line)))), 1280, false },
        { "odt", SampleFiles.Odf(FileFormat.Odt, $"<office:text>{string.Concat(Lines.Select(line => $"<text:p>{line}</text:p>"))}</office:text>"), 320, true },
        { "pdf", SampleFiles.Pdf("Wir fragen: Wie lange bleibt der Steg am Rhein gesperrt?"), 1280, false },
        { "txt", SampleFiles.Bytes(Letter), 320, true },
        { "text", [], 1280, true },
        { "png", SampleFiles.Png, 1280, false },
    };

    [ChromiumTheory]
    [MemberData(nameof(Originals), DisableDiscoveryEnumeration = true)]
    public async Task An_original_becomes_a_registered_inquiry_without_script(string kind, byte[] bytes, int width, bool dark)
    {
        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark, Script: false));
        var page = visit.Page;
        await EveryPageTests.SignIn(visit, DemoCity.CouncilClerk);
        await page.ClickAsync("text=Eingang erfassen");
        await page.SelectOptionAsync("#Input_Group", new SelectOptionValue { Label = "SPD-Stadtratsfraktion" });
        await page.GetByLabel("Fraktion Stadt am Fluss").CheckAsync();
        await page.SelectOptionAsync("#Input_Channel", new SelectOptionValue { Label = "per E-Mail" });
        if (bytes.Length > 0) await Choose(SampleFiles.Program, "brief.pdf");
        await page.ClickAsync("main button:has-text('Eingang erfassen')");
        await page.Locator("#Input_Content-error").WaitForAsync();
        Assert.True(await page.GetByLabel("Fraktion Stadt am Fluss").IsCheckedAsync());
        await Look(visit, $"intake-refused-{kind}");

        if (bytes.Length > 0) await Choose(bytes, "brief");
        else await page.FillAsync("#Input_Pasted", Letter);
        await page.ClickAsync("main button:has-text('Eingang erfassen')");
        await page.Locator("h2:has-text('Original')").First.WaitForAsync();
        if (kind == "png")
        {
            await page.FillAsync("#Pasted", Letter);
            await page.ClickAsync("button:has-text('In Fragen aufteilen')");
        }

        if (kind == "pdf") await page.FillAsync("#Input_Subject", "Steg am Rhein");
        await page.FillAsync("#Input_Preamble", "Der Steg ist gesperrt.");
        await page.ClickAsync("button:visible:has-text('Stimmt mit dem Original überein')");
        await page.Locator("text=Weiter zum Registrieren").WaitForAsync();
        Assert.Equal(kind != "png", await page.Locator("text=Wir fragen").First.IsVisibleAsync());
        await Look(visit, $"intake-checked-{kind}");

        await page.ClickAsync("text=Weiter zum Registrieren");
        await page.ClickAsync("button:has-text('Registrieren und Nummer vergeben')");
        await page.Locator("text=Die Anfrage ist unter der Nummer").WaitForAsync();
        Assert.Contains("vom Ratsbüro erfasst, eingegangen am", await page.InnerTextAsync("main"));
        await Look(visit, $"intake-registered-{kind}");

        Task Choose(byte[] content, string name) =>
            page.SetInputFilesAsync("#Input_Content", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
    }

    // Axe needs scripts, and this visit has none; the walk through the demo runs it on these pages.
    private static async Task Look(Visit visit, string name)
    {
        await visit.IsLaidOutWell();
        await visit.Page.Picture(name);
    }
}
