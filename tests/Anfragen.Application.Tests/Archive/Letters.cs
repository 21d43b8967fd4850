using System.Text;
using Anfragen.Application.Archive;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Infrastructure.Demo;

namespace Anfragen.Application.Tests.Archive;

/// <summary>Old papers for the tests: the real reply of the demo, and an invented case with something unsure in it.</summary>
internal static class Letters
{
    public const string Inquiry = """
        SPD-Stadtratsfraktion Mainz

        Anfrage 0302/2019 zur Sitzung am 22.05.2019

        Radwege in der Neustadt

        Die Radwege in der Neustadt sind in keinem guten Zustand.

        Wir fragen die Verwaltung:

        1. Wie viele Kilometer Radweg gibt es in der Neustadt?
        2. Welche Radwege werden im Jahr 2020 erneuert?
        3. Was kostet das?

        Mainz, 2. Mai 2019

        gez.
        Erika Muster
        Stadträtin
        """;

    public const string Reply = """
        Antwort zur Anfrage Nr. 0302/2019 der SPD-Stadtratsfraktion betreffend Radwege in der Neustadt (SPD)

        Die Anfrage wird wie folgt beantwortet:

        1. Wie viele Kilometer Radweg gibt es in der Neustadt?

        In der Neustadt gibt es 14 Kilometer Radweg, davon 3 Kilometer_neu*.

        2. Welche Radwege werden im Jahr 2020 erneuert?

        Erneuert werden:
        • die Rheinallee,
        • die Boppstraße.

        3. Was kostet das?

        Mainz, 20. Mai 2019

        gez.

        Michael Ebling
        Oberbürgermeister
        """;

    public static ImportArchivedCase Case => Of(Reply, Inquiry);

    public static ImportArchivedCase Seed => Of(DemoReply.ReadSource());

    public static ImportArchivedCase Of(string reply, string? inquiry = null, params string[] supplements) => new()
    {
        Reply = File("Antwort.txt", reply),
        Inquiry = inquiry is null ? null : File("Anfrage.txt", inquiry),
        Supplements = [.. supplements.Select((text, index) => File($"Nachtrag-{index + 1}.txt", text))],
    };

    public static ArchiveFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>How many rows every table has.</summary>
    public static async Task<string> Rows(TestApp app, DatabaseKind database)
    {
        var session = app.Session();
        var tables = await session.List<string>(
            database == DatabaseKind.Sqlite
                ? "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name",
            null, CancellationToken.None);
        var counts = new List<string>();
        foreach (var table in tables) counts.Add($"{table} {await session.Single<long>($"SELECT count(*) FROM {table} -- reads all: every row is counted", null, CancellationToken.None)}");
        return string.Join('\n', counts);
    }

    /// <summary>What verification finds.</summary>
    public static async Task<IReadOnlyList<string>> Findings(TestApp app) => (await app.Send(
        Infrastructure.Database.WellKnown.System, [new RoleGrant(Domain.Council.Role.Administrator, Infrastructure.Database.WellKnown.Body)],
        new Application.Journal.VerifyJournal(null))).Findings;
}
