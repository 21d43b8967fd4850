using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Anfragen.Application.Tests.Documents;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Replies;

[Collection(ReplyCollection.Name)]
public sealed class PublicationTests(LivelyCity city)
{
    [Fact]
    public async Task What_is_not_published_cannot_be_told_from_what_does_not_exist()
    {
        var (inquiry, address) = await city.Delivered("Stege", ("Wie viele?", "Es sind vier."));
        var unknown = await NotFound("/anfragen/1-1999");
        var unknownFile = await NotFound("/anfragen/1-1999/antwort.pdf");

        Assert.Equal(unknown, await NotFound(address));
        Assert.Equal(unknownFile, await NotFound($"{address}/antwort.pdf"));
        var office = await city.SignIn(DemoCity.CouncilClerk);
        await office.Take($"{inquiry}/veroeffentlichen");
        Assert.Contains("Es sind vier.", await city.Stranger().Get(address));
        await office.Take($"{inquiry}/depublizieren", ("Input.Reason", "Ein Name stand darin."));
        Assert.Equal(unknown, await NotFound(address));
        Assert.Equal(unknownFile, await NotFound($"{address}/antwort.pdf"));
        Assert.DoesNotContain(address, await city.Stranger().Get("/anfragen"));
    }

    [Fact]
    public async Task The_public_page_holds_what_was_chosen_and_nothing_else()
    {
        var (inquiry, address) = await city.Delivered("Fähren", ("Welche Fähren fahren?", "Es fahren zwei."), ("Wem gehören sie?", "Das ist vertraulich."));
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var form = WebForm.In(await office.Get($"{inquiry}/veroeffentlichen"));
        form["Input.Questions"] = form["Input.Questions"];

        Assert.Contains("Das PDF enthält alle Fragen", await office.Post($"{inquiry}/veroeffentlichen", form, HttpStatusCode.Conflict));
        form["Input.WithFile"] = "false";
        await office.Do($"{inquiry}/veroeffentlichen", form);

        var page = await city.Stranger().Get(address);
        Assert.Contains("Es fahren zwei.", page);
        Assert.DoesNotContain("Wem gehören sie?", page);
        Assert.DoesNotContain("vertraulich", page);
        Assert.DoesNotContain("Vorab ein Hinweis", page);
        Assert.DoesNotContain("antwort.pdf", page);
        await NotFound($"{address}/antwort.pdf");

        await office.Take($"{inquiry}/veroeffentlichen");
        page = await city.Stranger().Get(address);
        Assert.Contains("Wem gehören sie?", page);
        Assert.Contains("Vorab ein Hinweis", page);
        Assert.Contains($"{address}/antwort.pdf", page);
    }

