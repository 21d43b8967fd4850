using System.Text;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

/// <summary>Documents nobody would write, from seeded chance: none may lose a character, leave the margins or break the file.</summary>
public sealed class RandomDocumentTests(ITestOutputHelper output)
{
    private const int Documents = 200;

    private static readonly string[] Words =
    [
        "die", "Verwaltung", "prüft", "Straßenbahnhaltestellenverzeichnis", "und", "z. B.", "§ 33", "26. September", "E-Mail", "IT-Leistungserbringung", "(siehe", "oben)",
        "„Zitat“", "–", "&", "<b>", "\"x\"", "\\", "1.234,56 €", "https://example.org/ein/langer/pfad?mit=werten&noch=mehr", "a\u0308u\u0308", "Trenn\u00ADstelle", "MS365",
        "😀", "ш", "Ω", "12 Plätzen", "3 Mio. Euro", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "\u200B", "ja:",
    ];

    [Fact]
    public void No_random_document_loses_text_or_leaves_the_margins()
    {
        Parallel.For(0, Documents, seed =>
        {
            Document document = new Generator(seed).Document();
            try
            {
                var pdf = new ParsedPdf(TestFonts.Typesetter.Typeset(document).Pdf);
                Assert.Equal(Expected(document), pdf.Leaves());
                Geometry.AssertInsideMargins(pdf);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
            }
        });
    }

    [Fact]
    public async Task Qpdf_finds_no_fault_in_random_documents()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            await ExternalTool.RunAsync(output, "qpdf", TestFonts.Typesetter.Typeset(new Generator(seed).Document()).Pdf, "--check", "FILE");
        }
    }

    private static List<(string Tag, string Text)> Expected(Document document)
    {
        var leaves = new List<(string, string)> { ("P", document.Letterhead.Sender), ("P", document.Letterhead.Office) };
        int level = 0;
        Collect(document.Blocks, 0);
        return leaves;

        void Collect(IReadOnlyList<Block> blocks, int depth)
        {
            foreach (Block block in blocks)
            {
                switch (block)
                {
                    case Heading heading:
                        string text = Seen(heading.Label is null ? heading.Runs : [new TextRun(heading.Label + " "), .. heading.Runs]);
                        if (text.Length > 0)
                        {
                            level = Math.Clamp(heading.Level, 1, Math.Min(6, level + 1));
                            leaves.Add(("H" + level, text));
                        }

                        break;
                    case Paragraph paragraph when Seen(paragraph.Runs).Length > 0:
                        leaves.Add(("P", Seen(paragraph.Runs)));
                        break;
                    case ListBlock list:
                        for (int i = 0; i < list.Items.Count; i++)
                        {
                            leaves.Add(("Lbl", list.FirstNumber is { } first ? $"{first + i}." : depth % 2 == 0 ? "•" : "–"));
                            Collect(list.Items[i].Blocks, depth + 1);
                        }

                        break;
                    case Quotation quotation:
                        Collect(quotation.Blocks, depth);
                        break;
                    case Table table:
                        leaves.AddRange(table.Columns.Select(column => ("TH", Seen(column.Header))));
                        leaves.AddRange(table.Rows.SelectMany(row => row.Cells).Select(cell => ("TD", Seen(cell))));
                        break;
                    case SignatureBlock signature:
                        leaves.AddRange([("P", signature.PlaceAndDate), ("P", signature.ConformedSignature), ("P", signature.Name), ("P", signature.Office)]);
                        break;
                }
            }
        }
    }

    private static string Seen(IReadOnlyList<Run> runs)
    {
        string text = string.Concat(runs.Select(run => run switch { TextRun plain => plain.Text, LinkRun link => link.Text, _ => " " }));
        string visible = text.Normalize(NormalizationForm.FormC).Replace("\u00AD", "").Replace("\u200B", "").Replace("😀", "?");
        return Regex.Replace(visible, @"\s+", " ").Trim();
    }

    private sealed class Generator(int seed)
    {
        private readonly Random random = new(seed);

        public Document Document() => Sample.Document([.. Blocks(1 + random.Next(25), 0), Sample.Signature]);

        private List<Block> Blocks(int count, int depth) => [.. Enumerable.Range(0, count).Select(_ => Block(depth))];

        private Block Block(int depth) => random.Next(depth > 5 ? 4 : 10) switch
        {
            0 => new Heading(1 + random.Next(6), random.Next(3) switch { 0 => null, 1 => "1.", _ => "Frage 12 b) mit langer Bezeichnung" }, Runs(12), random.Next(2) == 0),
            1 or 2 or 3 => new Paragraph(Runs(random.Next(120))),
            4 or 5 => new ListBlock(random.Next(2) == 0 ? null : random.Next(2000), [.. Enumerable.Range(0, random.Next(6)).Select(_ => new ListItem(Blocks(random.Next(3), depth + 1)))]),
            6 => new Quotation(Blocks(random.Next(3), depth + 1)),
            7 => Table(),
            _ => new Paragraph(Runs(random.Next(30))),
        };

        private Table Table()
        {
            int columns = 1 + random.Next(random.Next(4) == 0 ? 30 : 5);
            return new Table(
                [.. Enumerable.Range(0, columns).Select(_ => new TableColumn(Runs(3), (ColumnAlignment)random.Next(3)))],
                [.. Enumerable.Range(0, random.Next(12)).Select(_ => new TableRow([.. Enumerable.Range(0, columns).Select(_ => Runs(random.Next(random.Next(20) == 0 ? 200 : 8)))]))]);
        }

        private List<Run> Runs(int words)
        {
            var runs = new List<Run>();
            while (words > 0)
            {
                int count = Math.Min(words, 1 + random.Next(15));
                words -= count;
                string text = string.Join(random.Next(12) == 0 ? "" : " ", Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)])) + (random.Next(3) == 0 ? "" : " ");
                runs.Add(random.Next(12) switch
                {
                    0 => new LinkRun(text, "https://example.org/" + random.Next(100), random.Next(2) == 0),
                    1 => new LineBreakRun(),
                    _ => new TextRun(text, random.Next(4) == 0, random.Next(4) == 0),
                });
            }

            return runs;
        }
    }
}
