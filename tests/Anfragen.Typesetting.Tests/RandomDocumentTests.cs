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
            Assert.Equal(ExpectedText.Of(document), pdf.Leaves());
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
}
