using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

public sealed class ExtractionTests(ITestOutputHelper output)
{
    private const string Typography =
        "Gemäß § 33 Abs. 2 prüft das Amt 33 bis 26. September 2025, z. B. für 3 Mio. Euro, „Öffnung“ – straßenweise; vgl. ‚Ärger‘ & <Übel> (50 %) … ẞ é ő ł.";

    [Fact]
    public void Paragraphs_read_back_as_they_were_written()
    {
        ParsedPdf pdf = Sample.Typeset(Sample.Paragraph(Typography), Sample.Sentences(3));
        Assert.Equal([Typography, string.Concat(Enumerable.Repeat(Sample.Sentence, 3)).Trim()], pdf.Root.Elements.Skip(2).Select(element => element.Text));
    }

    [Fact]
    public async Task Pdftotext_reads_what_was_written()
    {
        byte[] pdf = TestFonts.Typesetter.Typeset(Sample.Document(Sample.Paragraph(Typography), Sample.Sentences(8))).Pdf;
        if (await ExternalTool.RunAsync(output, "pdftotext", pdf, "FILE", "-") is not { } text)
        {
            return;
        }

        string joined = Regex.Replace(text.Replace("\u00AD\n", ""), @"\s+", " ");
        Assert.Contains(Typography, joined);
        Assert.Contains(string.Concat(Enumerable.Repeat(Sample.Sentence, 8)).Trim(), joined);
        Assert.DoesNotContain('\u00A0', text);
    }

    [Fact]
    public void Divided_words_carry_soft_hyphens_and_read_back_whole()
    {
        string text = string.Join(" ", Enumerable.Repeat("Verkehrsberuhigungsmaßnahmenkatalogüberarbeitungen", 20));
        ParsedPdf pdf = Sample.Typeset(Sample.Paragraph(text));
        Assert.Contains(pdf.Tagged, piece => piece.Text.EndsWith('\u00AD'));
        Assert.Equal(text, pdf.Root.Elements[2].Text);
    }

    [Fact]
    public void Without_a_hyphenator_no_word_is_divided()
    {
        byte[] bytes = new Typesetter(TestFonts.Typeface, null).Typeset(Sample.Document(Sample.Sentences(12))).Pdf;
        Assert.DoesNotContain(new ParsedPdf(bytes).Tagged, piece => piece.Text.Contains('\u00AD'));
    }

    [Fact]
    public void What_belongs_together_stays_on_one_line()
    {
        string[] pairs = ["z. B.", "d. h.", "Nr. 12", "26. September", "§ 33", "Amt 33", "12 Plätze", "3 Mio. Euro", "Dr. Müller", "50 %"];
        for (int filler = 0; filler < 60; filler++)
        {
            string text = string.Join(" ", pairs.Select((pair, i) => new string('n', 3 + (filler * 7 + i * 13) % 47) + " " + pair + ","));
            var lines = Sample.Typeset(Sample.Paragraph(text)).Tagged.Select(piece => piece.Text).ToList();
            Assert.All(pairs, pair => Assert.Contains(lines, line => line.Contains(pair)));
        }
    }

    [Fact]
    public void A_character_no_face_has_becomes_a_question_mark_and_is_reported_once()
    {
        TypesetDocument typeset = TestFonts.Typesetter.Typeset(Sample.Document(Sample.Paragraph("Gut 漢 so 漢."), Sample.Paragraph("שלום")));
        Assert.Equal("Das Zeichen „漢“ (U+6F22) fehlt in der Schrift und wurde durch „?“ ersetzt.", typeset.Warnings[0]);
        Assert.StartsWith("Schrift, die von rechts nach links läuft", typeset.Warnings[1]);
        Assert.Equal(2, typeset.Warnings.Count);
        Assert.Equal(["Gut ? so ?.", "????"], new ParsedPdf(typeset.Pdf).Root.Elements.Skip(2).Select(element => element.Text));
    }

    [Theory]
    [InlineData("Haken ☒ und ⚠️ hier")]
    [InlineData("∈ 5, ① und ➔")]
    [InlineData("Danke 👍🏽 🚲!")]
    public void What_the_family_lacks_a_fallback_holds(string text)
    {
        TypesetDocument typeset = TestFonts.Typesetter.Typeset(Sample.Document(new Paragraph([new TextRun(text, Bold: true)])));
        Assert.Empty(typeset.Warnings);
        Assert.Equal(text.Replace("\uFE0F", ""), new ParsedPdf(typeset.Pdf).Root.Elements[2].Text);
    }

