using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Cli;
using Anfragen.Web.Tests.Replies;
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
        var city = new ServedCity(address);

        var member = await city.SignIn(DemoCity.SpdMember);
        await Submit(member, HttpStatusCode.Redirect, $"{Canary}-Betreff", $"{Canary}-Frage?");
        await Submit(member, HttpStatusCode.UnprocessableEntity, $"{Canary}-Betreff", "");
        await member.Ask($"/vorgaenge?nach={Canary}-Suche");
        await member.Ask($"/{Canary}-Pfad?{Canary}");
        await member.Ask($"/anfragen/{Canary}");

        // From the form of the askers to the public page.
        var inquiry = await city.CoSigned($"{Canary}-Betreff", ($"{Canary}-Frage?", $"{Canary}-Antwort"));
        var reply = await city.InReview(inquiry, $"{Canary}-Vorbemerkung");
        var mayor = await city.SignIn(DemoCity.MayorsOfficeClerk);
        await mayor.Take($"{reply}/zurueckgeben", ("Input.Reason", $"{Canary}-Grund"));
        var office = await city.SignIn(DemoCity.CouncilClerk);
        await office.Take($"{reply}/zur-pruefung");
        await city.Deliver(reply);
        await office.Take($"{inquiry}/veroeffentlichen");
        Assert.Contains($"{Canary}-Antwort", await city.Stranger().Get(PublicAddress().Match(await office.Get(inquiry)).Value), StringComparison.Ordinal);

        var stranger = city.Stranger();
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

    private static async Task<string> Submit(Person member, HttpStatusCode expected, string subject, string question)
    {
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = subject;
        form["Input.Questions[0].Text"] = question;
        using var response = await member.Post("/vorgaenge/neu?handler=Submit", form);
        Assert.Equal(expected, response.StatusCode);
        return response.Headers.Location?.ToString() ?? "";
    }

    private async Task Sql(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={demo.Root.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("/anfragen/[0-9]+-[0-9]{4}")]
    private static partial Regex PublicAddress();

    /// <summary>The service as browsers see it.</summary>
    private sealed class ServedCity(Uri address) : ICity
    {
        private readonly Uri _https = new UriBuilder(address) { Scheme = "https" }.Uri;

        public Task<Person> SignIn(DemoAccount account) => Stranger().SignIn(account);

        public Person Stranger() => new(_https, new BehindProxy());
    }
}
