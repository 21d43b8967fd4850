using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Inquiries;

[Collection(InquiryCollection.Name)]
public sealed class InquiryFormTests(FoundedCity city)
{
    private const string New = "/vorgaenge/neu";
    private const string Save = "?handler=Save";
    private const string Submit = "?handler=Submit";
    private const string Split = "?handler=Split";
    private const string Arrange = "?handler=Arrange";

    [Fact]
    public async Task A_pasted_text_becomes_questions_is_handed_in_and_gets_its_number()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, question: "");
        form["Pasted"] = "Die Brücke ist alt.\n\nWir fragen die Verwaltung:\n1. Wie alt ist sie?\n2. Was kostet eine neue?\na) mit Radweg\nb) ohne Radweg\n\nBegründung:\nSie wackelt.";

        form = WebForm.In(await member.Post(New + Split, form, HttpStatusCode.OK));
        Assert.Contains("Die Brücke ist alt.", form["Input.Preamble"]);
        Assert.Equal("1.", form["Input.Questions[0].Label"]);
        Assert.Equal("Wie alt ist sie?", form["Input.Questions[0].Text"]);
        Assert.Equal("1", form["Input.Questions[2].Level"]);
        Assert.Contains("Sie wackelt.", form["Input.Rationale"]);
        form["Input.Subject"] = "Zustand der Brücke";
        var address = await member.Do(New + Submit, form);

        var page = await member.Get(address);
        Assert.Contains("Die Anfrage ist eingereicht.", page);
        Assert.Contains("noch ohne Nummer", page);
        Assert.Contains($"{address}/zurueckholen", page);
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        Assert.Contains($"{address}/registrieren", await clerk.Get("/aufgaben"));
        var admission = await clerk.Get($"{address}/registrieren");
        Assert.Contains("Was kostet eine neue?", admission);
        await clerk.Do($"{address}/registrieren", WebForm.In(admission));
        Assert.Matches("Die Anfrage ist unter der Nummer [0-9]+/[0-9]{4} registriert", await clerk.Get(address));
        Assert.DoesNotContain("zurueckholen", await member.Get(address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_inquiry_is_kept_as_draft_but_not_handed_in(string nothing)
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, nothing, nothing);

        var page = await member.Post(New + Submit, form, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("href=\"#Input_Subject\">Bitte geben Sie einen Betreff an.", page);
        Assert.Contains("href=\"#Input_Questions\">Bitte stellen Sie mindestens eine Frage.", page);
        Assert.Contains("href=\"#Input_Questions_0__Text\">Diese Frage ist noch leer.", page);

        Assert.EndsWith("/entwurf", await member.Do(New + Save, form));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_a_sentence_and_kept()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var text = new string('ü', 100_000);
        var form = await Form(member, text, text);
        form["Pasted"] = text;

        foreach (var handler in new[] { Save, Submit })
        {
            var page = await member.Post(New + handler, form, HttpStatusCode.UnprocessableEntity);
            Assert.Contains("Bitte höchstens 500 Zeichen; es sind 100.000.", page);
            Assert.Contains("Bitte höchstens 60.000 Zeichen; es sind 100.000.", page);
            var again = WebForm.In(page);
            Assert.Equal((text, text), (again["Input.Subject"], again["Input.Questions[0].Text"]));
        }

        var unsplit = WebForm.In(await member.Post(New + Split, form, HttpStatusCode.UnprocessableEntity));
        Assert.Equal(text, unsplit["Pasted"]);
    }

    [Fact]
    public async Task Two_hundred_questions_are_handed_in_and_three_hundred_kept_and_refused()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, "Zweihundert Fragen");
        for (var index = 1; index < 300; index++) form.Add($"Input.Questions[{index}].Text", $"Frage Nummer {index + 1}?");

        var page = await member.Post(New + Submit, form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Eine Anfrage kann höchstens 200 Fragen haben. Es sind 300.", page);
        var kept = WebForm.In(page);
        Assert.Equal("Frage Nummer 300?", kept["Input.Questions[299].Text"]);
        for (var index = 299; index >= 200; index--) kept = kept.Without($"Input.Questions[{index}]");
        var address = await member.Do(New + Submit, kept);
        Assert.Contains("Frage Nummer 200?", await member.Get(address));
    }

    [Theory]
    [InlineData("\u0001")]
    [InlineData("\0")]
    public async Task Control_characters_are_refused_beside_their_fields(string character)
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, $"Betreff{character}", $"Frage{character}?");

        var page = await member.Post(New + Save, form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("href=\"#Input_Subject\">Hier sind keine Zeilenumbrüche oder Steuerzeichen möglich.", page);
        Assert.Contains("href=\"#Input_Questions_0__Text\">Der Text enthält unsichtbare Steuerzeichen.", page);
    }

    [Fact]
    public async Task A_text_full_of_NUL_characters_is_kept_but_for_them()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, "Betreff", string.Concat(Enumerable.Repeat("ab\0", 19_000)));
        form["Input.Rationale"] = "100%00 und %01 bleiben";

        var page = await member.Post(New + Save, form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("href=\"#Input_Questions_0__Text\">Der Text enthält unsichtbare Steuerzeichen.", page);
        var kept = WebForm.In(page);
        Assert.Equal(string.Concat(Enumerable.Repeat("ab", 19_000)), string.Concat(kept["Input.Questions[0].Text"].Where(character => !char.IsControl(character))));
        Assert.Equal(form["Input.Rationale"], kept["Input.Rationale"]);
    }

    [Fact]
    public async Task Markup_in_any_field_is_shown_as_the_characters_that_were_typed()
    {
        const string Script = "<script>alert('x')</script>";
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, Script, Script);
        foreach (var field in new[] { "Input.Preamble", "Input.Rationale", "Input.Questions[0].Label" }) form[field] = Script;

        var draft = await member.Do(New + Save, form);
        var address = await member.Do(draft + Submit, WebForm.In(await member.Get(draft)));
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        await clerk.Do($"{address}/zurueckweisen", Rejecting(await clerk.Get($"{address}/zurueckweisen?alle=true"), Script));

        var pages = new List<string>
        {
            await member.Get(address), await member.Get("/vorgaenge"), await clerk.Get(address), await clerk.Get($"{address}/wieder-zulassen"),
            await member.Get($"{address}/zurueckholen"),
        };
        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<script>alert", page);
            Assert.Contains("&lt;script&gt;alert", page);
        });
    }

    [Fact]
    public async Task A_draft_of_others_is_not_there()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var draft = await member.Do(New + Save, await Form(member, "Nur für uns"));
        var stranger = await city.SignIn(DemoCity.ListMember);

        foreach (var path in new[] { draft, draft.Replace("/entwurf", ""), $"/vorgaenge/{Guid.CreateVersion7()}/entwurf", "/vorgaenge/unsinn" })
        {
            using var answer = await stranger.Ask(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var posted = await stranger.Post(draft + Save, await Form(stranger, "Übernommen"));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    [Fact]
    public async Task A_stale_draft_shows_both_texts_and_is_saved_on_top_deliberately()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var draft = await member.Do(New + Save, await Form(member, "Parkplätze", "Wie viele Plätze gibt es?"));
        var (mine, theirs) = (WebForm.In(await member.Get(draft)), WebForm.In(await member.Get(draft)));
        theirs["Input.Questions[0].Text"] = "Wie viele Plätze gibt es heute?";
        mine["Input.Questions[0].Text"] = "Wie viele Plätze gibt es am Rhein?";
        await member.Do(draft + Save, theirs);

        var page = await member.Post(draft + Save, mine, HttpStatusCode.Conflict);

        Assert.Contains("Jemand hat diesen Entwurf inzwischen geändert", page);
        Assert.Contains("heute", Regex.Match(page, "<del>.*?</del>").Value);
        Assert.Contains("am Rhein", Regex.Match(page, "<ins>.*?</ins>").Value);
        var again = WebForm.In(page);
        Assert.Equal("Wie viele Plätze gibt es am Rhein?", again["Input.Questions[0].Text"]);
        await member.Post(draft + Save, again, HttpStatusCode.Conflict);
        again["Input.BasedOn"] = Regex.Match(page, "name=\"Input.BasedOn\" value=\"([0-9]+)\"").Groups[1].Value;
        await member.Do(draft + Save, again);
        Assert.Contains("am Rhein", await member.Get(draft));
    }

    [Fact]
    public async Task Sending_one_form_twice_makes_one_inquiry()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, $"Doppelklick {Guid.CreateVersion7()}", "Nur einmal?");

        var addresses = await Task.WhenAll(member.Do(New + Submit, form), member.Do(New + Submit, form));

        Assert.Single(addresses.Distinct());
        Assert.Equal(1, await city.Database<long>("SELECT COUNT(*) FROM inquiries WHERE subject = @subject", new { subject = form["Input.Subject"] }));
    }

    [Fact]
    public async Task A_form_changed_and_sent_again_is_refused_kept_and_goes_through_when_sent_once_more()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, $"Aus dem Verlauf {Guid.CreateVersion7()}", "Die erste Fassung?");
        var first = await member.Do(New + Submit, form);
        form["Input.Questions[0].Text"] = "Die zweite Fassung?";

        var page = await member.Post(New + Submit, form, HttpStatusCode.Conflict);

        Assert.Contains("Dieses Formular ist schon einmal mit anderem Inhalt angekommen.", page);
        var again = WebForm.In(page);
        Assert.Equal("Die zweite Fassung?", again["Input.Questions[0].Text"]);
        Assert.NotEqual(form["Input.SubmissionKey"], again["Input.SubmissionKey"]);
        var second = await member.Do(New + Submit, again);
        Assert.NotEqual(first, second);
        Assert.Contains("Die erste Fassung?", await member.Get(first));
        Assert.Contains("Die zweite Fassung?", await member.Get(second));
    }

    [Fact]
    public async Task A_forged_form_saves_nothing_and_gives_the_text_back()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, $"Gefälscht {Guid.CreateVersion7()}");
        form["__RequestVerificationToken"] = "erfunden";

        var page = await member.Post(New + Save, form, HttpStatusCode.BadRequest);

        Assert.Contains("Das Formular ist nicht mehr gültig", page);
        Assert.Contains(form["Input.Subject"], page);
        Assert.Equal(0, await city.Database<long>("SELECT COUNT(*) FROM inquiries WHERE subject = @subject", new { subject = form["Input.Subject"] }));
    }

    [Fact]
    public async Task Lines_move_with_everything_that_was_typed()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = await Form(member, "", "Erste");

        form = await Arranged(member, form, "add-0");
        form["Input.Questions[1].Text"] = "Zweite";
        form["Input.CoAskers"] = await Organization("Fraktion Stadt am Fluss");
        form = await Arranged(member, form, "indent-1");
        Assert.Equal("1", form["Input.Questions[1].Level"]);
        form = await Arranged(member, form, "outdent-1");
        form = await Arranged(member, form, "up-1");
        Assert.Equal(("Zweite", "Erste"), (form["Input.Questions[0].Text"], form["Input.Questions[1].Text"]));
        Assert.Equal(await Organization("Fraktion Stadt am Fluss"), form["Input.CoAskers"]);
        form = await Arranged(member, form, "remove-0");
        Assert.Equal("Erste", form["Input.Questions[0].Text"]);
        Assert.False(form.Has("Input.Questions[1].Text"));
    }

    private static async Task<WebForm> Form(Person member, string subject = "", string question = "Warum?")
    {
        var form = WebForm.In(await member.Get(New));
        form["Input.Subject"] = subject;
        form["Input.Questions[0].Text"] = question;
        return form;
    }

    private static async Task<WebForm> Arranged(Person member, WebForm form, string step)
    {
        form["step"] = step;
        return WebForm.In(await member.Post(New + Arrange, form, HttpStatusCode.OK));
    }

    private static WebForm Rejecting(string page, string reason)
    {
        var form = WebForm.In(page);
        form["Input.Reason"] = reason;
        return form;
    }

    private async Task<string> Organization(string name) => (await city.Database<Guid>("SELECT id FROM organizations WHERE name = @name", new { name })).ToString();
}
