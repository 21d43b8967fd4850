using Anfragen.Typesetting.Graphics;

namespace Anfragen.Typesetting.Tests;

public sealed class ArtworkTests
{
    [Theory]
    [InlineData("""<path d="M10 20 h5 v-5 z"/>""", "M10,20 L15,20 L15,15 Z")]
    [InlineData("""<path d="m10,20 5,0 0-5Z m1 1l1e1.5"/>""", "M10,20 L15,20 L15,15 Z M11,21 L21,21.5")]
    [InlineData("""<path d="M0 0C1 2 3 4 5 6s3 3 5 6"/>""", "M0,0 C1,2 3,4 5,6 C7,8 8,9 10,12")]
    [InlineData("""<path d="M0 0Q3 6 6 0T12 0"/>""", "M0,0 C2,4 4,4 6,0 C8,-4 10,-4 12,0")]
    [InlineData("""<rect x="1" y="2" width="3" height="4"/>""", "M1,2 L4,2 L4,6 L1,6 Z")]
    [InlineData("""<polygon points="0,0 4,0 4,4"/>""", "M0,0 L4,0 L4,4 Z")]
    [InlineData("""<g transform="translate(10 20) scale(2)"><path d="M1 1L2 2"/></g>""", "M12,22 L14,24")]
    [InlineData("""<path transform="rotate(90)" d="M1 0L2 0"/>""", "M0,1 L0,2")]
    public void Shapes_of_SVG_become_outlines(string shape, string outline)
    {
        FilledPath path = Assert.Single(Svg(shape).Paths);
        Assert.Equal(outline, Written(path.Outline));
    }