    [Theory]
    [InlineData("Stoff", 1)]
    [InlineData("Schrift", 1)]
    [InlineData("Luft und Haft", 2)]
    [InlineData("Auffassung", 0)]
    [InlineData("Aufteilung", 0)]
    [InlineData("Pfiff", 1)]
    public void Letters_are_joined_within_a_part_of_a_word_and_never_across_its_seam(string text, int ligatures)
    {
        ParsedPdf pdf = Sample.Typeset(Sample.Paragraph(text));
        Assert.Equal(text, pdf.Root.Elements[2].Text);
        string drawn = string.Concat(TestFonts.Typesetter.Draw(Sample.Document(Sample.Paragraph(text))).Svg);
        string apart = string.Concat(TestFonts.Typesetter.Draw(Sample.Document(Sample.Paragraph(text.Replace("f", "n")))).Svg);
        Assert.Equal(ligatures, Letters(apart) - Letters(drawn));

        static int Letters(string svg) => Regex.Count(svg, "<use ");
    }

    [Fact]
    public void No_word_is_divided_right_after_a_character_of_a_fallback()
    {
        string text = string.Join(" ", Enumerable.Repeat("Verkehrsberuhigung👍\u00ADsmaßnahmenkatalog", 20));
        ParsedPdf pdf = Sample.Typeset(Sample.Paragraph(text));
        Assert.Equal(text.Replace("\u00AD", ""), pdf.Root.Elements[2].Text);
        Assert.DoesNotContain(pdf.Tagged, piece => piece.Text.Contains("👍\u00AD"));
    }

    [Fact]
    public void Fallbacks_are_read_when_they_are_needed()
    {
        int reads = 0;
        var family = TestFonts.Family(() => { reads++; return File.ReadAllBytes(TestFonts.Asset("NotoEmoji-Regular.ttf")); });
        var typesetter = new Typesetter(family, null);
        typesetter.Typeset(Sample.Document(Sample.Paragraph("Ohne besondere Zeichen.")));
        Assert.Equal(0, reads);
        typesetter.Typeset(Sample.Document(Sample.Paragraph("🚲 und 🚲")));
        typesetter.Typeset(Sample.Document(Sample.Paragraph("🚲")));
        Assert.Equal(1, reads);
    }

    [Fact]
    public void Private_use_characters_are_no_text()
    {
        TypesetDocument typeset = TestFonts.Typesetter.Typeset(Sample.Document(Sample.Paragraph(string.Concat(Enumerable.Range(0xE000, 0x1900).Select(code => (char)code)))));
        Assert.Equal(0x1900, typeset.Warnings.Count);
        Assert.Matches(@"^\?+$", new ParsedPdf(typeset.Pdf).Root.Elements[2].Text);
    }

    [Fact]
    public void Text_that_can_be_set_gives_no_warning()
    {
        Assert.Empty(TestFonts.Typesetter.Typeset(Sample.Document(Sample.Paragraph(Typography + "\u200B\u2060\uFE0F\u202F\u2011"))).Warnings);
    }

    [Fact]
    public void Invalid_and_decomposed_characters_do_no_harm()
    {
        ParsedPdf pdf = Sample.Typeset(Sample.Paragraph("a\u0308 \uD83D e\0x\tt"));
        string text = pdf.Root.Elements[2].Text;
        Assert.StartsWith("ä ", text);
        Assert.EndsWith(" ex t", text);
    }

    [Fact]
    public void A_hard_break_ends_the_line_but_not_the_paragraph()
    {
        ParsedPdf pdf = Sample.Typeset(new Paragraph([new TextRun("Erste Zeile"), new LineBreakRun(), new TextRun("zweite Zeile")]));
        Assert.Equal("Erste Zeile zweite Zeile", Assert.Single(pdf.Root.Elements.Skip(2)).Text);
        Assert.Equal(2, pdf.Tagged.Where(piece => piece.Text.Contains("Zeile")).Select(piece => piece.Y).Distinct().Count());
    }

    [Fact]
    public void Words_longer_than_the_line_break_inside_the_margins()
    {
        string word = new('W', 400);
        ParsedPdf pdf = Sample.Typeset(
            Sample.Paragraph(word),
            new Paragraph([.. Enumerable.Range(0, 80).Select(i => new TextRun("unge", Bold: i % 2 == 0))]),
            Sample.Table(2, _ => word));
        Assert.Equal(word, pdf.Root.Elements[2].Text);
        Geometry.AssertInsideMargins(pdf);
    }

    [Fact]
    public void Every_style_has_its_face()
    {
        ParsedPdf pdf = Sample.Typeset(new Paragraph([new TextRun("a"), new TextRun("b", true), new TextRun("c", false, true), new TextRun("d", true, true)]));
        Assert.Equal("abcd", pdf.Root.Elements[2].Text);
        var names = pdf.ObjectNumbers.Select(pdf.Object).Where(o => o.StartsWith("<</Type/FontDescriptor")).Select(o => Regex.Match(o, @"/FontName/[A-Z]{6}\+(\S+?)/").Groups[1].Value);
        Assert.Equal(4, names.Distinct().Count());
    }
}
