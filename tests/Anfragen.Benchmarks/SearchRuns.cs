using System.Diagnostics;
using System.Globalization;
using Anfragen.Application;
using Anfragen.Application.Search;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Search;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Benchmarks;

/// <summary>How large the search index gets, what indexing costs and how long the worst searches take, in a database of its own that is deleted afterwards.</summary>
internal sealed class SearchRuns : IAsyncDisposable
{
    private const int QuestionsEach = 5;
    private const int Repeats = 100;

    private static readonly string[] Firsts =
        "Bau Verkehrs Schul Kinder Jugend Senioren Sport Kultur Umwelt Klima Wasser Energie Wohnungs Straßen Rad Fuß Park Bahn Bus Müll Grün Stadt Orts Bürger Förder Haushalts Personal Digital Sicherheits Gesundheits Pflege Markt Tourismus Denkmal Brand Hochwasser Lärm Luft Hitze Baum".Split(' ');

    private static readonly string[] Seconds =
        "konzept plan mittel amt förderung sanierung entwicklung beteiligung anlage fläche verein halle platz weg netz gebühr satzung beirat ausschuss bericht planung versorgung stelle maßnahme projekt programm kosten nutzung prüfung angebot bedarf betreuung schutz zentrum haus brücke gebiet verfahren antrag bescheid".Split(' ');

    private static readonly string[] Small =
        "die der und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über Verwaltung Stadt Jahr welche viele wurden seit bis Kosten geplant stehen Mittel".Split(' ');

    private readonly Random _random = new(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("anfragen-search").FullName;
    private readonly ServiceProvider _services;

    private SearchRuns()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [DatabaseOptions.Setting] = $"Data Source={File}" }).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddAnfragen().AddSingleton<ICurrentUser, Clerk>().BuildServiceProvider();
    }

    private string File => Path.Combine(_folder, "search.db");

    private DbSession Session => new(_services.GetRequiredService<Connections>());

    private SearchIndexer Indexer => _services.GetRequiredService<SearchIndexer>();

    public static async Task Measure(int inquiries)
    {
        await using var runs = new SearchRuns();
        await runs._services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        for (var done = 0; done < inquiries; done += 1000) await runs.Store(Math.Min(1000, inquiries - done));
        var data = await runs.Size();
        var clock = Stopwatch.StartNew();
        await runs.Indexer.CatchUp(CancellationToken.None);
        var indexing = clock.Elapsed.TotalMilliseconds;
        var whole = await runs.Size();
        Print($"{inquiries} inquiries: data {data / 1e6:F1} MB, index {(whole - data) / 1e6:F1} MB ({(double)(whole - data) / data:F2} x), indexed in {indexing / inquiries:F2} ms each");
        await runs.One();
        foreach (var words in (string[])["Verwaltung", "Verwaltung Stadt Kosten", "plan", "bau", "Schulsanierung", "„Kosten Stadt“", "Gebührenordnungswidrigkeit"]) await runs.Search(words);
        await runs.Similar();
    }

    private async Task One()
    {
        var (storing, indexing) = (new List<double>(), new List<double>());
        for (var i = 0; i < Repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            await Store(1);
            storing.Add(clock.Elapsed.TotalMilliseconds);
            clock.Restart();
            await Indexer.CatchUp(CancellationToken.None);
            indexing.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print($"one inquiry: stored with its row in the queue {Middle(storing)}, indexed afterwards {Middle(indexing)}");
    }

    private async Task Search(string words)
    {
        var times = new List<double>();
        SearchResults results = null!;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            results = await Send(new SearchInquiries { Words = words });
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / Repeats;
        Print($"search {words}: {used:F1} ms CPU, {Middle(times)}, {results.Hits.Count} on the page{(results.IsBounded ? ", bounded" : "")}");
    }

    private async Task Similar()
    {
        var times = new List<double>();
        for (var i = 0; i < Repeats / 4; i++)
        {
            var clock = Stopwatch.StartNew();
            await Send(new FindSimilarInquiries { Subject = Sentence(5), Questions = [Sentence(15), Sentence(15)] });
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print($"asked before, 35 words: {Middle(times)}");
    }

    private async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private async Task Store(int count)
    {
        var session = Session;
        var rows = Enumerable.Range(0, count).Select(i => new
        {
            id = InquiryId.New(),
            subject = Sentence(6),
            preamble = Sentence(120),
            rationale = Sentence(120),
            day = new DateOnly(2020, 1, 1).AddDays(i),
            at = DateTimeOffset.UnixEpoch,
        }).ToList();
        await session.Run(
            async () =>
            {
                await session.ExecuteEach(
                    """
                    INSERT INTO inquiries (id, version, text_version, status, number, subject, originator_names, received_on, created_at, modified_at, clock_stopped)
                    VALUES (@id, 1, 1, 'Registered', NULL, @subject, 'SPD', @day, @at, @at, FALSE)
                    """,
                    rows, CancellationToken.None);
                await session.ExecuteEach(
                    "INSERT INTO inquiry_texts (inquiry_id, version, subject, preamble, rationale) VALUES (@id, 1, @subject, @preamble, @rationale)", rows, CancellationToken.None);
                await session.ExecuteEach(
                    """
                    INSERT INTO questions (id, inquiry_id, text_version, parent_id, position, ordinal, label, text, is_asked)
                    VALUES (@question, @id, 1, NULL, @position, '1', NULL, @text, TRUE)
                    """,
                    rows.SelectMany(row => Enumerable.Range(1, QuestionsEach).Select(position => new { question = QuestionId.New(), row.id, position, text = Sentence(25) })),
                    CancellationToken.None);
                await session.ExecuteEach("INSERT INTO search_queue (inquiry_id) VALUES (@id)", rows, CancellationToken.None);
            },
            CancellationToken.None);
    }

    private async Task<long> Size()
    {
        await using var scope = _services.CreateAsyncScope();
        return await Session.Single<long>("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", null, CancellationToken.None);
    }

    // Half small words, half compounds, some of which are far more usual than others.
    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => _random.Next(2) == 0
        ? Small[_random.Next(Small.Length)]
        : Firsts[Usual(Firsts.Length)] + Seconds[Usual(Seconds.Length)] + (_random.Next(3) == 0 ? "en" : ""))) + ".";

    private int Usual(int count) => (int)(count * Math.Pow(_random.NextDouble(), 2));

    private static string Middle(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {times[times.Count / 2]:F1} ms, p99 {times[(int)(times.Count * 0.99)]:F1} ms");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Sees what the council office sees.</summary>
    private sealed class Clerk : ICurrentUser
    {
        public UserId? Id => WellKnown.System;

        public IReadOnlyList<RoleGrant> Grants { get; } = [new RoleGrant(Role.CouncilOffice, WellKnown.Body)];
    }
}
