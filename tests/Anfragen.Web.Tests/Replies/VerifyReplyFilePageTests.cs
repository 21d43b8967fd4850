using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Security;
using Anfragen.Web.Tests.Browser;
using Anfragen.Web.Tests.City;
using Microsoft.Playwright;

namespace Anfragen.Web.Tests.Replies;

[Collection(ReplyCollection.Name)]
public sealed class VerifyReplyFilePageTests(LivelyCity city, Chromium chromium)
{
    private const string Page = "/echtheit";

    [Fact]
    public async Task A_stranger_without_cookies_learns_that_a_public_letter_is_real_from_its_file_and_from_its_digest()
    {
        using var file = await city.Stranger().Ask("/anfragen/1435-2025/antwort.pdf");
        var pdf = await file.Content.ReadAsByteArrayAsync();
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = city.Address };

        using var uploaded = await client.PostAsync(Page, new MultipartFormDataContent { { new ByteArrayContent(pdf), "Input.Content", "antwort.pdf" } });
        using var typed = await client.PostAsync(Page, Typed(Digest(pdf)));

        foreach (var answer in new[] { uploaded, typed })
        {
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Contains("Echt: Das ist das Antwortschreiben zur Anfrage 1435/2025, wie es ausgestellt wurde.", page);
            Assert.Contains("href=\"/anfragen/1435-2025\"", page);
            Assert.Equal(answer == uploaded, page.Contains("unversehrt, es deckt die ganze Datei", StringComparison.Ordinal));
        }

