using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Anfragen.Web.Tests.Startup;

public sealed partial class LogTests(DemoRoot demo) : IClassFixture<DemoRoot>
{
    private const string Canary = "Kanarienvogel";

    [Fact]
    public async Task Nothing_that_people_write_or_are_called_reaches_the_log()
    {
        await using var service = ServiceProcess.Start(demo.Root, "Production", ("Anfragen:Proxies", "127.0.0.1"));
        var address = await service.Address;

        var member = await SignIn(address, DemoCity.SpdMember);
        var inquiry = await Submit(member, HttpStatusCode.Redirect, $"{Canary}-Betreff", $"{Canary}-Frage?");
        await Submit(member, HttpStatusCode.UnprocessableEntity, $"{Canary}-Betreff", "");
        await member.Ask($"/vorgaenge?nach={Canary}-Suche");
        await member.Ask($"/{Canary}-Pfad?{Canary}");
        await member.Ask($"/anfragen/{Canary}");

        var office = await SignIn(address, DemoCity.CouncilClerk);
        await office.Do($"{inquiry}/registrieren", WebForm.In(await office.Get($"{inquiry}/registrieren")));
        var clerk = await SignIn(address, DemoCity.MainOfficeClerk);
        var answer = Answer().Match(await clerk.Get("/aufgaben")).Value;
        var text = WebForm.In(await clerk.Get(answer));
        text["Input.Markdown"] = $"{Canary}-Antwort";
        await clerk.Do(answer, text);

        var stranger = new Person(Https(address), new BehindProxy());
        var wrong = WebForm.In(await stranger.Get($"/anmelden?ReturnUrl=/{Canary}"));
        wrong["Login"] = $"{Canary}-Anmeldung";
        wrong["Password"] = $"{Canary}-Passwort";
        await stranger.Post("/anmelden", wrong, HttpStatusCode.UnprocessableEntity);

        // A failure nobody foresaw, in the middle of storing what somebody wrote.
        await Sql("ALTER TABLE inquiry_texts RENAME TO inquiry_texts_away");
        await Submit(member, HttpStatusCode.InternalServerError, $"{Canary}-Betreff", $"{Canary}-Frage?");
        await Sql("ALTER TABLE inquiry_texts_away RENAME TO inquiry_texts");
        await service.Terminate();
        Assert.Equal(0, await service.Exit());

        var entries = service.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var failure = Assert.Single(entries, entry => entry.GetProperty("level").GetString() == "Error");
        Assert.Contains("SqliteException", failure.GetProperty("exception")[0].GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, failure.GetProperty("exception")[0].GetProperty("places").GetArrayLength());
        Assert.Equal("POST", failure.GetProperty("values").GetProperty("Method").GetString());
        IEnumerable<string> secrets = [Canary, DemoCity.Password, .. DemoCity.Accounts.Select(account => account.Name)];
        Assert.All(secrets, secret => Assert.DoesNotContain(service.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<Person> SignIn(Uri address, DemoAccount account)
    {
        var person = new Person(Https(address), new BehindProxy());
        var form = WebForm.In(await person.Get("/anmelden"));
        form["Login"] = account.Login;
        form["Password"] = DemoCity.Password;
        await person.Do("/anmelden", form);
        return person;
    }

    private static async Task<string> Submit(Person member, HttpStatusCode expected, string subject, string question)
    {
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = subject;
        form["Input.Questions[0].Text"] = question;
        using var response = await member.Post("/vorgaenge/neu?handler=Submit", form);
        Assert.Equal(expected, response.StatusCode);
        return response.Headers.Location?.ToString() ?? "";
    }

    // As the browser sees it.
    private static Uri Https(Uri address) => new UriBuilder(address) { Scheme = "https" }.Uri;

    private async Task Sql(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={demo.Root.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("/antworten/[0-9a-f-]{36}")]
    private static partial Regex Answer();
}
