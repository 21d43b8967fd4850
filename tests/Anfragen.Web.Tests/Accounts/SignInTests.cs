using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Web.Tests.Accounts;

public sealed class SignInTests(SignInHost host) : IClassFixture<SignInHost>
{
    private const string Protected = "/test/formular";

    [Fact]
    public async Task A_page_sends_to_the_sign_in_and_back()
    {
        var visitor = new Visitor(host);
        using var sent = await visitor.Get($"{Protected}?a=b");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("/anmelden?returnUrl=%2Ftest%2Fformular%3Fa%3Db", sent.Headers.Location?.ToString());

        using var back = await visitor.SignIn(await host.Account(), query: $"?{sent.Headers.Location!.ToString().Split('?')[1]}");

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal($"{Protected}?a=b", back.Headers.Location?.ToString());
        using var page = await visitor.Get(Protected);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Jana Petersen", text);
        Assert.Contains("Stadtverwaltung", text);
    }

    [Theory]
    [InlineData("/gibt-es-nicht", HttpStatusCode.NotFound)]
    [InlineData("/impressum", HttpStatusCode.OK)]
    [InlineData("/datenschutz", HttpStatusCode.OK)]
    [InlineData("/barrierefreiheit", HttpStatusCode.OK)]
    [InlineData("/css/base.css", HttpStatusCode.OK)]
    [InlineData("/anmelden", HttpStatusCode.OK)]
    [InlineData("/abmelden", HttpStatusCode.Redirect)]
    [InlineData("/test/bausteine", HttpStatusCode.Redirect)]
    public async Task Everything_asks_for_the_sign_in_but_what_is_named_open(string path, HttpStatusCode expected)
    {
        using var response = await new Visitor(host).Get(path);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Unknown_wrong_and_locked_are_one_answer()
    {
        var (known, locked) = (await host.Account(), await host.Account());
        await host.Lock(locked);

        var answers = new List<(HttpStatusCode, string)>
        {
            await Refused("niemand", SignInHost.Password), await Refused(known, "ganz falsch geraten"),
            await Refused(locked, SignInHost.Password), await Refused("system", ""), await Refused("", ""),
        };

        var (status, page) = Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Anmeldung oder Passwort stimmen nicht, oder das Konto ist gesperrt.", page);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_a_quarter_of_an_hour()
    {
        var login = await host.Account();
        for (var i = 0; i < 5; i++) await Refused(login, "ganz falsch geraten");

        using var locked = await new Visitor(host).SignIn(login);
        host.Clock.Now += TimeSpan.FromMinutes(15);
        using var open = await new Visitor(host).SignIn(login);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, open.StatusCode);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("anfragen")]
    public async Task Nobody_is_sent_to_another_site(string address)
    {
        using var response = await new Visitor(host).SignIn(await host.Account(), query: $"?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal("/aufgaben", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_over_https_without_scripts_and_for_the_session()
    {
        using var response = await new Visitor(host).SignIn(await host.Account());

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("anfragen="));
        Assert.StartsWith("__Host-anfragen=", cookie);
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], cookie.Split("; ").Skip(1).Order());
    }