        Assert.Contains(Digest(pdf), await city.Stranger().Get("/anfragen/1435-2025"));
    }

    [Fact]
    public async Task A_letter_that_is_not_published_looks_like_a_file_that_nobody_knows()
    {
        var reply = await city.InReview(await city.CoSigned("Stelen", ("Wie viele?", "Es sind zwei.")));
        await city.Deliver(reply);
        var member = await city.SignIn(DemoCity.SpdMember);
        using var file = await member.Ask($"{reply}/vorschau.pdf");
        var digest = Digest(await file.Content.ReadAsByteArrayAsync());
        var unknown = new string('0', 64);

        var letter = await Ask(city.Stranger(), digest);
        var nothing = await Ask(city.Stranger(), unknown);

        Assert.Contains("Diese Prüfsumme ist hier nicht bekannt.", letter);
        Assert.Equal(nothing.Replace(unknown, digest, StringComparison.Ordinal), letter);
        Assert.Contains("Echt: Das ist das Antwortschreiben", await Ask(member, digest));
    }

    [Fact]
    public async Task One_flipped_byte_makes_a_letter_unknown_and_its_seal_invalid()
    {
        using var file = await city.Stranger().Ask("/anfragen/1435-2025/antwort.pdf");
        var pdf = await file.Content.ReadAsByteArrayAsync();
        pdf[1000] ^= 1;

        using var answer = await city.Stranger().Send(Page, new MultipartFormDataContent { { new ByteArrayContent(pdf), "Input.Content", "antwort.pdf" } });

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Diese Datei ist hier nicht bekannt.", page);
        Assert.Contains("Elektronisches Siegel von „Demo-Siegel der Beispielstadt (ohne Gültigkeit)“: ungültig.", page);
        Assert.DoesNotContain("1435/2025", page[page.IndexOf("<main", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData("", "Bitte wählen Sie eine Datei oder geben Sie eine Prüfsumme ein.")]
    [InlineData("<script>alert(1)</script>", "Eine Prüfsumme (SHA-256) hat 64 Zeichen")]
    public async Task What_cannot_be_asked_comes_back_with_a_sentence_beside_the_field(string typed, string sentence)
    {
        using var answer = await city.Stranger().Send(Page, Typed(typed));

        var page = WebUtility.HtmlDecode(Regex.Replace(await answer.Content.ReadAsStringAsync(), "<script>alert", "ROH"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page);
        Assert.DoesNotContain("ROH", page);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_looked_at()
    {
        using var answer = await city.Stranger().Send(Page, new MultipartFormDataContent { { new ByteArrayContent(new byte[27 * 1024 * 1024]), "Input.Content", "gross.pdf" } });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_has_to_wait_and_reading_goes_on()
    {
        await using var own = await CityHost.Founded();
        var stranger = new Person(own.Address);
        for (var i = 0; i < UploadLimits.PerWindow; i++)
        {
            using var answer = await stranger.Send(Page, Typed(new string('0', 64)));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await stranger.Send(Page, Typed(new string('0', 64)));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Bitte warten Sie einen Augenblick", await refused.Content.ReadAsStringAsync());
        await stranger.Get(Page);
    }

    [Fact]
    public async Task The_page_of_signing_says_how_it_is_sealed_and_why_it_cannot_be()
    {
        var own = new FoundedCity();
        await own.InitializeAsync();
        try
        {
            var reply = await own.InReview(await own.CoSigned("Glocken", ("Wie viele?", "Es sind 13.")));
            var mayor = await own.SignIn(DemoCity.MayorsOfficeClerk);
            await mayor.Take($"{reply}/pruefen");
            var page = await mayor.Get($"{reply}/unterzeichnen");
            Assert.Contains("Es wird elektronisch gesiegelt: „Demo-Siegel der Beispielstadt (ohne Gültigkeit)“", WebUtility.HtmlDecode(page));
            var certificate = Path.Combine(own.Root, "data", "keys", "demo-siegel.pfx");
            var kept = await File.ReadAllBytesAsync(certificate);
            File.Delete(certificate);

            Assert.Contains("Das Schreiben lässt sich gerade nicht siegeln", WebUtility.HtmlDecode(await mayor.Get($"{reply}/unterzeichnen")));
            var refused = WebUtility.HtmlDecode(await mayor.Post($"{reply}/unterzeichnen", WebForm.In(page), HttpStatusCode.Conflict));

            Assert.Contains("gibt es nicht. Unterzeichnet ist deshalb nichts.", refused);
            Assert.Equal("Nino Haase", WebForm.In(refused)["Input.Name"]);
            await File.WriteAllBytesAsync(certificate, kept);
            await mayor.Do($"{reply}/unterzeichnen", WebForm.In(refused));
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [ChromiumTheory]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task The_page_passes_the_checks_of_accessibility_without_script_too(int width, bool dark)
    {
        using var file = await city.Stranger().Ask("/anfragen/1435-2025/antwort.pdf");
        var pdf = await file.Content.ReadAsByteArrayAsync();
        await using var visit = await chromium.Open(city.Address, new View(width, Dark: dark));
        var page = visit.Page;
        await page.GotoAsync("/anfragen/1435-2025");
        await Look("published");
        await page.ClickAsync("footer a:has-text('Echtheit prüfen')");
        await Look("empty");
        await page.SetInputFilesAsync("[name='Input.Content']", new FilePayload { Name = "antwort.pdf", MimeType = "application/pdf", Buffer = pdf });
        await page.ClickAsync("main button:has-text('Prüfen')");
        await page.GetByText("Echt: Das ist das Antwortschreiben").WaitForAsync();
        await Look("real");
        await page.FillAsync("[name='Input.Sha256']", new string('a', 64));
        await page.ClickAsync("main button:has-text('Prüfen')");
        await page.GetByText("Diese Prüfsumme ist hier nicht bekannt.").WaitForAsync();
        await Look("unknown");
        await page.FillAsync("[name='Input.Sha256']", "falsch");
        await page.ClickAsync("main button:has-text('Prüfen')");
        await page.Locator(".anf-error-summary").WaitForAsync();
        await Look("refused");
        Assert.Empty(await page.Context.CookiesAsync());

        await using var plain = await chromium.Open(city.Address, new View(width, Dark: dark, Script: false));
        await plain.Page.GotoAsync(Page);
        await plain.Page.FillAsync("[name='Input.Sha256']", Digest(pdf));
        await plain.Page.ClickAsync("main button:has-text('Prüfen')");
        await Assertions.Expect(plain.Page.Locator("main")).ToContainTextAsync("Das Schreiben gilt.");

        async Task Look(string name)
        {
            await page.Picture($"verify-{name}-{width}");
            await visit.IsAccessible();
        }
    }

    private static async Task<string> Ask(Person person, string digest)
    {
        using var answer = await person.Send(Page, Typed(digest));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static FormUrlEncodedContent Typed(string digest) => new([KeyValuePair.Create("Input.Sha256", digest)]);

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
