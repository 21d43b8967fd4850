namespace Anfragen.Typesetting.Tests;

/// <summary>Short ways to write documents.</summary>
internal static class Sample
{
    public const string Sentence =
        "Die Landeshauptstadt prüft die Maßnahmen zur Verkehrsberuhigung fortlaufend und stellt die Ergebnisse im zuständigen Ausschuss vor. ";

    public static Document Document(params Block[] blocks) => new(
        "Antwort zur Anfrage Nr. 1435/2025",
        "Smart City",
        "Landeshauptstadt Mainz",
        "de-DE",
        new DateTimeOffset(2025, 9, 26, 10, 30, 0, TimeSpan.FromHours(2)),
        new Letterhead("Landeshauptstadt Mainz", "Der Oberbürgermeister", "Antwort zur Anfrage Nr. 1435/2025", "Landeshauptstadt Mainz · Stadtverwaltung", 0x9B1B1B),
        blocks);

    public static Paragraph Paragraph(string text) => new([new TextRun(text)]);

    public static Paragraph Sentences(int count) => Paragraph(string.Concat(Enumerable.Repeat(Sentence, count)));

    public static Heading Heading(int level, string? label, string text) => new(level, label, [new TextRun(text)]);

    public static ListItem Item(params Block[] blocks) => new(blocks);

    public static Table Table(int rows, Func<int, string>? text = null) => new(
        [new TableColumn([new TextRun("Maßnahme")], ColumnAlignment.Left), new TableColumn([new TextRun("Kosten")], ColumnAlignment.Right)],
        [.. Enumerable.Range(1, rows).Select(row => new TableRow([[new TextRun(text?.Invoke(row) ?? $"Zeile {row}")], [new TextRun($"{row * 1000}")]]))]);

    /// <summary>Looks like a QR code and is none.</summary>
    public static bool[,] Modules(int size)
    {
        var modules = new bool[size, size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                modules[row, column] = (row * row + 3 * column * row + 7 * column) % 5 < 2;
            }
        }

        return modules;
    }

    public static SignatureBlock Signature { get; } = new("Mainz, 26. September 2025", "gez.", "Nino Haase", "Oberbürgermeister");

    public static ParsedPdf Typeset(params Block[] blocks) => new(TestFonts.Typesetter.Typeset(Document(blocks)).Pdf);
}