    [Fact]
    public async Task A_lock_ends_the_session_at_its_next_request()
    {
        var (visitor, login) = await SignedIn(host);
        await host.Lock(login);

        using var response = await visitor.Get(Protected);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-anfragen=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_ended_role_takes_its_permissions_along_at_the_next_request()
    {
        var (visitor, login) = await SignedIn(host);
        using var before = await visitor.Get(Protected);
        await host.Database(db => db.Execute(
            "UPDATE role_grants SET valid_to = @day WHERE user_id = (SELECT id FROM users WHERE login = @login)",
            new { login, day = new DateOnly(2020, 1, 1) }, CancellationToken.None));
        using var after = await visitor.Get(Protected);

        Assert.Contains("Stadtverwaltung", await before.Content.ReadAsStringAsync());
        Assert.DoesNotContain("Stadtverwaltung", await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_without_a_request_and_not_before()
    {
        var (visitor, _) = await SignedIn(host);
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Now += TimeSpan.FromHours(5);
            using var working = await visitor.Get(Protected);
            Assert.Equal(HttpStatusCode.OK, working.StatusCode);
        }

        host.Clock.Now += TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1);
        using var over = await visitor.Get(Protected);
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_a_copied_cookie()
    {
        var login = await host.Account();
        var (visitor, other) = (new Visitor(host), new Visitor(host));
        using (await visitor.SignIn(login))
        using (await other.SignIn(login))
        {
        }

        using var page = await visitor.Get(Protected);
        var token = Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var forged = await visitor.Post("/abmelden", []);
        using var signedOut = await visitor.Post("/abmelden", [("__RequestVerificationToken", token)]);
        using var copied = await other.Get(Protected);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal("/anmelden", signedOut.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, copied.StatusCode);
    }

    [Fact]
    public async Task A_forged_token_signs_nobody_in()
    {
        var visitor = new Visitor(host);

        using var response = await visitor.Post("/anmelden", [("Login", await host.Account()), ("Password", SignInHost.Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Bitte melden Sie sich noch einmal an.", await response.Content.ReadAsStringAsync());
        using var page = await visitor.Get(Protected);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task The_password_is_not_sent_back()
    {
        var (_, page) = await Refused(await host.Account(), "ganz falsch geraten");

        Assert.DoesNotContain("geraten", page);
    }

    [Fact]
    public async Task Too_many_attempts_at_one_login_are_turned_away_also_with_the_right_password()
    {
        using var strict = new SignInHost(null, ("Anfragen:SignIn:AttemptsPerLogin", "2"));
        var login = await strict.Account();
        for (var i = 0; i < 2; i++) (await new Visitor(strict).SignIn(login, "ganz falsch geraten")).Dispose();

        using var response = await new Visitor(strict).SignIn(login.ToUpperInvariant());
        using var another = await new Visitor(strict).SignIn(await strict.Account());

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Contains("Es waren zu viele Versuche.", await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, another.StatusCode);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_are_turned_away_whatever_the_login()
    {
        using var strict = new SignInHost(null, ("Anfragen:SignIn:AttemptsPerAddress", "2"));
        for (var i = 0; i < 2; i++) (await new Visitor(strict).SignIn($"niemand{i}", "ganz falsch geraten")).Dispose();

        using var response = await new Visitor(strict).SignIn(await strict.Account());

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
    }

    [Fact]
    public async Task A_session_survives_a_restart_and_only_the_operator_reads_its_keys()
    {
        using var before = new SignInHost();
        var (visitor, _) = await SignedIn(before);
        using var page = await visitor.Get(Protected);

        using var after = new SignInHost(before.Root);
        using var request = new HttpRequestMessage(HttpMethod.Get, Protected) { Headers = { { "Cookie", visitor.Cookies } } };
        using var response = await after.CreateDefaultClient(after.ClientOptions.BaseAddress).SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var keys = new DirectoryInfo(Path.Combine(before.Root.FullName, "data", "keys"));
        Assert.NotEmpty(keys.GetFiles());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, keys.UnixFileMode);
    }

    [Fact]
    public async Task A_new_city_has_no_account_to_sign_in_with()
    {
        using var fresh = new SignInHost();

        var logins = await fresh.Database(db => db.List<string>("SELECT login FROM users", null, CancellationToken.None));

        Assert.Equal(["system"], logins);
    }

    private async Task<(HttpStatusCode Status, string Page)> Refused(string login, string password)
    {
        using var response = await new Visitor(host).SignIn(login, password);
        var page = await response.Content.ReadAsStringAsync();
        page = Regex.Replace(page, "value=\"CfDJ[^\"]*\"", "");
        return (response.StatusCode, login.Length == 0 ? page : page.Replace($"value=\"{login}\"", "value=\"\""));
    }

    private static async Task<(Visitor Visitor, string Login)> SignedIn(SignInHost host)
    {
        var visitor = new Visitor(host);
        var login = await host.Account();
        using var response = await visitor.SignIn(login);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return (visitor, login);
    }
}
