using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

public sealed class FigureTests(ITestOutputHelper output)
{
    private static readonly Figure Code = new(
        Drawing.FromModules(Sample.Modules(29)), 62, "QR-Code: https://example.org/anfragen/1435-2025",
        [Sample.Paragraph("Diese Antwort im Netz:"), new Paragraph([new LinkRun("example.org/anfragen/1435-2025", "https://example.org/anfragen/1435-2025")])]);

    [Fact]
    public void A_figure_tells_what_it_shows_and_where()
    {
        ParsedPdf pdf = Sample.Typeset(Sample.Sentences(1), Code);
        Element figure = pdf.Root.Elements[3];
        Assert.Equal("Figure", figure.Tag);
        Assert.Contains("/Alt<FEFF" + string.Concat("QR-Code: https".Select(character => $"{(int)character:X4}")), figure.Dictionary);
        double[] box = [.. Regex.Match(figure.Dictionary, @"/BBox\[(.*?)\]").Groups[1].Value.Split(' ').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(62, box[2] - box[0], 0.01);
        Assert.Equal(62, box[3] - box[1], 0.01);
        Assert.Equal(["P", "P"], pdf.Root.Elements.Skip(4).Select(element => element.Tag));
        Assert.All(pdf.Root.Elements.Skip(4).SelectMany(element => element.Pieces), piece => Assert.True(piece.X > box[2] && piece.Y < box[3]));
        Wellformed.AssertAll(pdf);
        Geometry.AssertInsideMargins(pdf);
    }

    [Fact]
    public void A_figure_and_the_text_beside_it_share_a_page()
    {
        for (int offset = 0; offset < 45; offset++)
        {
            ParsedPdf pdf = Sample.Typeset([.. Enumerable.Repeat(Sample.Paragraph("kurz"), offset), Code]);
            Assert.Single(pdf.Root.Elements.SkipWhile(element => element.Tag != "Figure").SelectMany(element => element.Pieces).Select(piece => piece.Page).Distinct());
        }
    }

    [Fact]
    public void Every_module_is_drawn_and_neighbours_in_a_row_are_one()
    {
        bool[,] modules = { { true, true, false }, { false, false, false }, { true, false, true } };
        ParsedPdf pdf = Sample.Typeset(new Figure(Drawing.FromModules(modules), 30, "Muster", []));
        int content = ParsedPdf.Number(pdf.Object(pdf.PageId(0)), @"/Contents (\d+)");
        string drawn = Regex.Match(System.Text.Encoding.Latin1.GetString(pdf.Stream(content)), "/Figure<</MCID.*?EMC", RegexOptions.Singleline).Value;
        Assert.Equal(3, Regex.Count(drawn, " m\n"));
        Assert.Contains("70.87 ", drawn);
        Assert.Contains("90.87 ", drawn);
        Assert.Contains("100.87 ", drawn);
        Assert.Single(Regex.Matches(drawn, "^f$", RegexOptions.Multiline));
    }

    [Fact]
    public void A_figure_without_alternative_text_or_modules_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Sample.Typeset(Code with { AlternativeText = " " }));
        Assert.Throws<ArgumentException>(() => Drawing.FromModules(new bool[0, 0]));
    }

    [Fact]
    public async Task Qpdf_finds_no_fault_in_figures()
    {
        await ExternalTool.RunAsync(output, "qpdf", TestFonts.Typesetter.Typeset(Sample.Document(Code)).Pdf, "--check", "FILE");
    }
}
