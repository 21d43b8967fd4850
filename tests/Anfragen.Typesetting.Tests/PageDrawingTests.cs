using System.Globalization;
using System.Xml.Linq;
using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Tests;

public sealed class PageDrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Document Several = Sample.Document([.. Enumerable.Range(0, 30).Select(_ => Sample.Sentences(5)), Sample.Paragraph("Ä & <b> „Ü“ 🚲")]);

    [Fact]
    public void Every_page_of_the_file_is_drawn_and_is_well_formed()
    {
        DrawnDocument drawn = TestFonts.Typesetter.Draw(Several);
        Assert.Equal(TestFonts.Typesetter.Typeset(Several).Pages, drawn.Svg.Count);
        Assert.True(drawn.Svg.Count > 2);
        Assert.Equal(
            Enumerable.Range(1, drawn.Svg.Count).Select(page => $"Seite {page} von {drawn.Svg.Count}"),
            drawn.Svg.Select(page => XElement.Parse(page).Attribute("aria-label")!.Value));
    }

    [Fact]
    public void Every_letter_that_is_used_has_its_outline()
    {
        List<XElement> pages = [.. TestFonts.Typesetter.Draw(Several).Svg.Select(page => XElement.Parse(page))];
        HashSet<string> outlines = [.. pages[0].Descendants(Svg + "defs").Single().Elements().Select(path => "#" + path.Attribute("id")!.Value)];
        Assert.All(pages.SelectMany(page => page.Descendants(Svg + "use")), use => Assert.Contains(use.Attribute("href")!.Value, outlines));
        Assert.All(pages.Skip(1), page => Assert.Empty(page.Descendants(Svg + "defs")));
    }

    [Fact]
    public void Pages_carry_no_script_style_or_link()
    {
        string all = string.Concat(TestFonts.Typesetter.Draw(Sample.Document(new Paragraph([new LinkRun("Amt", "https://example.org/\"><script>")]))).Svg);
        Assert.DoesNotContain("<a", all);
        Assert.DoesNotContain("script", all);
        Assert.DoesNotContain("style", all);
        Assert.DoesNotContain("example.org", all);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        string expected = string.Concat(TestFonts.Typesetter.Draw(Several).Svg);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, string.Concat(TestFonts.Typesetter.Draw(Several).Svg));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Whatever glyph: its curves stay within the box that the font states for it.</summary>
    [Theory]
    [InlineData("SourceSans3-Regular.ttf")]
    [InlineData("SourceSans3-BoldItalic.ttf")]
    [InlineData("NotoEmoji-Regular.ttf")]
    [InlineData("NotoSansSymbols2-Regular.ttf")]
    public void Outlines_lie_within_their_boxes(string file)
    {
        var font = new TrueTypeFont(File.ReadAllBytes(TestFonts.Asset(file)));
        int drawn = 0;
        for (int glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            var points = GlyphOutlines.Read(font, glyph).Points;
            if (points.Count == 0)
            {
                continue;
            }

            drawn++;
            (int left, int bottom, int right, int top) = Box(font.Outline(glyph));
            Assert.InRange(points.Min(point => point.X), left - 1, right + 1);
            Assert.InRange(points.Max(point => point.X), left - 1, right + 1);
            Assert.InRange(points.Min(point => point.Y), bottom - 1, top + 1);
            Assert.InRange(points.Max(point => point.Y), bottom - 1, top + 1);
        }

        Assert.InRange(drawn, font.GlyphCount / 2, font.GlyphCount);
    }

    private static (int Left, int Bottom, int Right, int Top) Box(ReadOnlySpan<byte> outline)
    {
        var reader = new FontReader(outline.ToArray());
        return (reader.Signed16(2), reader.Signed16(4), reader.Signed16(6), reader.Signed16(8));
    }
}
