namespace Anfragen.Typesetting.Tests;

public sealed class PaginationTests
{
    [Fact]
    public void No_paragraph_leaves_a_single_line_on_a_page()
    {
        int divided = 0;
        for (int offset = 0; offset < 40; offset++)
        {
            Block[] filler = [.. Enumerable.Repeat(Sample.Paragraph("kurz"), offset)];
            ParsedPdf pdf = Sample.Typeset([.. filler, Sample.Paragraph(string.Join(" ", Enumerable.Repeat("qqqqq qqqqqqqqq qqqqqqq", 25)))]);
            IReadOnlyList<int> lines = Geometry.LinesByPage(pdf, "qqqqq");
            Assert.All(lines, count => Assert.True(count >= 2));
            divided += lines.Count > 1 ? 1 : 0;
        }

        Assert.True(divided > 2, "The test must reach the foot of the page.");
    }

    [Fact]
    public void A_heading_stays_with_the_text_below()
    {
        for (int offset = 0; offset < 45; offset++)
        {
            Block[] filler = [.. Enumerable.Repeat(Sample.Paragraph("kurz"), offset)];
            ParsedPdf pdf = Sample.Typeset([.. filler, Sample.Heading(2, "1.", "Überschriftzeile"), Sample.Paragraph("qqqqq")]);
            Assert.Equal(PageOf(pdf, "Überschriftzeile"), PageOf(pdf, "qqqqq"));
        }
    }

    [Fact]
    public void A_paragraph_that_ends_with_a_colon_stays_with_the_list_below()
    {
        for (int offset = 0; offset < 45; offset++)
        {
            Block[] filler = [.. Enumerable.Repeat(Sample.Paragraph("kurz"), offset)];
            ParsedPdf pdf = Sample.Typeset(
                [.. filler, Sample.Paragraph("Im Einzelnen:"), new ListBlock(null, [Sample.Item(Sample.Paragraph("qqqqq")), Sample.Item(Sample.Paragraph("wwwww"))])]);
            Assert.Equal(PageOf(pdf, "Einzelnen"), PageOf(pdf, "qqqqq"));
            Assert.Equal(PageOf(pdf, "Einzelnen"), PageOf(pdf, "wwwww"));
        }
    }

    [Fact]
    public void The_signature_keeps_together_and_keeps_two_lines_of_text_before_it()
    {
        for (int offset = 0; offset < 45; offset++)
        {
            Block[] filler = [.. Enumerable.Range(0, offset).Select(i => Sample.Paragraph($"kurz{i:00}"))];
            ParsedPdf pdf = Sample.Typeset([.. filler, Sample.Paragraph("vorletzte"), Sample.Paragraph("letzte"), Sample.Signature]);
            int page = PageOf(pdf, "Nino");
            Assert.All(["Mainz,", "gez.", "letzte", "vorletzte"], text => Assert.Equal(page, PageOf(pdf, text)));
        }
    }

    [Fact]
    public void A_long_table_repeats_its_header_as_an_artifact_and_tags_it_once()
    {
        ParsedPdf pdf = Sample.Typeset(Sample.Table(300));
        Assert.True(pdf.Pages > 5);
        Assert.Contains(pdf.Tagged, piece => piece.Page == 0 && piece.Text == "Maßnahme");
        for (int page = 1; page < pdf.Pages; page++)
        {
            Assert.Contains("Maßnahme", pdf.Artifacts(page));
        }

        Assert.Equal(2, pdf.Leaves().Count(leaf => leaf.Tag == "TH"));
        Assert.Equal(600, pdf.Leaves().Count(leaf => leaf.Tag == "TD"));
        Geometry.AssertInsideMargins(pdf);
    }

    [Fact]
    public void The_last_row_of_a_table_is_never_alone()
    {
        for (int rows = 2; rows < 80; rows++)
        {
            ParsedPdf pdf = Sample.Typeset(Sample.Table(rows));
            Assert.Equal(PageOf(pdf, $"Zeile {rows - 1}", exact: true), PageOf(pdf, $"Zeile {rows}", exact: true));
        }
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_over_the_page_and_stays_one_row()
    {
        string cell = string.Concat(Enumerable.Repeat(Sample.Sentence, 80)).Trim();
        ParsedPdf pdf = Sample.Typeset(Sample.Table(3, row => row == 2 ? cell : "kurz"));
        Assert.True(pdf.Pages >= 2);
        Assert.Equal(4, pdf.Root.Elements.Single(element => element.Tag == "Table").Elements.Count);
        Assert.Contains(pdf.Leaves(), leaf => leaf == ("TD", cell));
        Geometry.AssertInsideMargins(pdf);
    }

    [Fact]
    public void Columns_are_aligned_as_asked()
    {
        ParsedPdf pdf = Sample.Typeset(Sample.Table(20, row => new string('m', row)));
        double[] ends = [.. pdf.Tagged.Where(piece => piece.Text.EndsWith("000")).Select(piece => Math.Round(piece.X + piece.Width, 1)).Distinct()];
        double[] starts = [.. pdf.Tagged.Where(piece => piece.Text.StartsWith("mm")).Select(piece => piece.X).Distinct()];
        Assert.Single(ends);
        Assert.Single(starts);
    }

    [Fact]
    public void An_empty_document_has_one_page()
    {
        TypesetDocument typeset = TestFonts.Typesetter.Typeset(Sample.Document());
        Assert.Equal(1, typeset.Pages);
        Assert.Contains("Seite 1 von 1", new ParsedPdf(typeset.Pdf).Artifacts(0));
    }

    [Fact]
    public void A_table_with_missing_cells_is_refused()
    {
        var table = new Table(Sample.Table(1).Columns, [new TableRow([[new TextRun("allein")]])]);
        Assert.Throws<ArgumentException>(() => Sample.Typeset(table));
    }

    private static int PageOf(ParsedPdf pdf, string text, bool exact = false) =>
        pdf.Tagged.First(piece => exact ? piece.Text.Trim() == text : piece.Text.Contains(text, StringComparison.Ordinal)).Page;
}
