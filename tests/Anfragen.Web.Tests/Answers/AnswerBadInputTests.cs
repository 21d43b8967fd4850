using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Answers;

[Collection(AnswerCollection.Name)]
public sealed class AnswerBadInputTests(LivelyCity city)
{
    private const string Script = "<script>alert('x')</script>";

    [Fact]
    public async Task A_stale_text_meets_the_newer_one_and_overwrites_nothing_unless_asked_to()
    {
        var answer = (await city.Answers("Wie viele Plätze?"))[0];
        var (clerk, colleague) = (await city.SignIn(DemoCity.MainOfficeClerk), await city.SignIn(DemoCity.MainOfficeHead));
        await clerk.Save(answer, "Es sind zwölf Plätze.");
        var mine = WebForm.In(await clerk.Get(answer));
        await colleague.Save(answer, "Es sind elf Plätze.");
        mine["Input.Markdown"] = "Es sind 12 Plätze am Rhein.";

        var page = await clerk.Post(answer, mine, HttpStatusCode.Conflict);

        Assert.Contains("Klaus Weber hat inzwischen Fassung 2 gespeichert", page);
        Assert.Contains("elf", Regex.Match(page, "<del>.*?</del>", RegexOptions.Singleline).Value);
        Assert.Contains("Es sind elf Plätze.", page);
        var again = WebForm.In(page);
        Assert.Equal("Es sind 12 Plätze am Rhein.", again["Input.Markdown"]);
        Assert.Equal(2, await Versions(answer));

        await clerk.Post(answer, again, HttpStatusCode.Conflict);
        again["latest"] = Regex.Match(page, "name=\"latest\" value=\"([0-9]+)\"").Groups[1].Value;
        await clerk.Do($"{answer}?handler=OnTop", again);
        Assert.Equal(3, await Versions(answer));
        Assert.Contains("Es sind 12 Plätze am Rhein.", WebForm.In(await clerk.Get(answer))["Input.Markdown"]);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_a_sentence_and_kept()
    {
        var answer = (await city.Answers("Wie lang?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = new string('ü', 100_000);

        var page = await clerk.Post(answer, form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("href=\"#Input_Markdown\">Bitte höchstens 60.000 Zeichen; es sind 100.000.", page);
        Assert.Equal(form["Input.Markdown"], WebForm.In(page)["Input.Markdown"]);
        Assert.Contains("Bitte höchstens 60.000 Zeichen", await clerk.Post("/vorschau", form, HttpStatusCode.OK));
        Assert.Contains("Bitte höchstens 60.000 Zeichen", await clerk.Post($"{answer}/seiten", form, HttpStatusCode.OK));
        Assert.Equal(0, await Versions(answer));
    }

    [Fact]
    public async Task The_pages_of_the_letter_are_shown_to_whoever_may_read_the_answer_and_nothing_is_stored()
    {
        var answer = (await city.Answers("Wie wird es aussehen?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = string.Join("\n\n", Enumerable.Repeat("Ein Absatz mit **Fettem** und noch einigen Worten, damit er etwas länger wird als nur eine Zeile.", 60));

        var part = await clerk.Post($"{answer}/seiten", form, HttpStatusCode.OK);
        var whole = await clerk.Post($"{answer}?handler=Pages", form, HttpStatusCode.OK);

        Assert.Contains("aria-label=\"Seite 2 von ", part);
        Assert.Contains("aria-label=\"Seite 2 von ", whole);
        Assert.Equal(form["Input.Markdown"], WebForm.In(whole)["Input.Markdown"].ReplaceLineEndings("\n"));
        Assert.Equal(0, await Versions(answer));
        Assert.Contains("Das Zeichen „漢“ (U+6F22) fehlt in der Schrift", System.Net.WebUtility.HtmlDecode(await clerk.Post($"{answer}/seiten", With(form, "漢"), HttpStatusCode.OK)));

        var stranger = await city.SignIn(DemoCity.CitizensOfficeClerk);
        form["__RequestVerificationToken"] = Regex.Match(await stranger.Get("/aufgaben"), "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)").Groups[1].Value;
        await stranger.Post($"{answer}/seiten", form, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "Die Antwort ist noch leer.")]
    [InlineData("  \n ", "Die Antwort ist noch leer.")]
    [InlineData("Text\u0007", "Der Text enthält unsichtbare Steuerzeichen.")]
    [InlineData("Text\0", "Der Text enthält unsichtbare Steuerzeichen.")]
    public async Task Nothing_and_control_characters_are_refused(string text, string sentence)
    {
        var answer = (await city.Answers("Was denn?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = text;

        Assert.Contains(sentence, await clerk.Post(answer, form, HttpStatusCode.UnprocessableEntity));
        Assert.Equal(0, await Versions(answer));
    }

    [Fact]
    public async Task A_third_party_must_be_named_and_the_kind_is_kept()
    {
        var answer = (await city.Answers("Wer fährt?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = "Die Busse fahren.";
        form["Input.Kind"] = "ThirdParty";

        Assert.Contains("Bitte nennen Sie die Stelle", await clerk.Post(answer, form, HttpStatusCode.UnprocessableEntity));
        form["Input.InNameOf"] = "der Mainzer Mobilität";
        await clerk.Do(answer, form);
        var saved = WebForm.In(await clerk.Get(answer));
        Assert.Equal(("ThirdParty", "der Mainzer Mobilität"), (saved["Input.Kind"], saved["Input.InNameOf"]));
        form["Input.Kind"] = "Erfunden";
        await clerk.Post(answer, form, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Markup_is_shown_as_the_characters_that_were_typed()
    {
        var inquiry = await city.Registered(Script);
        await city.Route(inquiry, Drafting.CitizensOffice);
        var (clerk, contributor) = (await city.SignIn(DemoCity.MainOfficeClerk), await city.SignIn(DemoCity.CitizensOfficeClerk));
        var (lead, part) = ((await clerk.Assignments(inquiry, Drafting.Lead))[0], (await contributor.Assignments(inquiry, Drafting.Part))[0]);
        var answer = await clerk.Do($"{lead}/annehmen", WebForm.In(await clerk.Get(lead)));
        await contributor.Do($"{part}/annehmen", WebForm.In(await contributor.Get(part)));
        var contribution = WebForm.In(await contributor.Get(part));
        contribution["Input.Markdown"] = Script;
        await contributor.Do(part, contribution);
        await clerk.Save(answer, Script);
        await clerk.Save(answer, $"{Script} und mehr");

        var form = WebForm.In(await clerk.Get(answer));
        string[] pages =
        [
            await clerk.Get(lead), await contributor.Get(part), await clerk.Get($"{answer}?von=1&bis=2"), await clerk.Get($"{answer}/zur-mitzeichnung"),
            await clerk.Post("/vorschau", form, HttpStatusCode.OK), await clerk.Post($"{answer}?handler=Preview", form, HttpStatusCode.OK),
        ];
        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<script>alert", page);
            Assert.Contains("&lt;script&gt;alert", page);
        });
    }

    [Fact]
    public async Task An_answer_of_another_department_is_not_there()
    {
        var answer = (await city.Answers("Nur für uns?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        await clerk.Save(answer, "Ja.");
        var inquiry = Regex.Match(await clerk.Get(answer), "/vorgaenge/[0-9a-f-]{36}").Value;
        var assignment = (await clerk.Assignments(inquiry, Drafting.Lead))[0];
        var own = (await city.Answers("Eine eigene?"))[0];
        string[] paths =
        [
            answer, $"{answer}/zur-mitzeichnung", $"{answer}/mitzeichnen", $"{answer}/zurueckgeben", $"{answer}/zusammenlegen", $"{answer}/teilen",
            $"{answer}/zuarbeiten/neu", assignment, $"{assignment}/annehmen", $"{assignment}/ablehnen", $"/antworten/{Guid.CreateVersion7()}", "/antworten/unsinn",
        ];

        foreach (var account in new[] { DemoCity.CitizensOfficeHead, DemoCity.SpdMember })
        {
            var stranger = await city.SignIn(account);
            foreach (var path in paths)
            {
                using var response = await stranger.Ask(path);
                Assert.Equal((path, HttpStatusCode.NotFound), (path, response.StatusCode));
            }
        }

        var citizens = await city.SignIn(DemoCity.CitizensOfficeClerk);
        var form = WebForm.In(await clerk.Get(own)).Without("__");
        form["__RequestVerificationToken"] = Regex.Match(await citizens.Get("/aufgaben"), "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)").Groups[1].Value;
        form["Input.Markdown"] = "Übernommen.";
        await citizens.Post(answer, form, HttpStatusCode.NotFound);
        await clerk.Post($"{own}/zuarbeiten/{assignment.Split('/')[^1]}/verzichten", WebForm.In(await clerk.Get(own)), HttpStatusCode.NotFound);
        Assert.Equal(1, await Versions(answer));
    }

    [Fact]
    public async Task A_forged_form_saves_nothing_and_gives_the_text_back()
    {
        var answer = (await city.Answers("Wer schickt das?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = "Ein Text mit vielen Worten";
        form["__RequestVerificationToken"] = "erfunden";

        var page = await clerk.Post(answer, form, HttpStatusCode.BadRequest);

        Assert.Contains("Ein Text mit vielen Worten", page);
        Assert.Equal(0, await Versions(answer));
    }

    [Fact]
    public async Task Sending_one_form_twice_makes_one_version()
    {
        var answer = (await city.Answers("Wie oft?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = "Einmal.";

        await Task.WhenAll(clerk.Do(answer, form), clerk.Do(answer, form));

        Assert.Equal(1, await Versions(answer));
    }

    [Fact]
    public async Task A_text_changed_and_sent_again_is_not_lost()
    {
        var answer = (await city.Answers("Wie nun?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = "Die erste Fassung.";
        await clerk.Do(answer, form);
        form["Input.Markdown"] = "Die zweite Fassung.";

        var again = WebForm.In(await clerk.Post(answer, form, HttpStatusCode.Conflict));

        Assert.Equal("Die zweite Fassung.", again["Input.Markdown"]);
        Assert.Contains("hat inzwischen Fassung 1 gespeichert", await clerk.Post(answer, again, HttpStatusCode.Conflict));
        Assert.Equal(1, await Versions(answer));
    }

    [Fact]
    public async Task A_text_for_an_answer_that_meanwhile_went_elsewhere_is_shown_to_be_copied()
    {
        var answer = (await city.Answers("Wohin?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = "Mühsam geschrieben.";
        var inquiry = Regex.Match(await clerk.Get(answer), "/vorgaenge/[0-9a-f-]{36}").Value;
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var page = await office.Get($"{inquiry}/umverteilen");
        var moving = WebForm.In(page);
        moving["Input.Question"] = Regex.Match(page, "<option value=\"([0-9a-f-]{36})\"").Groups[1].Value;
        moving["Input.Department"] = Drafting.Option(page, Drafting.CitizensOffice);
        moving["Input.Reason"] = "Zuständigkeit.";
        await office.Do($"{inquiry}/umverteilen", moving);

        page = await clerk.Post(answer, form, HttpStatusCode.Conflict);

        Assert.Contains("Das haben Sie geschrieben", page);
        Assert.Contains("Mühsam geschrieben.", page);
        Assert.DoesNotContain("Fassung speichern", page);
    }

    private Task<long> Versions(string answer) =>
        city.Database<long>("SELECT COUNT(*) FROM answer_versions WHERE answer_id = @id", new { id = Guid.Parse(answer.Split('/')[^1]) });

    private static WebForm With(WebForm form, string text)
    {
        form["Input.Markdown"] = text;
        return form;
    }
}