    [Fact]
    public void A_drawing_that_is_nested_to_exhaust_the_stack_is_refused()
    {
        string nested = string.Concat(Enumerable.Repeat("<g>", 50_000)) + "<path d='M0 0L1 1'/>" + string.Concat(Enumerable.Repeat("</g>", 50_000));
        var refused = Assert.Throws<InvalidDataException>(() => Svg(nested));
        Assert.EndsWith("In der Zeichnung liegen mehr als 64 Elemente ineinander.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arcs_stay_on_their_circle()
    {
        PathOutline outline = Assert.Single(Svg("""<path d="M10 0A10 10 0 1 1 0-10"/>""").Paths).Outline;
        Assert.Equal(3, outline.Steps.Count(step => step == PathStep.Curve));
        Assert.All(outline.Points.Where((_, index) => index % 3 == 0), point => Assert.Equal(10, Math.Sqrt(point.X * point.X + point.Y * point.Y), 1e-9));
        Assert.Equal((0, -10), (Math.Round(outline.Points[^1].X, 9), Math.Round(outline.Points[^1].Y, 9)));
    }

    [Fact]
    public void Colours_and_rules_are_handed_down()
    {
        IReadOnlyList<FilledPath> paths = Svg(
            """<g fill="#f00" style="fill-rule:evenodd"><path d="M0 0L1 1"/><path style="fill: #00FF7f" d="M0 0L1 1"/><path fill="none" d="M0 0L1 1"/></g><path d="M0 0L1 1"/>""").Paths;
        Assert.Equal([(0xFF0000, true), (0x00FF7F, true), (0x000000, false)], paths.Select(path => (path.Color, path.EvenOdd)));
    }

    [Theory]
    [InlineData("""<text>Mainz</text>""", "SVG-Datei, Zeile 2: Das Element „text“ wird nicht gezeichnet; bitte in Pfade umwandeln.")]
    [InlineData("""<path stroke="#000" d="M0 0"/>""", "SVG-Datei, Zeile 2: „stroke“ wird nicht gezeichnet; bitte Konturen in Flächen umwandeln.")]
    [InlineData("""<path fill="url(#a)" d="M0 0"/>""", "SVG-Datei, Zeile 2: Die Farbe „url(#a)“ wird nicht gelesen; bitte als #RRGGBB angeben.")]
    [InlineData("""<path opacity=".5" d="M0 0"/>""", "SVG-Datei, Zeile 2: Durchscheinende Flächen werden nicht gezeichnet.")]
    [InlineData("""<path d="M0 0 X"/>""", "SVG-Datei, Zeile 2: Ein Pfad der SVG-Datei ist an Stelle 7 nicht lesbar.")]
    [InlineData("""<path d="5 5"/>""", "SVG-Datei, Zeile 2: Ein Pfad der SVG-Datei ist an Stelle 1 nicht lesbar.")]
    [InlineData("""<path d="M0 0"/""", "Die SVG-Datei ist in Zeile 2 kein gültiges XML.")]
    [InlineData("", "Die SVG-Datei zeigt nichts.")]
    public void What_cannot_be_drawn_is_refused_by_name(string shape, string sentence)
    {
        Assert.Equal(sentence, Assert.Throws<InvalidDataException>(() => Svg(shape)).Message);
    }

    [Fact]
    public void External_entities_are_never_fetched()
    {
        const string Hostile = """<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="&x;"/></svg>""";
        Assert.Throws<InvalidDataException>(() => Drawing.FromSvg(Hostile));
    }

    [Fact]
    public void Every_filter_of_PNG_is_undone()
    {
        byte[][] rows = [[0, 10, 20, 30, 40, 50, 60], [1, 1, 2, 3, 4, 5, 6], [2, 1, 1, 1, 1, 1, 1], [3, 0, 0, 0, 0, 0, 0], [4, 1, 1, 1, 1, 1, 1]];
        PngPixels pixels = PngReader.Read(TestPictures.Png(2, 8, 2, rows));
        byte[] expected = [10, 20, 30, 40, 50, 60, 1, 2, 3, 5, 7, 9, 2, 3, 4, 6, 8, 10, 1, 1, 2, 3, 4, 6, 2, 2, 3, 4, 5, 7];
        Assert.Equal(expected, pixels.Colors);
        Assert.Null(pixels.Opacity);
    }

    [Fact]
    public void Kinds_of_PNG_become_colours_with_opacity()
    {
        PngPixels bits = PngReader.Read(TestPictures.Png(0, 1, 3, [[0, 0b10100000]]));
        Assert.Equal([255, 255, 255, 0, 0, 0, 255, 255, 255], bits.Colors);
        PngPixels indexed = PngReader.Read(TestPictures.Png(3, 4, 2, [[0, 0x10]], palette: [1, 2, 3, 4, 5, 6], transparency: [128]));
        Assert.Equal([4, 5, 6, 1, 2, 3], indexed.Colors);
        Assert.Equal([255, 128], indexed.Opacity!);
        PngPixels translucent = PngReader.Read(TestPictures.Png(6, 8, 1, [[0, 9, 8, 7, 6]]));
        Assert.Equal([9, 8, 7], translucent.Colors);
        Assert.Equal([6], translucent.Opacity!);
        Assert.Equal([0, 255], PngReader.Read(TestPictures.Png(2, 8, 2, [[0, 1, 2, 3, 4, 5, 6]], transparency: [0, 1, 0, 2, 0, 3])).Opacity!);
    }

    [Fact]
    public void Damaged_or_unknown_pictures_are_refused_with_a_sentence()
    {
        byte[] good = TestPictures.Png(2, 8, 1, [[0, 1, 2, 3]]);
        Assert.Equal("Die Datei ist kein PNG-Bild.", Assert.Throws<InvalidDataException>(() => Picture.FromPng([1, 2, 3])).Message);
        Assert.Equal("Das PNG-Bild ist beschädigt.", Assert.Throws<InvalidDataException>(() => Picture.FromPng(TestPictures.Png(2, 8, 1, [[0, 1]]))).Message);
        Assert.StartsWith("Das PNG-Bild hat eine Form", Assert.Throws<InvalidDataException>(() => Picture.FromPng(TestPictures.Png(2, 16, 1, [[0, 1]]))).Message);
        for (int length = 8; length < good.Length - 16; length++)
        {
            Assert.Throws<InvalidDataException>(() => Picture.FromPng(good[..length]));
        }
    }

    private static Drawing Svg(string shapes) => Drawing.FromSvg($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">\n{shapes}</svg>");

    private static string Written(PathOutline outline)
    {
        int next = 0;
        return string.Join(' ', outline.Steps.Select(step => step switch
        {
            PathStep.Move => "M" + Point(),
            PathStep.Line => "L" + Point(),
            PathStep.Curve => $"C{Point()} {Point()} {Point()}",
            _ => "Z",
        }));

        string Point() => FormattableString.Invariant($"{Math.Round(outline.Points[next].X, 6) + 0.0:0.###},{Math.Round(outline.Points[next++].Y, 6) + 0.0:0.###}");
    }
}
