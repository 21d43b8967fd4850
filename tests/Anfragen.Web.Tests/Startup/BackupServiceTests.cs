using System.Net;
using Anfragen.Web.Tests.Accounts;

namespace Anfragen.Web.Tests.Startup;

public sealed class BackupServiceTests
{
    [Fact]
    public async Task The_service_backs_up_tells_its_watcher_and_shows_the_administration()
    {
        using var host = new SignInHost(null, ("Anfragen:Backup:Folder", "copies"));
        using var client = host.CreateClient();
        await Until(client, "bereit\nSicherung: in Ordnung\n");

        var visitor = new Visitor(host);
        await visitor.SignIn(await host.Account());
        var page = await (await visitor.Get("/verwaltung/sicherung")).Content.ReadAsStringAsync();
        Assert.Contains(Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(host.Root.FullName, "copies")))), page, StringComparison.Ordinal);

        // A balancer goes by the status and leaves the service where it is.
        host.Clock.Now += TimeSpan.FromHours(27);
        using var late = await client.GetAsync("/healthz");
        Assert.Equal((HttpStatusCode.OK, "bereit\nSicherung: überfällig\n"), (late.StatusCode, await late.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Why_a_backup_failed_stands_on_the_page_of_the_administration()
    {
        using var host = new SignInHost(null, ("Anfragen:Backup:Folder", "copies"));
        using var client = host.CreateClient();
        await Until(client, "bereit\nSicherung: in Ordnung\n");
        await File.WriteAllTextAsync(Path.Combine(host.Root.FullName, "data", "backups.json"), """[{"At":"2025-09-05T00:30:00Z","Failure":"Der Platz reicht nicht."}]""");

        var visitor = new Visitor(host);
        await visitor.SignIn(await host.Account());
        var page = await (await visitor.Get("/verwaltung/sicherung")).Content.ReadAsStringAsync();

        Assert.Contains("Der Platz reicht nicht.", page, StringComparison.Ordinal);
        Assert.Equal("bereit\nSicherung: überfällig\n", await client.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task Without_a_folder_nothing_is_backed_up_and_the_page_says_so()
    {
        using var host = new SignInHost();
        var visitor = new Visitor(host);
        await visitor.SignIn(await host.Account());

        using var response = await visitor.Get("/verwaltung/sicherung");

        Assert.Contains("Der Dienst sichert nicht selbst", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task Until(HttpClient client, string expected)
    {
        var last = "";
        for (var attempt = 0; attempt < 300; attempt++)
        {
            last = await client.GetStringAsync("/healthz");
            if (last == expected) return;
            await Task.Delay(100);
        }

        Assert.Equal(expected, last);
    }
}
