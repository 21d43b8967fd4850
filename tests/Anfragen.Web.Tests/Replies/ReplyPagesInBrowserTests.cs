using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Anfragen.Web.Tests.City;
using Microsoft.Playwright;

namespace Anfragen.Web.Tests.Replies;

[Collection(ReplyCollection.Name)]
public sealed class ReplyPagesInBrowserTests(LivelyCity city, Chromium chromium)
{
    private const string Figures = "Am Ufer stehen **412** Bäume:\n\n| Ufer | Bäume |\n|---|---:|\n| Nord | 200 |\n| Süd | 212 |";

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task The_pages_of_a_reply_pass_the_checks_of_accessibility(int width, bool dark)
    {
        var inquiry = await city.CoSigned("Bäume am Ufer und ihre Pflege in trockenen Sommern", ("Wie viele Bäume stehen am Ufer?", Figures), ("Wer gießt sie?", null));
        await using var office = await chromium.Open(city.Address, new View(width, Dark: dark));
        await SignIn(office.Page, DemoCity.CouncilClerk, $"{inquiry}/schreiben");

        await office.Page.FillAsync("#Input_Preliminary", "Die Zahlen sind vom **Juli**.");
        await office.Page.Locator("#preview-preliminary strong").WaitForAsync();
        await Look(office, $"compose-{width}");
        await office.Page.ClickAsync("button:has-text('Antwortschreiben zusammenstellen')");
        await office.Page.WaitForURLAsync("**/schreiben/*-*");
        var reply = new Uri(office.Page.Url).AbsolutePath;
        await Look(office, $"composed-{width}");
        await office.Page.GotoAsync($"{reply}/ueberarbeiten");
        await office.Page.Locator("#preview-preliminary strong").WaitForAsync();
        await Look(office, $"revise-{width}");
        await (await city.SignIn(DemoCity.CouncilClerk)).Take($"{reply}/ueberarbeiten", ("Input.Preliminary", "Die Zahlen sind vom August."));
        await office.Page.ClickAsync("button:has-text('Neu zusammenstellen')");
        await office.Page.Locator(".anf-conflict").WaitForAsync();
        await Look(office, $"revise-conflict-{width}");
        await (await city.SignIn(DemoCity.CouncilClerk)).Take($"{reply}/zur-pruefung");

        await using var mayor = await chromium.Open(city.Address, new View(width, Dark: dark));
        await SignIn(mayor.Page, DemoCity.MayorsOfficeClerk, $"{reply}/pruefen");
        await Look(mayor, $"review-{width}");
        await mayor.Page.GotoAsync((await mayor.Page.GetAttributeAsync("a:has-text('Diese Antwort zurückgeben')", "href"))!);
        await Look(mayor, $"return-answer-{width}");
        await (await city.SignIn(DemoCity.MayorsOfficeClerk)).Take($"{reply}/pruefen");
        await mayor.Page.GotoAsync($"{reply}/unterzeichnen");
        await Look(mayor, $"sign-{width}");
    }

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task The_pages_of_publishing_pass_the_checks_of_accessibility(int width, bool dark)
    {
        var (inquiry, address) = await city.Delivered("Bäume am Ufer und ihre Pflege in trockenen Sommern", ("Wie viele Bäume stehen am Ufer?", Figures), ("Wer gießt sie?", "Das Grünamt."));
        await using var office = await chromium.Open(city.Address, new View(width, Dark: dark));
        var page = office.Page;
        await SignIn(page, DemoCity.CouncilClerk, $"{inquiry}/veroeffentlichen");
        await Look(office, $"publish-{width}");

        await page.UncheckAsync("label:has-text('Wer gießt sie?')");
        await Assertions.Expect(page.Locator("#preview-frame")).Not.ToContainTextAsync("Das Grünamt.");
        await Assertions.Expect(page.Locator("#preview-frame")).ToContainTextAsync("412");
        await page.CheckAsync("label:has-text('Wer gießt sie?')");
        await Assertions.Expect(page.Locator("#preview-frame")).ToContainTextAsync("Das Grünamt.");
        await page.ClickAsync("main button:has-text('Veröffentlichen')");
        await page.WaitForURLAsync($"**{inquiry}");
        await page.GotoAsync($"{inquiry}/depublizieren");
        await Look(office, $"depublish-{width}");

        await using var visitor = await chromium.Open(city.Address, new View(width, Dark: dark));
        await visitor.Page.GotoAsync(address);
        await Look(visitor, $"public-{width}");
        await visitor.Page.GotoAsync("/anfragen/1435-2025");
        await Look(visitor, $"public-1435-{width}");
        await visitor.Page.GotoAsync("/anfragen");
        await Look(visitor, $"portal-{width}");
    }

    [ChromiumFact]
    public async Task Publishing_and_reading_work_without_script()
    {
        var (inquiry, address) = await city.Delivered("Ohne Skript", ("Geht das?", "Ja, auch so."), ("Und das?", "Auch das."));
        await using var visit = await chromium.Open(city.Address, new View(Script: false));
        var page = visit.Page;
        await SignIn(page, DemoCity.CouncilClerk, $"{inquiry}/veroeffentlichen");

        await page.UncheckAsync("label:has-text('Und das?')");
        await page.ClickAsync("text=Vorschau mit dieser Auswahl");
        await Assertions.Expect(page.Locator("#preview-frame")).Not.ToContainTextAsync("Auch das.");
        Assert.False(await page.IsCheckedAsync("label:has-text('Und das?')"));
        await page.UncheckAsync("label:has-text('PDF')");
        await page.ClickAsync("main button:has-text('Veröffentlichen')");
        await page.WaitForURLAsync($"**{inquiry}");
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ja, auch so.");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Auch das.");
    }

    private static async Task Look(Visit visit, string name)
    {
        await visit.Page.Picture($"replies-{name}");
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
