using Anfragen.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Web.Tests.Cli;

public sealed class CheckTemplatesCommandTests
{
    private static readonly string Mainz = Path.Combine(AnfragenRoot.Find(new ConfigurationBuilder().Build()).Templates, "mainz");

    [Fact]
    public async Task Every_template_is_set_without_a_database_and_written_where_it_is_wanted()
    {
        using var root = new CliRoot();

        var run = await root.Run("check-templates", "--out", root.File("muster"));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            [
                "templates/mainz/city.yaml: in Ordnung", "templates/mainz/reply.yaml: 4 Seiten", "templates/mainz/correction.yaml: 1 Seite",
                "templates/mainz/acknowledgement.yaml: 1 Seite", "templates/mainz/rejection.yaml: 1 Seite", "templates/mainz/interim.yaml: 1 Seite",
                "templates/mainz/mail.yaml: in Ordnung",
                "Alle Vorlagen sind in Ordnung.",
            ],
            run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            ["acknowledgement.pdf", "correction.pdf", "interim.pdf", "rejection.pdf", "reply.pdf"],
            Directory.GetFiles(root.File("muster")).Select(file => Path.GetFileName(file)!).Order());
        Assert.False(File.Exists(root.Database));
    }

    [Fact]
    public async Task Every_mistake_of_every_file_is_named_with_its_line_and_what_is_allowed()
    {
        using var root = new CliRoot();
        var folder = Directory.CreateDirectory(root.File("stadt")).FullName;
        foreach (var file in Directory.GetFiles(Mainz)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Edit("reply.yaml", "\"#9B1B1B\"", "rot");
        Edit("reply.yaml", "{Fragen} werden", "{Frage} werden");
        Edit("interim.yaml", "{Erwartet}", "{Termin}");
        Edit("mail.yaml", "Betreff: \"Anfrage Nr. {Nummer} ist", "Betreff: \"Anfrage Nr. {Antwort} ist");
        Edit("mail.yaml", "    - \"Zu Ihren Aufgaben: {Link}\"\n", "");
        Edit("city.yaml", "wappen.svg", "fehlt.svg");
        File.Delete(Path.Combine(folder, "rejection.yaml"));
        var shown = Path.Combine(Path.GetFileName(root.Path), "stadt");

        var run = await root.Run("check-templates", "--folder", folder);

        Assert.Equal(1, run.Code);
        string[] expected =
        [
            $"{shown}/city.yaml, Zeile {Line("city.yaml", "fehlt.svg")}: Neben dieser Datei liegt keine Datei „fehlt.svg“.",
            $"{shown}/reply.yaml, Zeile {Line("reply.yaml", "Farbe: rot")}: „rot“ ist keine Farbe.",
            $"{shown}/reply.yaml, Zeile {Line("reply.yaml", "{Frage} werden")}: In „GemeinsameAntwort“: den Platzhalter {{Frage}} gibt es hier nicht; erlaubt: {{Nummer}}, {{Betreff}}, ",
            $"{shown}/rejection.yaml: Die Vorlage fehlt",
            $"{shown}/interim.yaml, Zeile {Line("interim.yaml", "{Termin}")}: In „Absätze“: den Platzhalter {{Termin}} gibt es hier nicht; erlaubt: ",
            $"{shown}/mail.yaml, Zeile {Line("mail.yaml", "{Antwort} ist")}: In „Betreff“: den Platzhalter {{Antwort}} gibt es hier nicht; erlaubt: {{Name}}, ",
            $"{shown}/mail.yaml, Zeile {Line("mail.yaml", "- \"hier ist Ihre Übersicht")}: Im Text von „Morgenübersicht“ fehlt der Platzhalter {{Link}}",
        ];
        var lines = run.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, lines.Length);
        Assert.All(expected.Zip(lines), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Contains("5 von 7 Dateien sind nicht zu gebrauchen.", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{shown}/correction.yaml: 1 Seite", run.Output, StringComparison.Ordinal);

        void Edit(string file, string right, string wrong)
        {
            var path = Path.Combine(folder, file);
            var text = File.ReadAllText(path);
            var at = text.LastIndexOf(right, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{file} no longer holds {right}");
            File.WriteAllText(path, text.Remove(at, right.Length).Insert(at, wrong));
        }

        int Line(string file, string mark) =>
            File.ReadLines(Path.Combine(folder, file)).ToList().FindIndex(line => line.Contains(mark, StringComparison.Ordinal)) + 1;
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_one_sentence()
    {
        using var root = new CliRoot();

        var run = await root.Run("check-templates", "--folder", root.File("nirgendwo"));

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Equal($"Den Ordner „{root.File("nirgendwo")}“ gibt es nicht.", run.Error.Trim());
    }
}
