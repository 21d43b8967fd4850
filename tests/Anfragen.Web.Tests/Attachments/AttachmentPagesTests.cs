using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Application.Documents;
using Anfragen.Application.Tests.Documents;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Answers;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Attachments;

/// <summary>Every kind of file through the form, as a browser sends it.</summary>
[Collection(AnswerCollection.Name)]
public sealed partial class AttachmentPagesTests(LivelyCity city)
{
    private const string File = "Input.Content";

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "Windows-Programm", SampleFiles.Program },
        { "größer als 64 MB", SampleFiles.Bomb() },
        { "weitere", SampleFiles.DocxWith("", ("word/embeddings/a.zip", SampleFiles.Zip(("a.txt", [65])))) },
        { "Makros", SampleFiles.DocxWith("", ("word/vbaProject.bin", [1])) },
        { "Pfade", SampleFiles.DocxWith("", ("../../etc/passwd", [1])) },
        { "PDF ist beschädigt", SampleFiles.Pdf()[..200] },
        { "Webseite", SampleFiles.Bytes("<html><script>alert(1)</script></html>") },
        { "Webseite", SampleFiles.Bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>") },
        { "nicht leer", [] },
        { "größer als 25 MB", [.. SampleFiles.Pdf(), .. new byte[DocumentLimits.FileBytes]] },
    };

    public static TheoryData<string, string, byte[]> Kinds => new()
    {
        { "application/pdf", "pdf", SampleFiles.Pdf() },
        { "image/png", "png", SampleFiles.Png },
        { "image/jpeg", "jpg", SampleFiles.JpegWithPlace() },
        { FileFormat.Docx.MediaType(), "docx", SampleFiles.Docx(SampleFiles.Paragraph("Text")) },
        { FileFormat.Xlsx.MediaType(), "xlsx", SampleFiles.Xlsx("", "") },
        { FileFormat.Pptx.MediaType(), "pptx", SampleFiles.Pptx() },
        { FileFormat.Odt.MediaType(), "odt", SampleFiles.Odf(FileFormat.Odt, "<office:text/>") },
        { "text/plain", "txt", SampleFiles.Bytes("Größe") },
    };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public async Task A_file_is_attached_and_saved_again_under_its_true_kind(string mediaType, string extension, byte[] bytes)
    {
        var (member, page) = await NewInquiry();

        var list = await Attach(member, page, "Lageplan Süd", "lageplan.exe", bytes);
        Assert.Contains("Lageplan Süd", list);
        Assert.Contains("Anlagen sind zunächst nichtöffentlich", list);
        using var answer = await member.Ask(Link().Match(list).Value);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal($"Lageplan-Süd.{extension}", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal($"\"{Anfragen.Domain.Digest.OfBytes(bytes)}\"", answer.Headers.ETag!.Tag);
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_file_is_refused_with_a_sentence_and_the_title_is_kept(string what, byte[] bytes)
    {
        var (member, page) = await NewInquiry();
        var form = await UploadForm(member, page);
        form["Input.Title"] = "Mein Titel";

        using var answer = await member.Upload(page, form, File, "harmlos.pdf", bytes);
        var again = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(what, again);
        Assert.Contains("value=\"Mein Titel\"", again);
        Assert.Contains("Noch hängt hier keine Anlage.", again);
    }

    [Fact]
    public async Task A_request_far_too_large_is_refused_as_such()
    {
        var (member, page) = await NewInquiry();
        var form = await UploadForm(member, page);

        using var answer = await member.Upload(page, form, File, "gross.pdf", new byte[27 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_double_submit_makes_one_and_removing_hides_it()
    {
        var (member, page) = await NewInquiry();
        var form = await UploadForm(member, page);
        form["Input.Title"] = "Einmal";

        using var first = await member.Upload(page, form, File, "a.png", SampleFiles.Png);
        using var second = await member.Upload(page, form, File, "a.png", SampleFiles.Png);
        var list = await member.Get(page);
        var link = Assert.Single(Link().Matches(list)).Value;
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));

        await member.Do($"{page}?handler=Remove", WebForm.In(list));

        Assert.Contains("Noch hängt hier keine Anlage.", await member.Get(page));
        using var gone = await member.Ask(link);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Who_does_not_see_the_inquiry_finds_neither_page_nor_file()
    {
        var (member, page) = await NewInquiry();
        var link = Link().Match(await Attach(member, page, "Plan", "plan.png", SampleFiles.Png)).Value;
        var stranger = await city.SignIn(DemoCity.MainOfficeClerk);

        foreach (var path in new[] { page, link })
        {
            using var answer = await stranger.Ask(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            using var nobody = await city.Stranger().Ask(path);
            Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
        }
    }

    [Fact]
    public async Task An_answer_takes_attachments_of_its_department_alone()
    {
        var answer = (await city.Answers("Wie viele Bäume?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);

        var list = await Attach(clerk, $"{answer}/anlagen", "Baumkataster", "k.xlsx", SampleFiles.Xlsx("<sheets><sheet name=\"x\" state=\"hidden\"/></sheets>", ""));

        Assert.Contains("ein ausgeblendetes Tabellenblatt", list);
        Assert.Contains($"href=\"{answer}/anlagen\"", await clerk.Get(answer));
        var office = await city.SignIn(DemoCity.CouncilClerk);
        Assert.DoesNotContain("enctype", await office.Get($"{answer}/anlagen"));
        using var member = await (await city.SignIn(DemoCity.SpdMember)).Ask($"{answer}/anlagen");
        Assert.Equal(HttpStatusCode.NotFound, member.StatusCode);
    }

    private async Task<(Person Member, string Page)> NewInquiry()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = $"Anfrage {Guid.CreateVersion7()}";
        form["Input.Questions[0].Text"] = "Wie viele?";
        return (member, await member.Do("/vorgaenge/neu?handler=Submit", form) + "/anlagen");
    }

    private static async Task<string> Attach(Person person, string page, string title, string fileName, byte[] bytes)
    {
        var form = await UploadForm(person, page);
        form["Input.Title"] = title;
        using var answer = await person.Upload(page, form, File, fileName, bytes);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return await person.Get(page);
    }

    private static async Task<WebForm> UploadForm(Person person, string page)
    {
        var html = await person.Get(page);
        return WebForm.In("<main>" + html[html.IndexOf("id=\"upload\"", StringComparison.Ordinal)..]);
    }

    [GeneratedRegex("/anlagen/[0-9a-f-]{36}")]
    private static partial Regex Link();
}