    [Fact]
    public async Task A_chosen_attachment_can_be_saved_by_anybody_and_the_others_cannot()
    {
        var inquiry = await city.CoSigned("Brunnen", ("Wie viele?", "Es sind neun."));
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var reply = await office.Take($"{inquiry}/schreiben");
        await Attach("Liste der Brunnen", SampleFiles.JpegWithPlace());
        await Attach("Rohfassung", SampleFiles.Pdf());
        await office.Take($"{reply}/zur-pruefung");
        await city.Deliver(reply);
        var offer = await office.Get($"{inquiry}/veroeffentlichen");
        var form = WebForm.In(offer);
        Assert.Contains("GPS", offer);
        Assert.False(form.Has("Input.Attachments"));

        form.Add("Input.Attachments", Regex.Match(offer, "/anlagen/(?<id>[0-9a-f-]{36})\"").Groups["id"].Value);
        Assert.Contains("Liste der Brunnen", Frame(await office.Post($"{inquiry}/veroeffentlichen?handler=Preview", form, HttpStatusCode.OK)));
        await office.Do($"{inquiry}/veroeffentlichen", form);

        var page = await city.Stranger().Get(await city.PublicAddress(inquiry));
        Assert.DoesNotContain("Rohfassung", page);
        using var file = await city.Stranger().Ask(Regex.Match(page, "href=\"(?<to>[^\"]+/anlagen/[^\"]+)\"").Groups["to"].Value);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (file.StatusCode, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(SampleFiles.JpegWithPlace(), await file.Content.ReadAsByteArrayAsync());

        async Task Attach(string title, byte[] bytes)
        {
            var upload = WebForm.In(await office.Get($"{reply}/anlagen"));
            upload["Input.Title"] = title;
            using var answer = await office.Upload($"{reply}/anlagen", upload, "Input.Content", "datei", bytes);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_preview_follows_the_choice_and_publishes_nothing()
    {
        var (inquiry, address) = await city.Delivered("Märkte", ("Wann ist Markt?", "Dienstags."), ("Was kostet ein Stand?", "Zwölf Euro."));
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var form = WebForm.In(await office.Get($"{inquiry}/veroeffentlichen"));
        form["Input.Questions"] = form["Input.Questions"];

        var preview = Frame(await office.Post($"{inquiry}/veroeffentlichen?handler=Preview", form, HttpStatusCode.OK));

        Assert.Contains("Dienstags.", preview);
        Assert.DoesNotContain("Zwölf Euro.", preview);
        await NotFound(address);
        form.Without("Input.Questions");
        Assert.Contains("Noch ist keine Frage gewählt.", await office.Post($"{inquiry}/veroeffentlichen?handler=Preview", form, HttpStatusCode.OK));
        Assert.Contains("mindestens eine Frage", await office.Post($"{inquiry}/veroeffentlichen", form, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task Of_a_supplement_that_stays_non_public_not_even_the_date_or_the_file_is_seen()
    {
        var inquiry = await city.CoSigned("Bäder", ("Wann öffnen sie?", "Im Mai."), ("Was kostet die Sanierung?", null));
        await city.Deliver(await city.InReview(inquiry));
        var (clerk, head) = (await city.SignIn(DemoCity.MainOfficeClerk), await city.SignIn(DemoCity.MainOfficeHead));
        var answer = Regex.Matches(await clerk.Get(inquiry), "/antworten/[0-9a-f-]{36}").Select(link => link.Value).Distinct().Last();
        await Answers.Drafting.Save(clerk, answer, "Neun Millionen Euro.");
        await clerk.Take($"{answer}/zur-mitzeichnung");
        await head.Take($"{answer}/mitzeichnen");
        var supplement = await city.InReview(inquiry);
        var mayor = await city.SignIn(DemoCity.MayorsOfficeClerk);
        await mayor.Take($"{supplement}/pruefen");
        await mayor.Take($"{supplement}/unterzeichnen", ("Input.Place", "Mainz-Kastel"));
        var office = await city.SignIn(DemoCity.CouncilClerk);
        await office.Take($"{supplement}/zustellen");

        var publishing = await office.Get($"{inquiry}/veroeffentlichen");
        var form = WebForm.In(publishing);
        form["Input.Questions"] = form["Input.Questions"];
        await office.Do($"{inquiry}/veroeffentlichen", form);

        var address = Regex.Match(await office.Get(inquiry), "/anfragen/[0-9]+-[0-9]{4}").Value;
        var page = await city.Stranger().Get(address);
        Assert.Contains("Im Mai.", page);
        Assert.DoesNotContain("Mainz-Kastel", page);
        using var file = await city.Stranger().Ask($"{address}/antwort.pdf");
        Assert.Equal(await Signed(inquiry, ordinal: 1), Digest(await file.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task Who_signed_is_told_that_somebody_else_publishes()
    {
        var inquiry = await city.CoSigned("Tore", ("Wie viele?", "Es sind zwei."));
        var reply = await city.InReview(inquiry);
        var mayor = await city.SignIn(DemoCity.MayorsOfficeClerk);
        var token = WebForm.In(await mayor.Get($"{reply}/pruefen")).Without("Input");
        await city.Deliver(reply);

        var page = await mayor.Get($"{inquiry}/veroeffentlichen");

        Assert.Contains("Das muss eine zweite Person tun", page);
        Assert.DoesNotContain("name=\"Input.Questions\"", page);
        var choice = WebForm.In(await (await city.SignIn(DemoCity.CouncilClerk)).Get($"{inquiry}/veroeffentlichen"))["Input.Questions"];
        token.Add("Input.Questions", choice).Add("Input.WithFile", "true");
        Assert.Contains("Bitte lassen Sie das eine zweite Person tun.", await mayor.Post($"{inquiry}/veroeffentlichen", token, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Markup_in_every_text_stays_text()
    {
        var (inquiry, address) = await city.Delivered(
            "<script>alert('Betreff')</script>", ("<script>alert('Frage')</script>", "Hier steht \\<script\\>alert('Antwort')\\</script\\>."));
        await (await city.SignIn(DemoCity.CouncilClerk)).Take($"{inquiry}/veroeffentlichen");

        foreach (var page in new[] { await city.Stranger().Get(address), await city.Stranger().Get("/anfragen") })
        {
            Assert.DoesNotContain("<script>alert", page);
            Assert.Contains("&lt;script&gt;alert(&#x27;Betreff&#x27;)&lt;/script&gt;", page);
        }

        Assert.Matches("&lt;script&gt;alert\\('Antwort'\\)|&lt;script&gt;alert\\(&#(39|x27);Antwort", await city.Stranger().Get(address));
    }

    [Fact]
    public async Task The_public_file_is_shown_under_its_name_and_asked_for_anew_every_time()
    {
        using var file = await city.Stranger().Ask("/anfragen/1435-2025/antwort.pdf");

        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Antwort-1435-2025.pdf", file.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.Equal($"\"{Digest(bytes)}\"", file.Headers.ETag!.Tag);
        Assert.True(file.Headers.CacheControl is { NoCache: true, NoStore: false });
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        using var client = new HttpClient { BaseAddress = city.Address };
        client.DefaultRequestHeaders.IfNoneMatch.Add(file.Headers.ETag);
        using var again = await client.GetAsync("/anfragen/1435-2025/antwort.pdf");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/anfragen")]
    [InlineData("/anfragen/1435-2025")]
    [InlineData("/anfragen/1435-2025/antwort.pdf")]
    [InlineData("/anfragen/1-1999")]
    [InlineData("/echtheit")]
    public async Task Public_pages_set_no_cookie(string path)
    {
        using var answer = await city.Stranger().Ask(path);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/anfragen/1435-2025/")]
    [InlineData("/Anfragen/1435-2025")]
    public async Task Another_spelling_of_the_address_leads_to_the_one(string path)
    {
        using var answer = await city.Stranger().Ask(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/anfragen/1435-2025", answer.Headers.Location!.ToString());
    }

    private async Task<string> NotFound(string path)
    {
        using var answer = await city.Stranger().Ask(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<string> Signed(string inquiry, int ordinal) => city.Database<string>(
        "SELECT s.pdf_sha256 FROM signatures s JOIN replies r ON r.id = s.reply_id WHERE r.inquiry_id = @id AND r.ordinal = @ordinal",
        new { id = Guid.Parse(inquiry.Split('/')[^1]), ordinal });

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Frame(string page) => page[page.IndexOf("id=\"preview-frame\"", StringComparison.Ordinal)..];
}
