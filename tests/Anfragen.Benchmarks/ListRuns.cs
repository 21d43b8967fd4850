using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Benchmarks;

/// <summary>
/// How lists answer as the city grows: inbox, list and overdue list over HTTP on the released program, beside pages of the same rows written by hand.
/// Both servers run in this run, in processes of their own, so that each one's CPU is known.
/// </summary>
internal static partial class ListRuns
{
    private const int Clients = 4;
    private const int Requests = 400;

    private static readonly (string Name, string Login, string Path, string ByHand)[] Pages =
    [
        ("Anfragen (Ratsbüro)", DemoCity.CouncilClerk.Login, "/vorgaenge?alle=ja", "/list"),
        ("Anfragen (Amt)", DemoCity.MainOfficeClerk.Login, "/vorgaenge?alle=ja", "/list"),
        ("Überfällige (Ratsbüro)", DemoCity.CouncilClerk.Login, "/vorgaenge?frist=Overdue", "/list"),
        ("Aufgaben (Ratsbüro)", DemoCity.CouncilClerk.Login, "/aufgaben?alle=ja", "/inbox"),
        ("Aufgaben (Amt)", DemoCity.MainOfficeClerk.Login, "/aufgaben?alle=ja", "/inbox"),
        ("Auswertung, ein Jahr", DemoCity.CouncilClerk.Login, "/auswertung?zeitraum=2025", "/list"),
    ];

    /// <summary>Measures each size after the other and prints a table.</summary>
    public static async Task Measure(string folder, string web, IEnumerable<int> sizes)
    {
        Console.WriteLine($"{"Seite",-24}{"Anfragen",10}{"p50 ms",9}{"p99 ms",9}{"CPU ms",9}{"von Hand p50",14}{"p99",8}{"CPU",8}{"CPU-Faktor",12}");
        foreach (var size in sizes)
        {
            var database = $"Data Source={Path.Combine(folder, $"lists-{size}.db")}";
            await ListCity.Fill(database, size);
            using var product = Start(web, database, 5213);
            using var byHand = Start(typeof(ListRuns).Assembly.Location, database, 5214, "by-hand", database);
            try
            {
                foreach (var page in Pages)
                {
                    var ours = await Load(product, "http://127.0.0.1:5213", page.Path, page.Login);
                    var theirs = await Load(byHand, "http://127.0.0.1:5214", page.ByHand, null);
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{page.Name,-24}{size,10}{ours.P50,9:0.0}{ours.P99,9:0.0}{ours.Cpu,9:0.00}{theirs.P50,14:0.0}{theirs.P99,8:0.0}{theirs.Cpu,8:0.00}{ours.Cpu / theirs.Cpu,12:0.0}"));
                }
            }
            finally
            {
                product.Kill();
                byHand.Kill();
            }
        }
    }

    private static Process Start(string program, string database, int port, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["Anfragen__Database"] = database;
        start.Environment["Anfragen__Root"] = AnfragenRoot.Find(new ConfigurationBuilder().Build()).Path;
        start.Environment["Anfragen__PasswordIterations"] = "10";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<Figures> Load(Process server, string address, string path, string? login)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
        await Reach(client);
        if (login is not null) await SignIn(client, login);
        for (var warm = 0; warm < 40; warm++) await Get(client, path);

        server.Refresh();
        var before = server.TotalProcessorTime;
        var times = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var own = new List<double>();
            for (var index = 0; index < Requests / Clients; index++)
            {
                var watch = Stopwatch.StartNew();
                await Get(client, path);
                own.Add(watch.Elapsed.TotalMilliseconds);
            }

            return own;
        }));
        server.Refresh();
        var sorted = times.SelectMany(own => own).Order().ToList();
        return new Figures(sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100], (server.TotalProcessorTime - before).TotalMilliseconds / sorted.Count);
    }

    private static async Task Get(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        if (response.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} answers {response.StatusCode}.");
        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task Reach(HttpClient client)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var response = await client.GetAsync("/healthz");
                return;
            }
            catch (HttpRequestException) when (attempt < 300)
            {
                await Task.Delay(200);
            }
        }
    }

    private static async Task SignIn(HttpClient client, string login)
    {
        var page = await client.GetStringAsync("/anmelden");
        var token = Token().Match(page[page.IndexOf("<main", StringComparison.Ordinal)..]).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Login"] = login,
            ["Password"] = DemoCity.Password,
            ["__RequestVerificationToken"] = token,
        });
        using var message = new HttpRequestMessage(HttpMethod.Post, "/anmelden") { Content = form };
        message.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var response = await client.SendAsync(message);
        if (response.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Sign-in answers {response.StatusCode}.");
    }

    private sealed record Figures(double P50, double P99, double Cpu);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
