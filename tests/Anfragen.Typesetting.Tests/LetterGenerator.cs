namespace Anfragen.Typesetting.Tests;

/// <summary>Letters nobody would write, from seeded chance: the same seed gives the same letter.</summary>
internal sealed class LetterGenerator(int seed)
{
    private static readonly string[] Words =
    [
        "die", "Verwaltung", "prüft", "Straßenbahnhaltestellenverzeichnis", "und", "z. B.", "§ 33", "26. September", "E-Mail", "IT-Leistungserbringung", "(siehe", "oben)",
        "„Zitat“", "–", "&", "<b>", "\"x\"", "\\", "1.234,56 €", "https://example.org/ein/langer/pfad?mit=werten&noch=mehr", "a\u0308u\u0308", "Trenn\u00ADstelle", "MS365",
        "😀", "漢字", "☒", "👩‍👧", "ш", "Ω", "שלום", "مرحبا", "12 Plätzen", "3 Mio. Euro", "\u200B", "ja:", "fließend", "Auflage", "Schiffahrt", "Offizier",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    ];

    private readonly Random random = new(seed);

    /// <summary>One letter in a hundred has sixty questions, one a table of 300 rows; every other is sealed, every third carries its data.</summary>
    public Document Letter()
    {
        var blocks = new List<Block> { new Heading(1, null, Runs(12), BoldAsMarked: true), new Paragraph(Runs(random.Next(40))) };
        int questions = seed % 100 == 7 ? 60 : 1 + random.Next(6);
        for (int question = 1; question <= questions; question++)
        {
            blocks.Add(new Heading(2, random.Next(4) switch { 0 => null, 1 => $"{question}.", 2 => $"{question} a)", _ => $"Frage {question} b) mit langer Bezeichnung" }, [new TextRun("Wie "), .. Runs(random.Next(40))]));
            blocks.AddRange(Blocks(random.Next(questions > 10 ? 3 : 6), 0));
        }

        if (seed % 100 == 13)
        {
            blocks.Add(Table(3, 300, 6));
        }

        if (random.Next(3) > 0)
        {
            blocks.Add(Sample.Signature);
        }

        if (random.Next(3) == 0)
        {
            blocks.Add(new Figure(Drawing.FromModules(Sample.Modules(25)), 60, "QR-Code zur öffentlichen Seite", [new Paragraph(Runs(random.Next(30)))]));
        }

        return Sample.Document([.. blocks]) with
        {
            SignatureFields = seed % 2 == 0 ? ["Siegel"] : [],
            EmbeddedFiles = seed % 3 == 0 ? [new EmbeddedFile("antwort.json", "application/json", "Antwort als Daten", "{}"u8.ToArray())] : [],
        };
    }

    private List<Block> Blocks(int count, int depth) => [.. Enumerable.Range(0, count).Select(_ => Block(depth))];

    private Block Block(int depth) => random.Next(depth > 5 ? 4 : 11) switch
    {
        0 => new Heading(1 + random.Next(6), null, Runs(random.Next(12)), random.Next(2) == 0),
        1 or 2 or 3 => new Paragraph(Runs(random.Next(120))),
        4 or 5 => new ListBlock(random.Next(2) == 0 ? null : random.Next(2000), [.. Enumerable.Range(0, random.Next(6)).Select(_ => new ListItem(Blocks(random.Next(3), depth + 1)))]),
        6 => new Quotation(Blocks(random.Next(3), depth + 1)),
        7 => Table(1 + random.Next(random.Next(4) == 0 ? 30 : 5), random.Next(12), random.Next(20) == 0 ? 200 : 8),
        _ => new Paragraph(Runs(random.Next(30))),
    };

    private Table Table(int columns, int rows, int words) => new(
        [.. Enumerable.Range(0, columns).Select(_ => new TableColumn(Runs(3), (ColumnAlignment)random.Next(4)))],
        [.. Enumerable.Range(0, rows).Select(_ => new TableRow([.. Enumerable.Range(0, columns).Select(_ => Runs(random.Next(words)))]))]);

    private List<Run> Runs(int words, bool notes = true)
    {
        var runs = new List<Run>();
        while (words > 0)
        {
            int count = Math.Min(words, 1 + random.Next(15));
            words -= count;
            string text = string.Join(random.Next(12) == 0 ? "" : " ", Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)])) + (random.Next(3) == 0 ? "" : " ");
            runs.Add(random.Next(14) switch
            {
                0 => new LinkRun(text, "https://example.org/" + random.Next(100), random.Next(2) == 0),
                1 => new LineBreakRun(),
                2 when notes => new NoteRun(Runs(random.Next(40), notes: false)),
                _ => new TextRun(text, random.Next(4) == 0, random.Next(4) == 0),
            });
        }

        return runs;
    }
}
