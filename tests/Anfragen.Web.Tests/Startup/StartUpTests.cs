using System.Diagnostics;
using System.Net;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Layout;
using Anfragen.Web.Tests.Accounts;
using Anfragen.Web.Tests.Cli;

namespace Anfragen.Web.Tests.Startup;

public sealed class StartUpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task In_Development_an_empty_folder_becomes_the_demo_city_and_its_accounts_are_told()
    {
        using var root = new CliRoot();

        var lines = await Greeting(root, "Development", "Administration");

        Assert.Contains(lines, line => line.StartsWith("Anfragen läuft: http://127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(DemoCity.Password, StringComparison.Ordinal));
        Assert.All(DemoCity.Accounts, account => Assert.Contains(lines, line => line.Contains($"  {account.Login} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Elsewhere_there_is_no_account_and_one_line_says_how_to_make_the_first()
    {
        using var root = new CliRoot();

        var lines = await Greeting(root, "Production", "anfragen user add");

        Assert.DoesNotContain(lines, line => line.Contains(DemoCity.Password, StringComparison.Ordinal));
        Assert.Equal(0, (await root.Run("verify")).Code);
    }

    [Fact]
    public async Task A_database_that_does_not_fit_ends_the_start_with_1_and_a_sentence()
    {
        using var root = new CliRoot();
        await root.Run("migrate");
        Directory.Delete(root.File("migrations"));
        Directory.CreateDirectory(root.File("migrations"));
        await File.WriteAllTextAsync(root.File("migrations/0001_other.sql"), "SELECT 1");

        using var process = Start(root, "Production");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("In der Datenbank ist die Migration 0001_council ausgeführt", error);
        Assert.DoesNotContain("   at ", error);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_connection_that_cannot_be_read_ends_the_start_with_1_and_a_sentence(string environment)
    {
        using var root = new CliRoot();
        using var process = Start(root, environment, "xyz");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("Die Einstellung Anfragen:Database lässt sich nicht lesen.", error);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Health_is_told_to_everybody_without_a_cookie()
    {
        using var host = new SignInHost();
        using var response = await host.CreateClient().GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bereit\n", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Health_is_refused_when_a_migration_is_missing()
    {
        using var host = new SignInHost();
        await host.Database(db => db.Execute("DELETE FROM schema_migrations WHERE version = (SELECT max(version) FROM schema_migrations)", null, CancellationToken.None));

        using var response = await host.CreateClient().GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("nicht bereit: die Datenbank ist nicht auf dem Stand des Programms\n", await response.Content.ReadAsStringAsync());
    }

    /// <summary>What a start prints up to the line that is waited for.</summary>
    private static async Task<IReadOnlyList<string>> Greeting(CliRoot root, string environment, string last)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Start(root, environment);
        try
        {
            var lines = new List<string>();
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
                if (line.Contains(last, StringComparison.Ordinal)) return lines;
            }

            throw new InvalidOperationException($"The host ended: {await process.StandardError.ReadToEndAsync(patience.Token)}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(CliRoot root, string environment, string? database = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SiteOptions).Assembly.Location, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = root.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Anfragen__Root"] = root.Path;
        if (database is not null) start.Environment["Anfragen__Database"] = database;
        return Process.Start(start)!;
    }
}
