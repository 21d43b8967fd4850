using Anfragen.Web.Tests.Browser;

namespace Anfragen.Web.Tests.Accounts;

[Collection(ShellCollection.Name)]
public sealed class SignInInBrowserTests(Chromium chromium)
{
    private const string Typed = "Warum ist die Ampel so <b>kurz</b> grün?\n\nUnd seit wann?";

    [ChromiumTheory]
    [InlineData(1280, false, true)]
    [InlineData(320, true, false)]
    public async Task Somebody_whose_session_runs_out_while_typing_goes_on_with_the_text(int width, bool dark, bool script)
    {
        using var host = SignInHost.Listening();
        var login = await host.Account();
        await using var visit = await chromium.Open(host.ClientOptions.BaseAddress, new View(width, Dark: dark, Script: script));
        var page = visit.Page;
        var size = $"{width}{(dark ? "-dark" : "")}";

        await page.GotoAsync("/test/formular");
        await page.Picture($"sign-in-{size}");
        if (script) await visit.IsAccessible();
        await page.GetByLabel("Anmeldung").FillAsync(login);
        await page.GetByLabel("Passwort").FillAsync("ganz falsch geraten");
        await page.ClickAsync("main button");
        await page.Picture($"sign-in-refused-{size}");
        if (script) await visit.IsAccessible();
        await SignIn();

        host.Clock.Now += TimeSpan.FromHours(9);
        await page.GetByLabel("Betreff").FillAsync("Ampel in der Boppstraße");
        await page.GetByLabel("Vorbemerkung").FillAsync(Typed);
        await page.ClickAsync("main button[type=submit]");
        await page.Picture($"sign-in-expired-{size}");
        if (script) await visit.IsAccessible();
        Assert.True(await page.GetByText("Ihr Text ist noch da").IsVisibleAsync());
        await SignIn();

        await page.Picture($"kept-input-{size}");
        if (script) await visit.IsAccessible();
        await page.ClickAsync("summary:has-text('Das haben Sie geschrieben')");
        Assert.Equal(Typed, await page.GetByLabel("Eingabe 2").InputValueAsync());
        await page.ClickAsync("text=Weiter mit meiner Eingabe");

        // Its answer to a form that it accepts, with the length of the subject.
        await page.GetByText("23 Zeichen").WaitForAsync();

        async Task SignIn()
        {
            await page.GetByLabel("Anmeldung").FillAsync(login);
            await page.GetByLabel("Passwort").FillAsync(SignInHost.Password);
            await page.ClickAsync("main button");
        }
    }
}
