using System.Text;
using System.Text.RegularExpressions;
using Anfragen.Typesetting.Signing;
using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

/// <summary>Documents nobody would write, from seeded chance: none may lose a character, leave the margins or break the file.</summary>
public sealed class RandomDocumentTests(ITestOutputHelper output)
{
    private const int Letters = 1000;

    [Fact]
    public void No_letter_loses_text_leaves_the_margins_or_breaks_a_rule_of_the_standards()
    {
        Parallel.For(0, Letters, seed => Named(seed, () =>
        {
            Document document = new LetterGenerator(seed).Letter();
            var pdf = new ParsedPdf(TestFonts.Typesetter.Typeset(document).Pdf);
            Assert.Equal(Expected(document), pdf.Leaves());
            Geometry.AssertInsideMargins(pdf);
            Geometry.AssertNoWidowsOrOrphans(pdf);
            Wellformed.AssertAll(pdf);
        }));
    }

    [Fact]
    public async Task Qpdf_and_pdftotext_agree_on_a_sample()
    {
        for (int seed = 0; seed < Letters; seed += 50)
        {
            Document document = new LetterGenerator(seed).Letter();
            byte[] pdf = TestFonts.Typesetter.Typeset(document).Pdf;
            await ExternalTool.RunAsync(output, "qpdf", pdf, "--check", "FILE");
            if (await ExternalTool.RunAsync(output, "pdftotext", pdf, "-raw", "FILE", "-") is { } text)
            {
                AssertReads(new ParsedPdf(pdf), Squeezed(text));
            }
        }
    }

    [Fact]
    public async Task Sealed_letters_stay_well_formed()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            byte[] plain = TestFonts.Typesetter.Typeset(new LetterGenerator(seed).Letter()).Pdf;
            byte[] pdf = await new PdfSealer(TestCertificates.Curve).SealAsync(plain, new SealDetails(TestCertificates.Day, "Stadt Musterstadt"));
            var parsed = new ParsedPdf(pdf);
            Wellformed.AssertAll(parsed);
            Assert.Equal(new ParsedPdf(plain).Root.Text, parsed.Root.Text);
            Assert.True(Assert.Single(PdfSignatures.Verify(pdf)).VouchesForFile);
        }
    }

    /// <summary>Paragraphs that stand on one page; between pages pdftotext reads header and footer.</summary>
    private static void AssertReads(ParsedPdf pdf, string text)
    {
        foreach (Element paragraph in pdf.Root.SelfAndDescendants().Where(element => element.Tag == "P"))
        {
            if (paragraph.Pieces.Select(piece => piece.Page).Distinct().Count() == 1)
            {
                Assert.Contains(Squeezed(paragraph.Text), text);
            }
        }
    }

    private static string Squeezed(string text) => Regex.Replace(text, @"[\s\u00AD-]", "");

    private static void Named(int seed, Action test)
    {
        try
        {
            test();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
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
                    case Figure figure:
                        Collect(figure.Beside, depth);
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
        string visible = text.Normalize(NormalizationForm.FormC).Replace("\u00AD", "").Replace("\u200B", "").Replace("\u200D", "");
        visible = Regex.Replace(visible, @"[\u0590-\u06FF]|\p{Cs}{2}", "?");
        return Regex.Replace(visible, @"\s+", " ").Trim();
    }
}
