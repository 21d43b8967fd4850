using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Anfragen.Application.Tests.Database;
using Anfragen.Cli;

namespace Anfragen.Web.Tests.Cli;

public sealed partial class ImportCommandTests : IAsyncLifetime
{
    private const string Clerk = "ratsbuero";

    private readonly CliRoot _root = new();

    public Task InitializeAsync() => Found();

    public Task DisposeAsync()
    {
        _root.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_single_reply_is_read_with_its_inquiry_and_supplement_and_once_only()
    {
        var reply = Write("alt/Antwort.txt", Reply("0302/2019"));
        var inquiry = Write("alt/Anfrage.txt", "Anfrage 0302/2019 der SPD-Stadtratsfraktion\n\nRadwege\n\n1. Wie viele Radwege gibt es?\n2. Was kosten sie?\n");
        var supplement = Write("alt/Nachtrag.txt", "Ergänzende Antwort zur Anfrage Nr. 0302/2019\n\nZu Frage 2:\n\nSie kosten mehr.\n");

        var first = await _root.Run("import", reply, "--inquiry", inquiry, "--supplement", supplement, "--as", Clerk);
        var second = await _root.Run("import", reply, "--inquiry", inquiry, "--supplement", supplement, "--as", Clerk);
        var verified = await _root.Run("verify");

        Assert.Equal((0, 0, 0), (first.Code, second.Code, verified.Code));
        Assert.Contains("(0302/2019)", first.Output, StringComparison.Ordinal);
        Assert.Contains("Eingelesen: 1, ", first.Output, StringComparison.Ordinal);
        Assert.Contains("Bereits eingelesen: ", second.Output, StringComparison.Ordinal);
        Assert.Contains("schon vorhanden: 1", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_read_case_by_case_and_every_file_that_is_not_read_is_named()
    {
        Write("archiv/2019/0302/Antwort.txt", Reply("0302/2019"));
        Write("archiv/2019/0302/Nachtrag 2.txt", "Ergänzung zur Anfrage Nr. 0302/2019\n\nZu Frage 1:\n\nZwei weitere.\n");
        Write("archiv/0303-2019-antwort.txt", Reply("0303/2019"));
        Write("archiv/0303-2019-anfrage.txt", "Anfrage 0303/2019\n\n1. Wie viele Radwege gibt es?\n2. Was kosten sie?\n");
        Write("archiv/0304-2019-anfrage.txt", "Anfrage 0304/2019\n\n1. Wie viele?\n");
        Write("archiv/0305-2019-antwort.pdf", "MZ das ist kein PDF \0");
        Write("archiv/0306-2019-antwort.txt", Reply("0303/2019").Replace("nichts", "viel", StringComparison.Ordinal));
        Write("archiv/Notizen.txt", "Nichts von Belang.");
        Write("archiv/Bild.jpg", "kein Bild");

        var first = await _root.Run("import", _root.File("archiv"), "--as", Clerk);
        var second = await _root.Run("import", _root.File("archiv"), "--as", Clerk);

        Assert.Equal((1, 1), (first.Code, second.Code));
        Assert.Contains("Eingelesen: 2, ", first.Output, StringComparison.Ordinal);
        Assert.Contains("abgelehnt: 3.", first.Output, StringComparison.Ordinal);
        Assert.Contains("0304-2019: Dazu fehlt ein Antwortschreiben.", first.Error, StringComparison.Ordinal);
        Assert.Contains("0305-2019-antwort.pdf: 0305-2019-antwort.pdf: ", first.Error, StringComparison.Ordinal);
        Assert.Contains("0306-2019-antwort.txt: Unter der Drucksachennummer", first.Error, StringComparison.Ordinal);
        Assert.Contains("nicht gelesen: Notizen.txt", first.Error, StringComparison.Ordinal);
        Assert.Contains("nicht gelesen: Bild.jpg", first.Error, StringComparison.Ordinal);
        Assert.Contains("schon vorhanden: 2", second.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _root.Run("verify")).Code);
    }

    [Theory]
    [InlineData("gibtesnicht", "Ein Konto mit der Anmeldung „gibtesnicht“ gibt es nicht")]
    [InlineData("system", "Ein Konto mit der Anmeldung „system“ gibt es nicht")]
    [InlineData("hauptamt", "Dafür fehlt Ihnen die Berechtigung.")]
    public async Task Only_an_account_of_the_council_office_reads(string login, string sentence)
    {
        var run = await _root.Run("import", Write("Antwort.txt", Reply("0302/2019")), "--as", login);

        Assert.Equal(1, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_refusal()
    {
        var run = await _root.Run("import", _root.File("fehlt.pdf"), "--as", Clerk);

        Assert.Equal(1, run.Code);
        Assert.Contains("gibt es nicht", run.Error, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task An_import_that_is_killed_goes_on_where_it_was(DatabaseKind database)
    {
        const int cases = 60;
        string[] on = database == DatabaseKind.PostgreSql ? ["--database", await PostgreSqlDatabase.New()] : [];
        await Found(on);
        for (var number = 1; number <= cases; number++)
        {
            var name = number.ToString("0000", CultureInfo.InvariantCulture);
            Write($"archiv/{name}-antwort.txt", Reply($"{name}/2018"));
        }

        foreach (var share in (string[])["20 %", "40 %"])
        {
            using var process = Process.Start(new ProcessStartInfo(
                "dotnet", [typeof(CommandLine).Assembly.Location, "import", _root.File("archiv"), "--as", Clerk, "--root", _root.Path, .. on])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            string? told;
            do told = await process.StandardError.ReadLineAsync();
            while (told is not null && !told.Contains(share, StringComparison.Ordinal));
            process.Kill();
            await process.WaitForExitAsync();
            Assert.Equal(0, (await _root.Run(["verify", .. on])).Code);
        }

        var rest = await _root.Run(["import", _root.File("archiv"), "--as", Clerk, .. on]);

        Assert.Equal(0, rest.Code);
        var counted = Summary().Match(rest.Output);
        var (added, known) = (int.Parse(counted.Groups["new"].Value, CultureInfo.InvariantCulture), int.Parse(counted.Groups["old"].Value, CultureInfo.InvariantCulture));
        Assert.Equal(cases, added + known);
        Assert.InRange(known, cases * 2 / 5, cases - 1);
        Assert.Equal(0, (await _root.Run(["verify", .. on])).Code);
    }

    private async Task Found(params string[] on)
    {
        Assert.Equal(0, (await _root.Run(["migrate", .. on])).Code);
        Assert.Equal(0, (await _root.Run(["city", "import", Path.Combine(_root.Path, "templates", "mainz", "city.yaml"), .. on])).Code);
    }

    private static string Reply(string number) => $"""
        Antwort zur Anfrage Nr. {number} der SPD-Stadtratsfraktion betreffend Radwege (SPD)

        1. Wie viele Radwege gibt es?

        Es gibt {number[..4]} Radwege.

        2. Was kosten sie?

        Sie kosten nichts.

        Mainz, 20. Mai 2019

        gez.

        Erika Muster
        Oberbürgermeisterin
        """;

    private string Write(string name, string text)
    {
        var path = _root.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    [GeneratedRegex(@"Eingelesen: (?<new>\d+), .*schon vorhanden: (?<old>\d+);")]
    private static partial Regex Summary();
}
