using System.Net;
using Anfragen.Web.Tests.Accounts;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Startup;

public sealed class ProxyTests
{
    private const int Allowed = 2;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.9.8.7, 127.0.0.0/8")]
    public async Task A_named_proxy_says_whose_attempt_it_is(string proxies)
    {
        using var host = Host(proxies);

        Assert.Equal([422, 422, 429], await Attempts(host, "203.0.113.1", "203.0.113.1", "203.0.113.1"));
        Assert.Equal([422], await Attempts(host, "203.0.113.2"));
    }

    [Fact]
    public async Task What_a_visitor_typed_before_the_proxy_wrote_its_own_counts_for_nothing()
    {
        using var host = Host("127.0.0.1");

        Assert.Equal([422, 422, 429], await Attempts(host, "1.1.1.1, 203.0.113.1", "2.2.2.2, 203.0.113.1", "127.0.0.1, 3.3.3.3, 203.0.113.1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.9.8.7")]
    public async Task From_elsewhere_the_headers_change_nothing(string proxies)
    {
        using var host = Host(proxies);

        Assert.Equal([422, 422, 429], await Attempts(host, "203.0.113.1", "203.0.113.2", "203.0.113.3"));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.9.8.7", false)]
    public async Task Only_a_named_proxy_makes_a_connection_secure(string proxies, bool secure)
    {
        using var host = Host(proxies);
        using var client = new HttpClient(new BehindProxy()) { BaseAddress = host.ClientOptions.BaseAddress };

        using var response = await client.GetAsync("/anmelden");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("anfragen-form=", StringComparison.Ordinal));
        Assert.Equal(secure, cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    private static SignInHost Host(string proxies) => SignInHost.Listening(
        ("Anfragen:Proxies", proxies), ("Anfragen:SignIn:AttemptsPerAddress", $"{Allowed}"), ("Anfragen:SignIn:AttemptsPerLogin", "1000"));

    private static async Task<IReadOnlyList<int>> Attempts(SignInHost host, params string[] visitors)
    {
        var answers = new List<int>();
        foreach (var visitor in visitors)
        {
            var person = new Person(host.ClientOptions.BaseAddress, new BehindProxy { Visitor = visitor, Scheme = null });
            var form = WebForm.In(await person.Get("/anmelden"));
            form["Login"] = "niemand";
            form["Password"] = "gartenzaun-und-mond";
            using var response = await person.Post("/anmelden", form);
            answers.Add((int)response.StatusCode);
        }

        return answers;
    }
}
