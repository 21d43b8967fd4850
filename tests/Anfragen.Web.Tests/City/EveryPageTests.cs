using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Browser;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Web.Tests.City;

/// <summary>
/// Walks through the demo city as each of its people, along the links of the pages, and looks at every kind of page on the way.
/// The demo has a case in every state, so that no page is left out.
/// </summary>
public sealed partial class EveryPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    // Reached by a form or by a form that went wrong, not by a link; tests of their own look at them.
    private static readonly string[] NotByLink =
    [
        "/abmelden", "/fehler/{code:int}", "/vorschau", "/einfuegen", "/antworten/{id}/seiten", "/antworten/{id}/zwischenstand", "/antworten/{id}/fruehere", "/anlagen/{id}",
        "/anfragen/{slug}/anlagen/{name}", "/zuweisungen/{id}/annehmen",
        "/einladung/{token}", "/vorgaenge/auswahl", "/verwaltung/konten/{id}/entsperren", "/verwaltung/vertretungen/{id:guid}/beenden",
    ];

    [ChromiumFact]
    public async Task Every_page_is_accessible_on_a_desktop_in_light_and_on_a_phone_in_dark_colours()
    {
        await using var city = await CityHost.AfterDemo();
        var seen = new Dictionary<string, string>();
        var faults = new List<string>();

        await Walk(null);
        foreach (var account in DemoCity.Accounts) await Walk(account);

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        var pages = city.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(pattern => !NotByLink.Contains(pattern) && !IsDownload(pattern));
        var patterns = seen.Keys.Select(key => key.Split(' ')[^1]).ToHashSet();
        var unreached = pages.Where(page => !patterns.Any(pattern => Matches(page, pattern))).ToList();
        Assert.True(unreached.Count == 0, "No link of the demo leads to: " + string.Join(", ", unreached));

        // Links are read over HTTP, which takes a hundredth of what a browser needs; the browser opens what nobody has looked at yet.
        async Task Walk(DemoAccount? account)
        {
            await using var desktop = await chromium.Open(city.Address);
            await using var phone = await chromium.Open(city.Address, new View(320, 640, Dark: true));
            var reader = new Person(city.Address);
            if (account is not null)
            {
                await SignIn(desktop, account);
                await SignIn(phone, account);
                await reader.SignIn(account);
            }

            var queue = new Queue<string>(Entrances(account));
            var queued = new HashSet<string>(queue);
            while (queue.TryDequeue(out var path))
            {
                var key = IsHub(path) && account is not null ? $"{account.Role} {Pattern(path)}" : $"anybody {Pattern(path)}";
                if (seen.ContainsKey(key) && !IsHub(path)) continue;
                using var response = await reader.Ask(path);
                var links = response.Headers.Location is { } moved ? [new Uri(city.Address, moved).AbsolutePath] : LinksOf(await response.Content.ReadAsStringAsync());
                foreach (var link in links.Where(link => !IsDownload(link) && queued.Add(link))) queue.Enqueue(link);
                if (response.Content.Headers.ContentType?.MediaType != "text/html" || !seen.TryAdd(key, path)) continue;
                if (response.StatusCode != HttpStatusCode.OK) faults.Add($"{key}: {path} answers {response.StatusCode}");
                await desktop.Page.GotoAsync(path);
                await Look(desktop, key, "1280");
                await phone.Page.GotoAsync(path);
                await Look(phone, key, "320");
            }
        }

        async Task Look(Visit visit, string key, string size)
        {
            try
            {
                await visit.IsAccessible();
            }
            catch (Exception fault) when (fault is Xunit.Sdk.XunitException)
            {
                faults.Add($"{key} at {size}: {fault.Message}");
            }

            await visit.Page.Picture($"{key.Replace('/', '_').Replace(' ', '-')}-{size}");
        }
    }

    internal static async Task SignIn(Visit visit, DemoAccount account)
    {
        await visit.Page.GotoAsync("/anmelden");
        await visit.Page.GetByLabel("Anmeldung").First.FillAsync(account.Login);
        await visit.Page.GetByLabel("Passwort").First.FillAsync(DemoCity.Password);
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Main).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/aufgaben");
    }

    private static IEnumerable<string> Entrances(DemoAccount? account)
    {
        yield return "/anfragen";
        if (account is not null)
        {
            yield return "/aufgaben";
            yield return "/vorgaenge";
            yield return "/profil";
        }

        if (account is { Role: not (Role.GroupMember or Role.Administrator) }) yield return "/zusagen";

        if (account == DemoCity.Administrator) yield return "/verwaltung";
        yield return "/anmelden";
        yield return "/impressum";
        yield return "/datenschutz";
        yield return "/barrierefreiheit";
    }

    private static IEnumerable<string> LinksOf(string page) =>
        Link().Matches(MainPart().Match(page).Value).Select(link => PathOf(WebUtility.HtmlDecode(link.Groups[1].Value)));

    private static string PathOf(string address) => address.Split('?', '#')[0];

    // Lists and detail pages differ by state and by who looks: all of them are opened for their links, and looked at once per role.
    private static bool IsHub(string path) => Hub().IsMatch(path);

    private static bool IsDownload(string path) =>
        Path.GetExtension(path) is ".pdf" or ".zip" or ".csv" or ".ics" or ".txt" || path.Contains("/anlagen/", StringComparison.Ordinal);

    private static string Pattern(string path) => Slug().Replace(Id().Replace(path, "{id}"), "/anfragen/{slug}");

    private static bool Matches(string page, string pattern) =>
        Regex.IsMatch(pattern, "^" + Regex.Replace(Regex.Escape(page), @"\\{[^}]*}", "[^/]+") + "$", RegexOptions.IgnoreCase);

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<a\\s[^>]*?href=\"(/[^\"]*)\"", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex("^/(aufgaben|vorgaenge|(vorgaenge|zuweisungen|antworten|schreiben|verwaltung/organisationen|verwaltung/personen|verwaltung/konten)/[0-9a-f-]{36}|vorgaenge/[0-9a-f-]{36}/fragen/[0-9a-f-]{36}/kommentare)$")]
    private static partial Regex Hub();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex(@"/anfragen/(?!auswertung)[0-9a-z-]+")]
    private static partial Regex Slug();
}
