using System.Net;
using System.Net.Http.Headers;

namespace Anfragen.Web.Tests.Accounts;

public sealed class ExpiredSessionTests(SignInHost host) : IClassFixture<SignInHost>
{
    private const string Form = "/test/formular";
    private const string Typed = "Warum ist die Fußgängerampel\r\nso <b>kurz</b> \"grün\"?";
    private const string TextIsKept = "Ihre Anmeldung ist abgelaufen. Ihr Text ist noch da: melden Sie sich an, dann geht es weiter.";

    [Fact]
    public async Task A_form_sent_after_the_session_ran_out_is_sent_again_after_the_sign_in_and_nothing_is_lost()
    {
        var (visitor, login, form) = await Interrupted();
        using var expired = await visitor.Post($"{Form}?x=1", [.. form, ("Input.Subject", "Ampel in der Boppstraße"), ("Input.Preamble", Typed)]);
        var signIn = await expired.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Assert.Contains(TextIsKept, signIn);
        Assert.DoesNotContain("Boppstraße", signIn);

        using var resumed = await visitor.Post("/anmelden", [.. Visitor.HiddenFields(signIn), ("Login", login), ("Password", SignInHost.Password)]);
        var again = await resumed.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);
        Assert.Contains("Ihre Eingabe ist noch da", again);
        Assert.Contains("Weiter mit meiner Eingabe", again);
        Assert.Contains($"action=\"{Form}?x=1\"", again);
        Assert.Contains("Jana Petersen", again);

        var fields = Visitor.HiddenFields(again);
        Assert.Contains(("Input.Preamble", Typed), fields);
        using var done = await visitor.Post($"{Form}?x=1", fields);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(Form, done.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_or_a_stale_token_in_between_does_not_lose_it()
    {
        var (visitor, login, form) = await Interrupted();
        using var expired = await visitor.Post(Form, [.. form, ("Input.Preamble", Typed)]);
        var fields = Visitor.HiddenFields(await expired.Content.ReadAsStringAsync());

        using var wrong = await visitor.Post("/anmelden", [.. fields, ("Login", login), ("Password", "ganz falsch geraten")]);
        fields = Visitor.HiddenFields(await wrong.Content.ReadAsStringAsync());
        using var stale = await visitor.Post(
            "/anmelden", [.. fields.Where(field => field.Name is "Kept" or "ReturnUrl"), ("Login", login), ("Password", SignInHost.Password)]);
        fields = Visitor.HiddenFields(await stale.Content.ReadAsStringAsync());
        using var resumed = await visitor.Post("/anmelden", [.. fields, ("Login", login), ("Password", SignInHost.Password)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        Assert.Contains(("Input.Preamble", Typed), Visitor.HiddenFields(await resumed.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Files_are_not_kept_and_the_page_says_so_and_passwords_and_old_tokens_are_not_kept_either()
    {
        var (visitor, login, form) = await Interrupted();
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form) content.Add(new StringContent(value), name);
        content.Add(new StringContent("Ein Text mit Anlage"), "Input.Preamble");
        content.Add(new StringContent("geheim"), "Input.NewPassword");
        content.Add(new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, "Files", "plan.pdf");

        using var expired = await visitor.Send(Form, content);
        var signIn = await expired.Content.ReadAsStringAsync();
        using var resumed = await visitor.Post("/anmelden", [.. Visitor.HiddenFields(signIn), ("Login", login), ("Password", SignInHost.Password)]);
        var again = await resumed.Content.ReadAsStringAsync();

        Assert.Contains("Dateien bleiben nicht erhalten.", signIn);
        Assert.Contains("Die ausgewählten Dateien sind nicht mehr dabei.", again);
        var fields = Visitor.HiddenFields(again);
        Assert.Contains(("Input.Preamble", "Ein Text mit Anlage"), fields);
        Assert.DoesNotContain(fields, field => field.Name == "Input.NewPassword");
        Assert.Single(fields, field => field.Name == "__RequestVerificationToken");
    }

    [Fact]
    public async Task What_is_too_long_to_keep_is_said_at_once()
    {
        var (visitor, _, form) = await Interrupted();

        using var expired = await visitor.Post(Form, [.. form, ("Input.Preamble", new string('x', 3_500_000))]);

        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Assert.Contains("Ihr Text ist zu lang", await expired.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("https://example.org")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_form_of_a_foreign_site_is_not_kept(string? origin)
    {
        using var response = await new Visitor(host).Post(Form, [("Input.Subject", "Untergeschoben")], origin);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/anmelden", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Nobody_makes_up_a_kept_form_and_an_old_one_is_not_taken()
    {
        var (visitor, login, form) = await Interrupted();
        using var expired = await visitor.Post(Form, [.. form, ("Input.Preamble", Typed)]);
        var signIn = Visitor.HiddenFields(await expired.Content.ReadAsStringAsync());
        (string, string)[] who = [("Login", login), ("Password", SignInHost.Password)];

        using var madeUp = await visitor.Post("/anmelden", [.. signIn.Where(field => field.Name != "Kept"), ("Kept", "CfDJ8AAAA"), .. who]);
        host.Clock.Now += TimeSpan.FromDays(3);
        var late = new Visitor(host);
        using var page = await late.Get("/anmelden");
        var fresh = Visitor.HiddenFields(await page.Content.ReadAsStringAsync());
        using var old = await late.Post("/anmelden", [.. fresh, signIn.Single(field => field.Name == "Kept"), .. who]);

        Assert.Equal(HttpStatusCode.Redirect, madeUp.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, old.StatusCode);
    }

    [Fact]
    public async Task A_part_of_a_page_is_refused_without_a_redirect_so_that_the_page_keeps_its_text()
    {
        var visitor = new Visitor(host);
        visitor.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        using var response = await visitor.Post(Form, [("Input.Subject", "Vorschau")]);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Signing_out_after_the_session_ran_out_just_leads_to_the_sign_in()
    {
        var (visitor, _, form) = await Interrupted();

        using var response = await visitor.Post("/abmelden", form);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    /// <summary>Somebody who opened the form in time and sends it too late.</summary>
    private async Task<(Visitor Visitor, string Login, IReadOnlyList<(string, string)> Form)> Interrupted()
    {
        var visitor = new Visitor(host);
        var login = await host.Account();
        (await visitor.SignIn(login)).Dispose();
        using var page = await visitor.Get(Form);
        var form = Visitor.HiddenFields(await page.Content.ReadAsStringAsync());
        host.Clock.Now += TimeSpan.FromHours(9);
        return (visitor, login, form);
    }
}
