using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Anfragen.Web.Tests;

[Collection(ShellCollection.Name)]
public sealed partial class RefusalTests(ShellHost host)
{
    private const string Form = "/test/formular";

    [Fact]
    public async Task An_invalid_form_comes_back_with_sentences_beside_the_fields_and_everything_typed()
    {
        var (status, page) = await Post(new() { ["Input.Preamble"] = "Meine lange Vorbemerkung", ["Input.Contributors"] = "33" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<a href=\"#Input_Subject\">Bitte geben Sie einen Betreff an.</a>", page);
        Assert.Contains("id=\"Input_Subject-error\"", page);
        Assert.Matches("""<input[^>]*aria-describedby="Input_Subject-hint Input_Subject-error"[^>]*aria-invalid="true"|<input[^>]*aria-invalid="true"[^>]*aria-describedby="Input_Subject-hint Input_Subject-error" """.TrimEnd(), page);
        Assert.Contains("Meine lange Vorbemerkung</textarea>", page);
        Assert.Matches("<input[^>]*checked[^>]*value=\"33\"|<input[^>]*value=\"33\"[^>]*checked", page);
        Assert.Contains("<option value=\"10\">Hauptamt</option>", page);
        Assert.Contains("<title>Fehler: ", page);
    }

    [Fact]
    public async Task A_sentence_about_one_of_several_questions_stands_at_that_question()
    {
        var (_, page) = await Post(new() { ["Input.Subject"] = "x", ["Input.Questions[0].Text"] = "Warum?", ["Input.Questions[1].Text"] = "" });

        Assert.Contains("<a href=\"#Input_Questions_1__Text\">Diese Frage ist leer.</a>", page);
        Assert.Contains("id=\"Input_Questions_1__Text-error\"", page);
        Assert.DoesNotContain("id=\"Input_Questions_0__Text-error\"", page);
        Assert.Contains("Warum?</textarea>", page);
    }

    [Fact]
    public async Task A_broken_rule_stands_above_the_form_with_status_409()
    {
        var (status, page) = await Post(new() { ["Input.Subject"] = "doppelt", ["Input.Preamble"] = "bleibt" });

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Das geht so nicht", page);
        Assert.Contains("Diesen Betreff gibt es schon.", page);
        Assert.Contains("bleibt</textarea>", page);
        Assert.DoesNotContain("kern-error", page);
    }

    [Fact]
    public async Task A_broken_rule_while_reading_is_a_page_with_the_rules_sentence()
    {
        using var response = await host.Client().GetAsync($"{Form}?throw=rule");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Diesen Betreff gibt es schon.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unreadable_date_is_answered_in_German_and_stays_in_its_field()
    {
        var (status, page) = await Post(new() { ["Input.Subject"] = "Radwege", ["Input.ReceivedOn"] = "31. Brumaire" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("„31. Brumaire“ lässt sich hier nicht lesen.", page);
        Assert.Contains("value=\"31. Brumaire\"", page);
        Assert.Contains("value=\"Radwege\"", page);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Jana Petersen")]
    public async Task What_is_invisible_answers_byte_for_byte_like_what_is_absent(string? name)
    {
        var client = host.Client(name);
        var invisible = await PostWith(client, new() { ["Input.Subject"] = "fort" });
        using var absent = await client.GetAsync("/gibt/es/nicht");

        Assert.Equal(HttpStatusCode.NotFound, invisible.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.Equal(await invisible.Content.ReadAsByteArrayAsync(), await absent.Content.ReadAsByteArrayAsync());
        Assert.Contains("Diese Seite gibt es nicht", await absent.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unreadable_part_of_the_address_is_absent_and_an_unreadable_filter_is_none()
    {
        using var path = await host.Client().GetAsync($"{Form}/99999999999999");
        using var query = await host.Client().GetAsync($"{Form}?pageSize=viele");

        Assert.Equal(HttpStatusCode.NotFound, path.StatusCode);
        Assert.Equal(HttpStatusCode.OK, query.StatusCode);
        Assert.DoesNotContain("anf-error-summary", await query.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_missing_permission_is_403_for_somebody_and_a_question_who_it_is_for_nobody()
    {
        var somebody = await PostWith(host.Client("Jana Petersen"), new() { ["Input.Subject"] = "verboten" });
        var nobody = await PostWith(host.Client(), new() { ["Input.Subject"] = "verboten" });

        Assert.Equal(HttpStatusCode.Forbidden, somebody.StatusCode);
        Assert.Contains("Das dürfen Sie nicht", await somebody.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Fact]
    public async Task A_failure_shows_a_reference_and_nothing_from_the_inside()
    {
        var (status, page) = await Post(new() { ["Input.Subject"] = "kaputt" });

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Matches("<code>[^<]{5,}</code>", page);
        Assert.DoesNotContain("Geheimes", page);
        Assert.DoesNotContain("Exception", page);
    }

    [Fact]
    public async Task A_busy_database_asks_for_patience_and_gives_back_what_was_typed()
    {
        var client = host.Client();
        client.DefaultRequestHeaders.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        using var response = await PostWith(client, new() { ["Input.Subject"] = "alles belegt", ["Input.Preamble"] = "Eine mühsam geschriebene Vorbemerkung" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), response.Headers.RetryAfter?.Delta);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("Gespeichert wurde nichts.", page);
        Assert.Contains("Eine mühsam geschriebene Vorbemerkung</textarea>", page);
    }

    [Fact]
    public async Task When_the_error_page_fails_too_there_is_still_a_page()
    {
        using var response = await host.Client("kaputt").GetAsync(Form);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("Es ist ein Fehler aufgetreten", page);
        Assert.DoesNotContain("IOException", page);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task An_expired_form_gives_back_what_was_typed_but_not_to_a_foreign_site()
    {
        var values = new Dictionary<string, string> { ["Input.Subject"] = "Ein Betreff mit Worten", ["Password"] = "mein geheimes Wort" };
        using var own = await PostRaw(values, host.Address.GetLeftPart(UriPartial.Authority));
        using var foreign = await PostRaw(values, "https://boese.example");

        Assert.Equal(HttpStatusCode.BadRequest, own.StatusCode);
        var page = await own.Content.ReadAsStringAsync();
        Assert.Contains("Das Formular ist nicht mehr gültig", page);
        Assert.Contains("Ein Betreff mit Worten</textarea>", page);
        Assert.DoesNotContain("geheimes Wort", page);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.DoesNotContain("Ein Betreff mit Worten", await foreign.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Markup_in_every_field_comes_back_as_text()
    {
        const string Attack = "\"><script>alert(1)</script>";
        var (_, page) = await Post(new()
        {
            ["Input.Subject"] = Attack,
            ["Input.Preamble"] = Attack,
            ["Input.ReceivedOn"] = Attack,
            ["Input.Department"] = Attack,
            ["Input.Contributors"] = Attack,
            ["Input.Confirmed"] = Attack,
            ["Input.Questions[0].Text"] = Attack,
        });

        Assert.DoesNotContain("<script>alert", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
    }

    [Fact]
    public async Task A_hundred_thousand_characters_and_three_hundred_questions_arrive()
    {
        var values = Enumerable.Range(0, 300).ToDictionary(i => $"Input.Questions[{i}].Text", i => $"Frage {i}");
        values["Input.Subject"] = new string('ü', 100_000);
        var client = host.Client();
        using var posted = await PostWith(client, values);

        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Contains("300 Fragen, 100000 Zeichen, Amt „“, , False", await client.GetStringAsync(Form));
        Assert.DoesNotContain("300 Fragen", await client.GetStringAsync(Form));
    }

    [Fact]
    public async Task More_than_that_is_refused_in_a_sentence()
    {
        using var many = await PostWith(host.Client(), Enumerable.Range(0, 5_000).ToDictionary(i => $"Input.Questions[{i}].Text", i => "x"));
        using var length = await PostWith(host.Client(), new() { ["Input.Subject"] = new string('x', 5 * 1024 * 1024) });

        foreach (var response in new[] { many, length })
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            Assert.Contains("Das ist zu groß", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_body_beyond_every_limit_is_refused_before_it_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Form);
        request.Headers.ExpectContinue = true;
        request.Content = new StringContent(new string('x', 33 * 1024 * 1024), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await host.Client().SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("Das ist zu groß", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_error_page_has_no_address_of_its_own()
    {
        using var response = await host.Client().GetAsync("/fehler/500");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<(HttpStatusCode Status, string Page)> Post(Dictionary<string, string> values)
    {
        using var response = await PostWith(host.Client(), values);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PostWith(HttpClient client, Dictionary<string, string> values)
    {
        var token = Token().Match(await client.GetStringAsync(Form)).Groups[1].Value;
        var defaults = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Input.Subject"] = "", ["Input.Department"] = "" };
        return await client.PostAsync(Form, new FormUrlEncodedContent(defaults.Concat(values).ToLookup(v => v.Key, v => v.Value).Select(v => KeyValuePair.Create(v.Key, v.Last()))));
    }

    private async Task<HttpResponseMessage> PostRaw(Dictionary<string, string> values, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Form) { Content = new FormUrlEncodedContent(values) };
        request.Headers.Add("Origin", origin);
        return await host.Client().SendAsync(request);
    }

    [GeneratedRegex("<form method=\"post\" class=\"anf-form\".*?__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex Token();
}
