using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Anfragen.Web.Tests.City;
using Microsoft.Playwright;

namespace Anfragen.Web.Tests.Answers;

[Collection(AnswerCollection.Name)]
public sealed class AnswerPagesInBrowserTests(LivelyCity city, Chromium chromium)
{
    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task The_pages_of_a_question_pass_the_checks_of_accessibility(int width, bool dark)
    {
        var inquiry = await city.Registered("Wie viele Bäume stehen am Rhein?", "Wer gießt sie?");
        await city.Route(inquiry, Drafting.CitizensOffice);
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var lead = (await clerk.Assignments(inquiry, Drafting.Lead))[0];
        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark));
        var page = visit.Page;

        await SignIn(page, DemoCity.MainOfficeClerk, lead);
        await Look(visit, $"assignment-{width}");
        await page.GotoAsync($"{lead}/ablehnen");
        await Look(visit, $"decline-{width}");
        await page.GotoAsync($"{lead}/annehmen");
        await Look(visit, $"accept-{width}");
        await page.ClickAsync("main button:has-text('Annehmen')");
        await page.WaitForURLAsync("**/antworten/*");
        var answer = new Uri(page.Url).AbsolutePath;
        await Look(visit, $"empty-{width}");

        await page.FillAsync("#Input_Markdown", "Am Rhein stehen **412** Bäume:\n\n| Ufer | Bäume |\n|---|---:|\n| Nord | 200 |\n| Süd | 212 |");
        await page.Locator("#preview .cell-right").First.WaitForAsync();
        await page.ClickAsync("text=So sieht es im Schreiben aus");
        await page.Locator(".anf-sheets svg").First.WaitForAsync();
        await page.FillAsync("#Input_Markdown", "Am Rhein stehen **412** Bäume 漢:\n\n| Ufer | Bäume |\n|---|---:|\n| Nord | 200 |\n| Süd | 212 |");
        await page.Locator(".anf-sheets .anf-problems").WaitForAsync();
        await Look(visit, $"drafting-{width}");
        await clerk.Save(answer, "Am Rhein stehen 410 Bäume.");
        await page.ClickAsync("text=Fassung speichern");
        await page.Locator(".anf-conflict").WaitForAsync();
        await Look(visit, $"conflict-{width}");
        await page.ClickAsync("text=Meinen Text als Fassung 2 speichern");
        await page.Locator("text=Fassung 2 ist gespeichert.").WaitForAsync();
        await page.ClickAsync("text=gegenüber Fassung 1");
        await page.Locator("#vergleich").WaitForAsync();
        await Look(visit, $"compared-{width}");
        foreach (var step in new[] { "zur-mitzeichnung", "zuarbeiten/neu" })
        {
            await page.GotoAsync($"{answer}/{step}");
            await Look(visit, $"{step.Replace('/', '-')}-{width}");
        }
    }

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task The_form_that_routes_passes_them_with_errors_as_well(int width, bool dark)
    {
        var inquiry = await city.Registered("Wie viele Bänke stehen am Rhein?", "Wer streicht sie?");
        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark));
        var page = visit.Page;
        await SignIn(page, DemoCity.CouncilClerk, $"{inquiry}/zuweisen");

        // The city remembers whom a question of the same words was given to, and suggests it.
        foreach (var lead in await page.Locator("select[name$='.Lead']").AllAsync()) await lead.SelectOptionAsync("");
        await page.ClickAsync("button:has-text('Zuweisen')");
        await page.Locator(".anf-error-summary").WaitForAsync();
        await page.Locator("details summary").Last.ClickAsync();
        await Look(visit, $"routing-{width}");
        await page.SelectOptionAsync("#All", new SelectOptionValue { Label = Drafting.MainOffice });
        await page.ClickAsync("text=Bei allen eintragen");
        await page.ClickAsync("button:has-text('Zuweisen')");
        await page.Locator("text=Die Fragen sind zugewiesen.").WaitForAsync();
        await page.GotoAsync($"{inquiry}/umverteilen");
        await Look(visit, $"reassigning-{width}");
    }

    [ChromiumFact]
    public async Task Everything_works_without_script()
    {
        var answer = (await city.Answers("Geht das auch ohne Skript?"))[0];
        await using var visit = await chromium.Open(city.Address, new View(Script: false));
        var page = visit.Page;
        await SignIn(page, DemoCity.MainOfficeClerk, answer);

        await page.FillAsync("#Input_Markdown", "Ja, **ohne**.");
        await page.ClickAsync("button:has-text('Vorschau')");
        await page.Locator("#preview strong").WaitForAsync();
        Assert.Equal("Ja, **ohne**.", await page.InputValueAsync("#Input_Markdown"));
        await page.ClickAsync("text=Fassung speichern");
        await page.Locator("text=Fassung 1 ist gespeichert.").WaitForAsync();
        await page.ClickAsync("text=Fassung 1 zur Mitzeichnung geben");
        await page.ClickAsync("button:has-text('Fassung 1 zur Mitzeichnung geben')");
        await page.Locator("text=Die Antwort liegt zur Mitzeichnung.").First.WaitForAsync();
    }

    [ChromiumFact]
    public async Task The_toolbar_writes_markdown_and_leaving_with_an_unsaved_text_asks_first()
    {
        var answer = (await city.Answers("Wird gefragt?"))[0];
        await using var visit = await chromium.Open(city.Address);
        var page = visit.Page;
        await SignIn(page, DemoCity.MainOfficeClerk, answer);

        await page.FillAsync("#Input_Markdown", "wichtig");
        await page.EvaluateAsync("() => document.getElementById('Input_Markdown').select()");
        await page.Keyboard.PressAsync("Control+b");
        Assert.Equal("**wichtig**", await page.InputValueAsync("#Input_Markdown"));
        await page.Locator("#preview strong").WaitForAsync();
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        await page.Locator("nav a[href='/vorgaenge']").ClickAsync();
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(15)));
        Assert.EndsWith(answer, page.Url);
    }

    private static async Task Look(Visit visit, string name)
    {
        await visit.Page.Picture($"answers-{name}");
        await visit.IsAccessible();
    }

    private static async Task SignIn(IPage page, DemoAccount account, string path)
    {
        await page.GotoAsync($"/anmelden?returnUrl={Uri.EscapeDataString(path)}");
        await page.FillAsync("[name=Login]", account.Login);
        await page.FillAsync("[name=Password]", DemoCity.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{path}");
    }
}
