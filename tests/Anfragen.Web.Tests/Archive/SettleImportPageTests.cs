using System.Net;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Archive;

/// <summary>The old case of the demo city, settled by forms alone.</summary>
public sealed class SettleImportPageTests : IAsyncLifetime
{
    private CityHost _city = null!;

    public async Task InitializeAsync() => _city = await CityHost.AfterDemo();

    public async Task DisposeAsync() => await _city.DisposeAsync();

    [Fact]
    public async Task The_office_finds_the_old_case_settles_it_and_publishes_it_as_imported()
    {
        var clerk = await Person.SignIn(_city, DemoCity.CouncilClerk);
        var inbox = await clerk.Get("/aufgaben");
        var path = Between(inbox[..(inbox.IndexOf("/einlesen", StringComparison.Ordinal) + 9)], "href=\"", null);
        var page = await clerk.Get(path);
        Assert.Contains("In der Altstadt gibt es sieben öffentliche Spielplätze.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#papier-1-", page, StringComparison.Ordinal);
        Assert.Contains("aus dem Archiv eingelesen", await clerk.Get("/vorgaenge"), StringComparison.Ordinal);

        // A line added and one moved: what was typed and the ticks of the answers stay.
        var form = Reading(page);
        form["Input.Subject"] = "Spielplätze in der Mainzer Altstadt";
        form.Add("step", "add-0");
        var arranged = await clerk.Post(path + "?handler=Arrange", form, HttpStatusCode.OK);
        Assert.Contains("value=\"Spielplätze in der Mainzer Altstadt\"", WebUtility.HtmlDecode(arranged), StringComparison.Ordinal);
        Assert.Equal("5", Reading(arranged)["Input.Questions[1].Key"]);
        Assert.Equal("2", Reading(arranged)["Input.Replies[0].Answers[1].Questions"]);

        // Too long a number is refused beside its field, and everything typed is still there.
        form = Reading(arranged);
        form["Input.Number"] = new string('9', 61);
        var refused = await clerk.Post(path, form, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bitte höchstens 60 Zeichen", refused, StringComparison.Ordinal);
        Assert.Contains("Spielplätze in der Mainzer Altstadt", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);

        form = Reading(refused);
        form["Input.Number"] = "0087/2014";
        form["Input.Questions[1].Text"] = "Wo liegen sie?";
        foreach (var doubt in (string[])["1", "2", "3", "4", "5"]) form.Add("Input.Settled", doubt);
        Assert.Equal(path, await clerk.Do(path, form));
        Assert.Contains("Es ist nichts mehr offen", await clerk.Get(path), StringComparison.Ordinal);

        var stale = await clerk.Post(path, form, HttpStatusCode.Conflict);
        Assert.Contains("Jemand hat die Lesung inzwischen berichtigt", stale, StringComparison.Ordinal);

        var inquiry = path[..^"/einlesen".Length];
        Assert.Contains("Wo liegen sie?", await clerk.Get(inquiry), StringComparison.Ordinal);
        await clerk.Do(inquiry + "/veroeffentlichen", Reading(await clerk.Get(inquiry + "/veroeffentlichen")));
        var portal = await new Person(_city.Address).Get("/anfragen/0087-2014");
        Assert.Contains("aus dem Archiv eingelesen", portal, StringComparison.Ordinal);
        Assert.Contains("Max Mustermann", portal, StringComparison.Ordinal);
        Assert.DoesNotContain("Antwort als PDF", portal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_is_refused_with_a_sentence_while_something_is_unsure_and_nobody_else_sees_the_page()
    {
        var clerk = await Person.SignIn(_city, DemoCity.CouncilClerk);
        var inbox = await clerk.Get("/aufgaben");
        var path = Between(inbox[..(inbox.IndexOf("/einlesen", StringComparison.Ordinal) + 9)], "href=\"", null);
        var member = await Person.SignIn(_city, DemoCity.SpdMember);

        using var early = await clerk.Ask(path[..^"/einlesen".Length] + "/veroeffentlichen");
        using var foreign = await member.Ask(path);

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("Einlesen prüfen", WebUtility.HtmlDecode(await early.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Contains("aus dem Archiv eingelesen", await member.Get(path[..^"/einlesen".Length]), StringComparison.Ordinal);
    }

    private static WebForm Reading(string page) => WebForm.In(page);

    private static string Between(string text, string from, string? to)
    {
        var rest = text[(text.LastIndexOf(from, StringComparison.Ordinal) + from.Length)..];
        return to is null ? rest : rest[..rest.IndexOf(to, StringComparison.Ordinal)];
    }
}
