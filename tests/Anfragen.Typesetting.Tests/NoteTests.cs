namespace Anfragen.Typesetting.Tests;

public sealed class NoteTests
{
    private static readonly NoteRun Report = new([new TextRun("Siehe Bericht 12/2025, "), new LinkRun("example.org", "https://example.org")]);

    [Fact]
    public void Notes_stand_at_the_end_of_their_section_and_are_numbered_through()
    {
        ParsedPdf pdf = Sample.Typeset(
            Sample.Heading(1, null, "Antwort"),
            Sample.Heading(2, "1.", "Frage"),
            new Paragraph([new TextRun("Erstens"), Report, new TextRun(", zweitens "), new NoteRun([new TextRun("Stand Mai")]), new TextRun("und mehr.")]),
            Sample.Heading(3, null, "Darin"),
            Sample.Paragraph("weiter"),
            Sample.Heading(2, "2.", "Frage"),
            new Paragraph([new TextRun("drittens"), new NoteRun([new TextRun("Ende")])]),
            Sample.Signature);
        Wellformed.AssertAll(pdf);
        Assert.Equal(
            ["P", "P", "H1", "H2", "P", "H3", "P", "Note", "Note", "H2", "P", "Note", "P", "P", "P", "P"],
            pdf.Root.Elements.Select(element => element.Tag));
        Assert.Equal("Erstens¹, zweitens² und mehr.", pdf.Root.Elements[4].Text);
        Assert.Equal(["Reference", "Reference"], pdf.Root.Elements[4].Elements.Select(element => element.Tag));
        Assert.Equal("¹ Siehe Bericht 12/2025, example.org", pdf.Root.Elements[7].Text);
        Assert.Equal(["Link"], pdf.Root.Elements[7].Elements[1].Elements.Select(element => element.Tag));
        Assert.Equal("³ Ende", pdf.Root.Elements[11].Text);
    }

    [Fact]
    public void Notes_within_tables_and_lists_find_their_place_too()
    {
        ParsedPdf pdf = Sample.Typeset(
            new Table([new TableColumn([new TextRun("Jahr"), Report], ColumnAlignment.Automatic)], [new TableRow([[new TextRun("2025"), new NoteRun([new TextRun("vorläufig")])]])]),
            new ListBlock(1, [Sample.Item(new Paragraph([new TextRun("Punkt"), new NoteRun([new TextRun("drei")])]))]));
        Wellformed.AssertAll(pdf);
        Assert.Equal(["¹ Siehe Bericht 12/2025, example.org", "² vorläufig", "³ drei"], pdf.Root.Elements.Where(element => element.Tag == "Note").Select(element => element.Text));
    }

    [Fact]
    public void The_number_stays_with_the_word_before_it()
    {
        for (int filler = 20; filler < 120; filler++)
        {
            ParsedPdf pdf = Sample.Typeset(new Paragraph([new TextRun(string.Join(" ", Enumerable.Repeat("nn", filler)) + " Wort"), Report, new TextRun(" und weiter so")]));
            Piece word = pdf.Tagged.Single(piece => piece.Text.Contains("Wort")), number = pdf.Tagged.First(piece => piece.Text.StartsWith('¹'));
            Assert.Equal(word.Y, number.Y);
        }
    }

    [Theory]
    [InlineData("1.234,56 €", true)]
    [InlineData("− 12 %", true)]
    [InlineData("ca. 3 Mio. Euro", true)]
    [InlineData("–", true)]
    [InlineData("12 Stellen", false)]
    [InlineData("Amt 33", false)]
    public void Columns_of_numbers_are_set_right(string cell, bool right)
    {
        ParsedPdf pdf = Sample.Typeset(new Table(
            [new TableColumn([new TextRun("Wert der Maßnahme insgesamt")], ColumnAlignment.Automatic), new TableColumn([new TextRun("Text")], ColumnAlignment.Automatic)],
            [new TableRow([[new TextRun(cell)], [new TextRun("a")]]), new TableRow([[], [new TextRun("b")]])]));
        Piece header = pdf.Tagged.First(piece => piece.Text.StartsWith("Wert")), value = pdf.Tagged.First(piece => piece.Tag == "TD");
        Assert.Equal(right, Math.Abs(header.X + header.Width - value.X - value.Width) < 1);
        Assert.Equal(!right, Math.Abs(header.X - value.X) < 1);
    }
}
