using System.Text.RegularExpressions;
using Anfragen.Domain;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Microsoft.Playwright;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Web.Tests.City;

/// <summary>The real inquiry 1435/2025 in a real browser, from the faction's form to the signed reply in the portal.</summary>
public sealed class WholePathTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly DemoReply Reply = DemoReply.Instance;

    [ChromiumFact]
    public async Task From_the_factions_form_to_the_published_signed_reply()
    {
        await using var city = await CityHost.Founded();
        city.Clock.GoTo(new DateTimeOffset(2025, 9, 26, 7, 0, 0, TimeSpan.Zero));
        await using var people = new People(chromium, city);

        // The faction pastes its text, sees it split, and hands it in.
        var member = await people.Get(SpdMember);
        await member.GotoAsync("/vorgaenge/neu");
        await member.GetByLabel("Text der Anfrage").FillAsync(string.Join("\n\n", Reply.Questions.Select(question => $"{question.Label} {question.Text}")));
        await Press(member, "In Fragen aufteilen");
        for (var index = 0; index < 5; index++)
        {
            Assert.Equal(Reply.Questions[index].Text, await member.Locator($"[name='Input.Questions[{index}].Text']").InputValueAsync());
            Assert.Equal(Reply.Questions[index].Label, await member.Locator($"[name='Input.Questions[{index}].Label']").InputValueAsync());
        }

        await member.Locator("[name='Input.Subject']").FillAsync(Reply.Subject);
        await Press(member, "Einreichen");
        var inquiry = new Uri(member.Url).AbsolutePath;
        Assert.Contains("Eingereicht", await member.InnerTextAsync("main"));

        // The council office admits it, numbers it and routes it.
        var office = await people.Get(CouncilClerk);
        await office.GotoAsync($"{inquiry}/registrieren");
        await Press(office, "Registrieren und Nummer vergeben");
        Assert.Contains("1435/2025", await office.InnerTextAsync("main"));
        await office.GotoAsync($"{inquiry}/zuweisen");
        for (var index = 0; index < 5; index++)
        {
            await office.Locator($"[name='Input.Routes[{index}].Lead']").SelectOptionAsync(new SelectOptionValue { Label = index == 3 ? "Fördermitteldezernat" : "Amt 10 – Hauptamt" });
        }

        await office.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        foreach (var department in new[] { "Amt 33 – Bürgeramt", "Amt 10 – Hauptamt" })
        {
            await office.Locator(".kern-form-check", new() { Has = office.Locator("[name='Input.Routes[3].Contributors']"), HasText = department }).Locator("input").CheckAsync();
        }

        await Press(office, "Zuweisen");

        // The departments accept, contribute, draft and co-sign.
        foreach (var clerk in new[] { MainOfficeClerk, FundingClerk, CitizensOfficeClerk }) await AcceptAll(await people.Get(clerk), inquiry);
        await Contribute(await people.Get(CitizensOfficeClerk), inquiry, "Förderung der Ausländerakten durch die ADD Trier.");
        await Contribute(await people.Get(MainOfficeClerk), inquiry, "IKZ-Förderantrag mit drei weiteren Städten.");
        var answers = await Answers(office, inquiry);
        Assert.Equal(5, answers.Count);
        for (var index = 0; index < 5; index++)
        {
            var (clerk, head) = index == 3 ? (FundingClerk, FundingHead) : (MainOfficeClerk, MainOfficeHead);
            await Draft(await people.Get(clerk), answers[index], Reply.Questions[index].Answer);
            await CoSign(await people.Get(head), answers[index]);
        }

        await member.GotoAsync(inquiry);
        Assert.Equal(5, await member.GetByText("Mitgezeichnet", new() { Exact = true }).CountAsync());

        // The whole reply goes to the mayor's office, which returns question 3 once.
        await office.GotoAsync($"{inquiry}/schreiben");
        await Press(office, "Antwortschreiben zusammenstellen");
        var reply = new Uri(office.Url).AbsolutePath;
        await office.GotoAsync($"{reply}/zur-pruefung");
        await Press(office, "In die Prüfung geben");
        var mayor = await people.Get(MayorsOfficeClerk);
        await mayor.GotoAsync($"{reply}{answers[2].Replace("/antworten/", "/antwort-zurueckgeben/", StringComparison.Ordinal)}");
        await mayor.GetByRole(AriaRole.Textbox).First.FillAsync("Bitte das Datum des Digital-Tags nennen.");
        await Press(mayor, "Antwort zurückgeben");

        var main = await people.Get(MainOfficeClerk);
        await main.GotoAsync(answers[2]);
        Assert.Contains("Bitte das Datum des Digital-Tags nennen.", await main.InnerTextAsync("main"));
        await Draft(main, answers[2], Reply.Questions[2].Answer);
        await CoSign(await people.Get(MainOfficeHead), answers[2]);
        await office.GotoAsync($"{reply}/ueberarbeiten");
        await Press(office, "Neu zusammenstellen");
        await office.GotoAsync($"{reply}/zur-pruefung");
        await Press(office, "In die Prüfung geben");

        // Approved, signed with the date of the letter, delivered.
        await mayor.GotoAsync($"{reply}/pruefen");
        await Press(mayor, "Freigeben");
        await mayor.GotoAsync($"{reply}/unterzeichnen");
        Assert.Equal("Nino Haase", await mayor.Locator("[name='Input.Name']").InputValueAsync());
        await mayor.Locator("[name='Input.SignedOn']").FillAsync("2025-09-26");
        await Press(mayor, "Unterzeichnen");
        await office.GotoAsync($"{reply}/zustellen");
        await Press(office, "Zustellen");
        await member.GotoAsync(inquiry);
        Assert.Contains("Zugestellt", await member.InnerTextAsync("main"));

        // Public once somebody else than the signer published it.
        await using var citizen = await chromium.Open(city.Address);
        Assert.Equal(404, (await citizen.Page.GotoAsync("/anfragen/1435-2025"))!.Status);
        await office.GotoAsync($"{inquiry}/veroeffentlichen");
        await Press(office, "Veröffentlichen");
        Assert.Equal(200, (await citizen.Page.GotoAsync("/anfragen/1435-2025"))!.Status);
        var published = await citizen.Page.InnerTextAsync("main");
        Assert.All(Reply.Questions, question => Assert.Contains(question.Text, published));
        Assert.Contains("26. September 2025", published);
        var pdf = await citizen.Page.APIRequest.GetAsync("/anfragen/1435-2025/antwort.pdf");
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.Equal($"\"{Digest.OfBytes(await pdf.BodyAsync())}\"", pdf.Headers["etag"]);
        Assert.StartsWith("%PDF-1.7", System.Text.Encoding.Latin1.GetString((await pdf.BodyAsync()).AsSpan(0, 8)), StringComparison.Ordinal);
    }

    private static async Task AcceptAll(IPage page, string inquiry)
    {
        foreach (var assignment in await Links(page, inquiry, "/zuweisungen/"))
        {
            await page.GotoAsync(assignment);
            if (await Button(page, "Annehmen").CountAsync() > 0) await Press(page, "Annehmen");
        }
    }

    private static async Task Contribute(IPage page, string inquiry, string markdown)
    {
        foreach (var assignment in await Links(page, inquiry, "/zuweisungen/"))
        {
            await page.GotoAsync(assignment);
            if (await Button(page, "Zuarbeit liefern").CountAsync() == 0) continue;
            await page.Locator("[name='Input.Markdown']").FillAsync(markdown);
            await Press(page, "Zuarbeit liefern");
        }
    }

    private static async Task<IReadOnlyList<string>> Answers(IPage page, string inquiry) => await Links(page, inquiry, "/antworten/");

    private static async Task Draft(IPage page, string answer, string markdown)
    {
        await page.GotoAsync(answer);
        await page.Locator("[name='Input.Markdown']").FillAsync(markdown);
        await Press(page, "Fassung speichern");
        await page.GotoAsync($"{answer}/zur-mitzeichnung");
        await Button(page, new Regex("zur Mitzeichnung geben")).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/zur-mitzeichnung", StringComparison.Ordinal));
    }

    private static async Task CoSign(IPage page, string answer)
    {
        await page.GotoAsync($"{answer}/mitzeichnen");
        await Button(page, new Regex("^Fassung \\d+ mitzeichnen$")).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/mitzeichnen", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Links(IPage page, string address, string to)
    {
        await page.GotoAsync(address);
        var links = await page.EvaluateAsync<string[]>($"() => [...document.querySelectorAll('main a[href^=\"{to}\"]')].map(a => a.getAttribute('href'))");
        return [.. links.Distinct()];
    }

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(IPage page, Regex name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { NameRegex = name });

    private static async Task Press(IPage page, string name)
    {
        await Button(page, name).First.ClickAsync();
        await page.WaitForLoadStateAsync();
        Assert.True(await page.Locator(".anf-error-summary").CountAsync() == 0, $"{name} at {page.Url}: {await page.InnerTextAsync("main")}");
    }

    /// <summary>Everybody in a browser of their own, signed in once.</summary>
    private sealed class People(Chromium chromium, CityHost city) : IAsyncDisposable
    {
        private readonly Dictionary<string, Visit> _visits = [];

        public async Task<IPage> Get(DemoAccount account)
        {
            if (!_visits.TryGetValue(account.Login, out var visit))
            {
                visit = _visits[account.Login] = await chromium.Open(city.Address);
                await EveryPageTests.SignIn(visit, account);
            }

            return visit.Page;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var visit in _visits.Values) await visit.DisposeAsync();
        }
    }
}
