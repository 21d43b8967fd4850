using System.Net;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Anfragen.Web.Tests.City;
using Microsoft.Playwright;

namespace Anfragen.Web.Tests.Answers;

[Collection(AnswerCollection.Name)]
public sealed class WorkingCopyPageTests(LivelyCity city, Chromium chromium)
{
    [Fact]
    public async Task Unsaved_text_comes_back_meets_a_newer_version_side_by_side_and_can_be_dropped()
    {
        var answer = (await city.Answers("Bleibt der Text?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var head = await city.SignIn(DemoCity.MainOfficeHead);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = "Angefangen, aber";
        Assert.Contains("Zwischenstand gesichert um", await clerk.Post($"{answer}/zwischenstand", form, HttpStatusCode.OK));

        var page = await clerk.Get(answer);
        Assert.Contains("Im Eingabefeld steht Ihr Zwischenstand", page);
        Assert.Equal("Angefangen, aber", WebForm.In(page)["Input.Markdown"]);
        var other = WebForm.In(page).Without("TakenOverFrom");
        Assert.Contains("in einem anderen Fenster", await clerk.Post($"{answer}/zwischenstand", other, HttpStatusCode.Conflict));

        await head.Save(answer, "Schon fertig.");
        page = await clerk.Get(answer);
        Assert.Contains("hat inzwischen Fassung 1 gespeichert", page);
        Assert.Equal("Angefangen, aber", WebForm.In(page)["Input.Markdown"]);
        await clerk.Do($"{answer}?handler=Drop", WebForm.In(page));
        Assert.Equal("Schon fertig.", WebForm.In(await clerk.Get(answer))["Input.Markdown"]);

        await clerk.Save(answer, "Jetzt fertig.");
        page = await clerk.Get($"{answer}?von=1&bis=2&nebeneinander=true");
        Assert.Contains("anf-diff--sides", page);
        var restoring = WebForm.In(page).Add("version", "1");
        page = await clerk.Post($"{answer}?handler=Restore", restoring, HttpStatusCode.OK);
        Assert.Contains("wieder der Text von Fassung 1", page);
        Assert.Equal("Schon fertig.", WebForm.In(page)["Input.Markdown"]);
        var effort = WebForm.In(page);
        effort["Input.EffortMinutes"] = "0";
        Assert.Contains("Bitte geben Sie 1 bis 6.000 Minuten an", await clerk.Post(answer, effort, HttpStatusCode.UnprocessableEntity));
    }

    [ChromiumFact]
    public async Task The_editor_keeps_what_is_typed_also_where_there_is_no_network()
    {
        var answer = (await city.Answers("Überlebt das einen zugeklappten Laptop?"))[0];
        await using var visit = await chromium.Open(city.Address);
        var page = visit.Page;
        await page.GotoAsync($"/anmelden?returnUrl={Uri.EscapeDataString(answer)}");
        await page.FillAsync("[name=Login]", DemoCity.MainOfficeClerk.Login);
        await page.FillAsync("[name=Password]", DemoCity.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{answer}");

        await page.FillAsync("#Input_Markdown", "Beim Dienst gesichert.");
        await page.Locator("[data-kept]:has-text('Zwischenstand gesichert')").WaitForAsync();
        await page.GotoAsync(answer);
        Assert.Equal("Beim Dienst gesichert.", await page.InputValueAsync("#Input_Markdown"));

        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("#Input_Markdown", "Nur in diesem Browser.");
        await page.Locator("[data-kept]:has-text('Keine Verbindung')").WaitForAsync();
        var later = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await page.Context.SetOfflineAsync(false);

        await later.GotoAsync(answer);
        Assert.Equal("Beim Dienst gesichert.", await later.InputValueAsync("#Input_Markdown"));
        await later.ClickAsync("text=Text übernehmen");
        Assert.Equal("Nur in diesem Browser.", await later.InputValueAsync("#Input_Markdown"));
        await later.Locator("[data-kept]:has-text('Zwischenstand gesichert')").WaitForAsync();
        await later.GotoAsync(answer);
        Assert.Equal("Nur in diesem Browser.", await later.InputValueAsync("#Input_Markdown"));
        await Assertions.Expect(later.Locator("[data-unsent]")).ToBeHiddenAsync();
    }
}
