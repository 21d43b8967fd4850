using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Application.Tests.Documents;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Inquiries;

/// <summary>The pages on which the office records what came on paper, by mail or as a file.</summary>
[Collection(InquiryCollection.Name)]
public sealed class IntakePagesTests(FoundedCity city)
{
    private const string New = "/vorgaenge/eingang";
    private const string File = "Input.Content";
    private const string Letter = "Betreff: Steg am Rhein\n\nDer Steg ist gesperrt. Wir fragen:\n1. Warum ist er gesperrt?\n2. Was wird geplant?\n\nBegründung:\nDer Steg fehlt vielen.";

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "Windows-Programm", SampleFiles.Program },
        { "größer als 64 MB", SampleFiles.Bomb() },
        { "weitere", SampleFiles.DocxWith("", ("word/embeddings/a.zip", SampleFiles.Zip(("a.txt", [65])))) },
        { "Makros", SampleFiles.DocxWith("", ("word/vbaProject.bin", [1])) },
        { "Pfade", SampleFiles.DocxWith("", ("../../etc/passwd", [1])) },
        { "PDF ist beschädigt", SampleFiles.Pdf()[..200] },
        { "nicht leer", [] },
    };

    [Fact]
    public async Task A_mail_is_recorded_held_against_its_original_and_registered()
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        Assert.Contains($"href=\"{New}\"", await clerk.Get("/aufgaben"));
        Assert.Contains($"href=\"{New}\"", await clerk.Get("/vorgaenge"));
        var form = await Form(clerk);
        form["Input.Pasted"] = Letter;
        form["Input.ReceivedOn"] = "2025-08-29";
        form["Input.Channel"] = "Email";

        var check = await clerk.Do(New, form);
        var inquiry = check.Replace("/eingang", "", StringComparison.Ordinal);
        var page = await clerk.Get(check);
        Assert.Contains("Der Eingang ist erfasst", page);
        Assert.Contains("per E-Mail", page);
        Assert.Contains("Alles aus dem Original steht im Formular", page);
        Assert.Contains($"href=\"{check}\"", await clerk.Get("/aufgaben"));
        Assert.Contains("Jetzt mit dem Original vergleichen", await clerk.Get($"{inquiry}/registrieren"));
        var early = await clerk.Post($"{inquiry}/registrieren", WebForm.In(await clerk.Get(New)).Without("Input"), HttpStatusCode.Conflict);
        Assert.Contains("Die Zerlegung dieses Eingangs ist noch nicht geprüft.", early);

        var checking = WebForm.In(page);
        Assert.Equal(("Steg am Rhein", "Warum ist er gesperrt?", "2025-08-29"), (checking["Input.Subject"], checking["Input.Questions[0].Text"], checking["Input.ReceivedOn"]));
        checking["Input.Questions[1].Text"] = "Was wird geplant, und wann?";
        checking["Input.Rationale"] = "";
        Assert.Equal(check, await clerk.Do($"{check}?handler=Save", checking));
        page = await clerk.Get(check);
        Assert.Contains("Diese Stellen des Originals stehen nicht im Formular", page);
        Assert.Contains("Der Steg fehlt vielen", Regex.Match(page, "anf-missing__list.*?</ul>", RegexOptions.Singleline).Value);
        await clerk.Do($"{inquiry}/registrieren", WebForm.In(await clerk.Get($"{inquiry}/registrieren")));

        var member = await city.SignIn(DemoCity.SpdMember);
        page = await member.Get(inquiry);
        Assert.Contains("vom Ratsbüro erfasst, eingegangen am", page);
        Assert.Contains("Was wird geplant, und wann?", page);
        Assert.Contains("Anfrage vom Ratsbüro erfasst", page);
        using var late = await clerk.Ask(check);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_original_is_refused_beside_its_field_and_everything_typed_is_kept(string what, byte[] bytes)
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        var form = await Form(clerk);
        form["Input.Subject"] = $"Feindlich {Guid.CreateVersion7()}";
        form["Input.Channel"] = "Fax";
        form["Input.ReceivedOn"] = "2025-08-29";

        using var answer = await clerk.Upload(New, form, File, "harmlos.pdf", bytes);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(what, Regex.Match(page, "<p class=\"kern-error\" id=\"Input_Content-error\">.*?</p>", RegexOptions.Singleline).Value);
        Assert.Contains("Bitte wählen Sie die Datei noch einmal aus", page);
        var kept = WebForm.In(page);
        foreach (var field in new[] { "Input.Subject", "Input.Channel", "Input.ReceivedOn", "Input.Group", "Input.SubmissionKey" }) Assert.Equal(form[field], kept[field]);
        Assert.Equal(0, await city.Database<long>("SELECT COUNT(*) FROM inquiries WHERE subject = @subject", new { subject = form["Input.Subject"] }));
    }

    [Theory]
    [InlineData("Input.ReceivedOn", "2199-01-01", "kann nicht in der Zukunft liegen")]
    [InlineData("Input.ReceivedOn", "morgen", "Input_ReceivedOn-error")]
    [InlineData("Input.ReceivedOn", "", "Input_ReceivedOn-error")]
    [InlineData("Input.Group", "", "Input_Group-error")]
    [InlineData("Input.Channel", "Taube", "Input_Channel-error")]
    [InlineData("Input.Pasted", " ", "fügen Sie darunter seinen Text ein")]
    public async Task Bad_input_is_named_beside_its_field_and_the_rest_kept(string field, string value, string sentence)
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        var form = await Form(clerk);
        form["Input.Pasted"] = Letter;
        form["Input.Subject"] = "Bleibt stehen";
        form[field] = value;

        var page = await clerk.Post(New, form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains(sentence, page);
        Assert.Equal("Bleibt stehen", WebForm.In(page)["Input.Subject"]);
    }

    [Fact]
    public async Task A_stale_form_shows_both_and_is_saved_on_top_deliberately()
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        var check = await Recorded(clerk);
        var (mine, theirs) = (WebForm.In(await clerk.Get(check)), WebForm.In(await clerk.Get(check)));
        theirs["Input.Questions[0].Text"] = "Warum ist er heute gesperrt?";
        mine["Input.Questions[0].Text"] = "Warum ist er seit 2019 gesperrt?";
        await clerk.Do($"{check}?handler=Save", theirs);

        var page = await clerk.Post($"{check}?handler=Save", mine, HttpStatusCode.Conflict);

        Assert.Contains("Jemand hat diesen Eingang inzwischen geändert", page);
        Assert.Contains("heute", Regex.Match(page, "<del>.*?</del>").Value);
        var again = WebForm.In(page);
        Assert.Equal("Warum ist er seit 2019 gesperrt?", again["Input.Questions[0].Text"]);
        again["Input.BasedOn"] = Regex.Match(page, "name=\"Input.BasedOn\" value=\"([0-9]+)\"").Groups[1].Value;
        await clerk.Do($"{check}?handler=Save", again);
        Assert.Contains("seit 2019", await clerk.Get(check));
    }

    [Fact]
    public async Task A_scan_is_recorded_and_its_text_typed_beside_it()
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        using var answer = await clerk.Upload(New, await Form(clerk), File, "scan.png", SampleFiles.Png);
        var check = answer.Headers.Location!.ToString();
        var page = await clerk.Get(check);
        Assert.Contains("Aus dem Original wurde kein Text gelesen", page);
        Assert.DoesNotContain("Diese Stellen des Originals", page);

        var form = WebForm.In(page);
        form["Pasted"] = Letter;
        form = WebForm.In(await clerk.Post($"{check}?handler=Split", form, HttpStatusCode.OK));
        Assert.Equal(("Steg am Rhein", "2."), (form["Input.Subject"], form["Input.Questions[1].Label"]));
        form["step"] = "indent-1";
        form = WebForm.In(await clerk.Post($"{check}?handler=Arrange", form, HttpStatusCode.OK));
        Assert.Equal("1", form["Input.Questions[1].Level"]);
        form["Input.Subject"] = "";
        page = await clerk.Post($"{check}?handler=Save", form, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("href=\"#Input_Subject\">Bitte geben Sie einen Betreff an.", page);
        form = WebForm.In(page);
        Assert.Equal("Was wird geplant?", form["Input.Questions[1].Text"]);
        form["Input.Subject"] = "Steg";
        Assert.Equal(check, await clerk.Do($"{check}?handler=Save", form));
    }

    [Fact]
    public async Task A_double_is_discarded_with_a_reason()
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        var check = await Recorded(clerk);
        var discard = $"{check}/verwerfen";
        Assert.Contains($"href=\"{discard}\"", await clerk.Get(check.Replace("/eingang", "", StringComparison.Ordinal)));

        var form = WebForm.In(await clerk.Get(discard));
        Assert.Contains("Bitte geben Sie einen Grund an.", await clerk.Post(discard, form, HttpStatusCode.UnprocessableEntity));
        form["Input.Reason"] = "Liegt schon <b>vor</b>.";
        var page = await clerk.Get(await clerk.Do(discard, form));

        Assert.Contains("Der Eingang ist verworfen.", page);
        Assert.Contains("Liegt schon &lt;b&gt;vor&lt;/b&gt;.", page);
        Assert.DoesNotContain($"href=\"{check}\"", await clerk.Get("/aufgaben"));
    }

    [Fact]
    public async Task Markup_in_an_original_is_shown_as_the_characters_it_is()
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        using var answer = await clerk.Upload(
            New, await Form(clerk), File, "a.docx", SampleFiles.Docx(SampleFiles.Paragraph("Betreff: &lt;script&gt;alert(1)&lt;/script&gt;") + SampleFiles.Paragraph("1. &lt;img src=x onerror=alert(1)&gt;?")));

        var page = await clerk.Get(answer.Headers.Location!.ToString());

        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img src=x", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
    }

    [Fact]
    public async Task Others_find_neither_the_forms_nor_what_they_would_do()
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        var check = await Recorded(clerk);
        var member = await city.SignIn(DemoCity.SpdMember);

        foreach (var path in new[] { New, check })
        {
            using var answer = await member.Ask(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var posted = await member.Post($"{check}?handler=Save", WebForm.In(await clerk.Get(check)).Without("__RequestVerificationToken"));
        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
        Assert.DoesNotContain(New, await member.Get("/aufgaben"));
        Assert.DoesNotContain("zurueckholen", await member.Get(check.Replace("/eingang", "", StringComparison.Ordinal)));
        using var absent = await clerk.Ask($"/vorgaenge/{Guid.CreateVersion7()}/eingang");
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    private static async Task<string> Recorded(Person clerk)
    {
        var form = await Form(clerk);
        form["Input.Pasted"] = Letter;
        return await clerk.Do(New, form);
    }

    private static async Task<WebForm> Form(Person clerk)
    {
        var page = await clerk.Get(New);
        var form = WebForm.In(page);
        form["Input.Group"] = Regex.Match(page, "<option value=\"([0-9a-f-]{36})\">SPD-Stadtratsfraktion").Groups[1].Value;
        form["Input.Channel"] = "Paper";
        return form;
    }
}
