using Anfragen.Domain;
using Anfragen.Infrastructure.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Application.Tests.Search;

/// <summary>Inquiries by the thousand, written past the commands: what a search sees of a city after some years.</summary>
public static class SearchCorpus
{
    private static readonly string[] Places =
        ["Altstadt", "Neustadt", "Oberstadt", "Hartenberg", "Gonsenheim", "Mombach", "Bretzenheim", "Weisenau", "Laubenheim", "Hechtsheim", "Ebersheim", "Finthen", "Drais"];

    private static readonly string[] Subjects =
        ["{0} in {1}", "Sachstand {0}", "Kosten für {0}", "Zukunft: {0} in {1}", "Probleme mit {0}", "{0}: Planungen für {1}", "Nachfrage zu {0}"];

    private static readonly string[] Questions =
    [
        "Wie viele Beschwerden über {0} sind bei der Verwaltung seit {2} eingegangen?",
        "Welche Kosten entstehen der Stadt jährlich für {0}, und wie haben sie sich seit {2} entwickelt?",
        "Welche Maßnahmen plant die Verwaltung in {1}, und bis wann sollen sie umgesetzt werden?",
        "Wie ist der aktuelle Stand der Planungen zu {0}?",
        "Wie viele Stellen sind für {0} vorgesehen, und wie viele davon sind nicht besetzt?",
        "Welche Fördermittel von Land und Bund wurden für {0} beantragt oder bewilligt?",
        "Wie bewertet die Verwaltung die Situation in {1} im Vergleich zu anderen Stadtteilen?",
        "Wann beginnt die Sanierung, und wie lange dauert sie voraussichtlich?",
        "Wie werden Anwohnerinnen und Anwohner in {1} über {0} informiert?",
        "Wurden Kinder, Eltern, Schulen und Vereine bei {0} beteiligt?",
        "Wie viele Plätze und Flächen stehen für {0} in {1} zur Verfügung?",
        "Gibt es Wartelisten oder Wartezeiten, und wie lang sind sie im Durchschnitt?",
    ];

    /// <summary>What was asked earlier, and the same in other words.</summary>
    public static IReadOnlyList<(Asked Earlier, Asked Again)> Pairs { get; } = ReadPairs("Pairs.txt");

    /// <summary>The same, to which nothing was fitted.</summary>
    public static IReadOnlyList<(Asked Earlier, Asked Again)> UnseenPairs { get; } = ReadPairs("PairsUnseen.txt");

    /// <summary>Inquiries of a city about all sorts of things, many of them near the pairs' subjects; the same every time.</summary>
    public static IEnumerable<Asked> Others()
    {
        var topics = Lines("Topics.txt").ToList();
        var number = 0;
        foreach (var subject in Subjects)
        {
            foreach (var topic in topics)
            {
                number++;
                var (place, year) = (Places[number * 7 % Places.Length], 2010 + (number % 15));
                yield return new(
                    string.Format(null, subject, topic, place),
                    [.. Enumerable.Range(0, 3).Select(i => string.Format(null, Questions[((number * 5) + (i * 7)) % Questions.Length], topic, place, year))]);
            }
        }
    }

    /// <summary>Stores them as registered and indexes them; their ids in the same order.</summary>
    public static async Task<IReadOnlyList<InquiryId>> Store(TestApp app, IReadOnlyList<Asked> inquiries)
    {
        var ids = inquiries.Select(_ => InquiryId.New()).ToList();
        var session = app.Session();
        await session.Run(
            async () =>
            {
                var rows = inquiries.Select((asked, index) => new { id = ids[index], asked.Subject, day = new DateOnly(2010, 1, 1).AddDays(index), at = app.Clock.GetUtcNow() }).ToList();
                await session.ExecuteEach(
                    """
                    INSERT INTO inquiries (id, version, text_version, status, number, subject, originator_names, received_on, created_at, modified_at, clock_stopped)
                    VALUES (@id, 1, 1, 'Registered', NULL, @subject, 'SPD', @day, @at, @at, FALSE)
                    """,
                    rows, CancellationToken.None);
                await session.ExecuteEach("INSERT INTO inquiry_texts (inquiry_id, version, subject, preamble, rationale) VALUES (@id, 1, @subject, NULL, NULL)", rows, CancellationToken.None);
                await session.ExecuteEach(
                    """
                    INSERT INTO questions (id, inquiry_id, text_version, parent_id, position, ordinal, label, text, is_asked)
                    VALUES (@question, @id, 1, NULL, @position, @ordinal, NULL, @text, TRUE)
                    """,
                    inquiries.SelectMany((asked, index) => asked.Questions.Select((text, position) => new
                    {
                        question = QuestionId.New(),
                        id = ids[index],
                        position = position + 1,
                        ordinal = $"{position + 1}",
                        text,
                    })),
                    CancellationToken.None);
                await session.ExecuteEach("INSERT INTO search_queue (inquiry_id) VALUES (@id)", rows, CancellationToken.None);
            },
            CancellationToken.None);
        await app.Services.GetRequiredService<SearchIndexer>().CatchUp(CancellationToken.None);
        return ids;
    }

    private static IReadOnlyList<(Asked, Asked)> ReadPairs(string file)
    {
        var all = new List<(bool IsAgain, string Subject, List<string> Questions)>();
        foreach (var line in Lines(file))
        {
            if (line[0] == '?') all[^1].Questions.Add(line[2..]);
            else all.Add((line[0] == '~', line[2..], []));
        }

        return [.. all.Chunk(2).Select(pair => (new Asked(pair[0].Subject, pair[0].Questions), new Asked(pair[1].Subject, pair[1].Questions)))];
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(SearchCorpus).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}

/// <summary>What somebody asks.</summary>
public sealed record Asked(string Subject, IReadOnlyList<string> Questions);
