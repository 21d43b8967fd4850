using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Answers;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Search;

[Collection(AnswerCollection.Name)]
public sealed class SearchPagesTests(LivelyCity city)
{
    [Fact]
    public async Task A_part_of_a_word_finds_the_inquiry_and_says_where_it_stands()
    {
        await city.IndexSearch();
        var clerk = await city.SignIn(DemoCity.CouncilClerk);

        var page = await clerk.Get("/suche?worte=Dezernat");
        Assert.Contains("Schwaches Abschneiden beim Smart City Index 2025", page);
        Assert.Contains("<mark>Fördermitteldezernats</mark>", page);
        Assert.Contains("Antwort zu Frage 4:", page);
        Assert.Contains("Keine Anfrage gefunden", await clerk.Get("/suche?worte=Xylophonorchester"));
        Assert.Contains("lässt sich nicht suchen", await clerk.Get("/suche?worte=und+die"));
        Assert.Contains("Wonach suchen Sie?", await clerk.Get("/suche"));
        Assert.Contains("value=\"&lt;script&gt;&quot;\"", await clerk.Get("/suche?worte=%3Cscript%3E%22"));
    }

    [Fact]
    public async Task Nobody_searches_without_signing_in()
    {
        using var response = await city.Stranger().Ask("/suche?worte=Dezernat");

        Assert.StartsWith("/anmelden", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_refers_to_an_earlier_answer_and_keeps_what_was_typed_and_saves_nothing()
    {
        var answer = (await city.Answers("Welche Fördermittel hat das Fördermitteldezernat für die Digitalisierung eruiert?"))[0];
        await city.IndexSearch();
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var form = WebForm.In(await clerk.Get(answer));
        form["Input.Markdown"] = "Das steht schon da.";

        var page = await clerk.Post($"{answer}?handler=Earlier", form.Add("words", ""), HttpStatusCode.OK);
        Assert.Equal("Das steht schon da.", WebForm.In(page)["Input.Markdown"]);
        Assert.Contains("1435/2025 Schwaches Abschneiden", page);
        Assert.Contains("1435/2025 Schwaches Abschneiden", await clerk.Get($"{answer}/fruehere?words=Digitalisierung"));
        Assert.Contains("keine zugestellte Antwort", await clerk.Get($"{answer}/fruehere?words=Xylophonorchester"));

        form = WebForm.In(page).Add("question", Regex.Match(page, "name=\"question\" value=\"([^\"]+)\"").Groups[1].Value);
        form = WebForm.In(await clerk.Post($"{answer}?handler=Refer", form, HttpStatusCode.OK));
        Assert.Matches(@"^Das steht schon da\.\s+Hierzu wird auf die Antwort zu Frage 4 der Anfrage (\[1435/2025\]\(\S+\)|1435/2025) verwiesen\.$", form["Input.Markdown"]);
        Assert.Equal("Own", form["Input.Kind"]);
        Assert.Contains("Noch nicht gespeichert", await clerk.Get(answer));

        form["Input.Markdown"] = "";
        form.Add("question", Guid.CreateVersion7().ToString());
        await clerk.Post($"{answer}?handler=Refer", form, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whether_it_was_asked_before_is_shown_while_drafting_and_at_intake()
    {
        await city.IndexSearch();
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = "Wieder der Smart City Index";
        form["Input.Questions[0].Text"] = "Warum schneidet Mainz im Index so schwach ab?";
        var page = await member.Post("/vorgaenge/neu?handler=Similar", form, HttpStatusCode.OK);
        Assert.Contains("Schwaches Abschneiden beim Smart City Index 2025", page);
        Assert.Equal("Warum schneidet Mainz im Index so schwach ab?", WebForm.In(page)["Input.Questions[0].Text"]);
        Assert.Contains("keine ähnliche Anfrage", await member.Post("/vorgaenge/neu?handler=Similar", WebForm.In(await member.Get("/vorgaenge/neu")), HttpStatusCode.OK));

        var address = await member.Do("/vorgaenge/neu?handler=Submit", WebForm.In(page));
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        Assert.Contains($"{address}/aehnliche", await clerk.Get($"{address}/registrieren"));
        Assert.Contains("Schwaches Abschneiden beim Smart City Index 2025", await clerk.Get($"{address}/aehnliche"));
        using var hidden = await (await city.SignIn(DemoCity.ListMember)).Ask($"{address}/aehnliche");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }
}
