using System.Globalization;
using System.Text;
using Anfragen.Typesetting.Fonts;
using Anfragen.Typesetting.Graphics;
using Anfragen.Typesetting.Layout;
using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting.Svg;

/// <summary>
/// Draws pages as SVG, from the same marks as the PDF: what is seen on the screen is what will be printed. Letters are outlines, so no font
/// is needed where it is shown; there are neither styles nor links nor scripts in it. The outlines stand once, in the first page.
/// </summary>
internal sealed class PageDrawer(Typeface typeface)
{
    private readonly StringBuilder outlines = new();
    private readonly HashSet<(FontStyle Style, ushort Glyph)> drawn = [];

    /// <summary>One <c>svg</c> element for each page; to be shown in one HTML document, in this order.</summary>
    public IReadOnlyList<string> Draw(IReadOnlyList<Page> pages)
    {
        List<string> contents = [.. pages.Select(Content)];
        return [.. contents.Select((content, index) => Framed(index, pages.Count, content))];
    }

    private string Framed(int index, int count, string content)
    {
        string defs = index == 0 ? $"<defs>{outlines}</defs>" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {PageGeometry.Width} {PageGeometry.Height}\" role=\"img\" aria-label=\"Seite {index + 1} von {count}\">{defs}<path d=\"M0 0H{PageGeometry.Width}V{PageGeometry.Height}H0Z\" fill=\"#fff\"/>{content}</svg>");
    }

    private string Content(Page page)
    {
        var svg = new StringBuilder();
        foreach (PlacedStrip placed in page.Strips)
        {
            foreach (Mark mark in placed.Strip.Marks)
            {
                switch (mark)
                {
                    case TextMark text:
                        AppendText(svg, text, placed.Top + text.Baseline);
                        break;
                    case RuleMark rule:
                        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{rule.X} {Rounded(placed.Top + rule.Y)}h{Rounded(rule.Width)}\" stroke=\"{Color(rule.Color)}\" stroke-width=\"{rule.Thickness}\"/>");
                        break;
                    case ArtworkMark { Artwork: Drawing drawing } artwork:
                        AppendDrawing(svg, drawing, artwork.X, placed.Top + artwork.Top, artwork.Width / drawing.Width);
                        break;
                    case ArtworkMark { Artwork: Picture picture } artwork:
                        svg.Append(CultureInfo.InvariantCulture, $"<image x=\"{Rounded(artwork.X)}\" y=\"{Rounded(placed.Top + artwork.Top)}\" width=\"{Rounded(artwork.Width)}\" height=\"{Rounded(artwork.Height)}\" href=\"data:image/png;base64,{Convert.ToBase64String(picture.File)}\"/>");
                        break;
                }
            }
        }

        return svg.ToString();
    }

    /// <summary>In the font's units, as the PDF measures it: kerning is added before the glyph that follows.</summary>
    private void AppendText(StringBuilder svg, TextMark mark, double baseline)
    {
        TrueTypeFont face = typeface.Face(mark.Style);
        double scale = mark.Size / face.UnitsPerEm;
        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"matrix({scale:0.######} 0 0 -{scale:0.######} {Rounded(mark.X)} {Rounded(baseline)})\" fill=\"{Color(mark.Color)}\">");
        int x = 0;
        foreach (PlacedGlyph placed in GlyphRun.Of(face, mark.Text))
        {
            x += placed.Kerning;
            if (face.Outline(placed.Glyph).Length > 0)
            {
                AppendOutline(face, mark.Style, placed.Glyph);
                svg.Append(CultureInfo.InvariantCulture, $"<use href=\"#{Name(mark.Style, placed.Glyph)}\" x=\"{x}\"/>");
            }

            x += face.Advance(placed.Glyph);
        }

        svg.Append("</g>");
    }

    private void AppendOutline(TrueTypeFont face, FontStyle style, ushort glyph)
    {
        if (drawn.Add((style, glyph)))
        {
            outlines.Append("<path id=\"").Append(Name(style, glyph)).Append("\" d=\"");
            AppendPath(outlines, GlyphOutlines.Read(face, glyph), 0, 0, 1);
            outlines.Append("\"/>");
        }
    }

    private static void AppendDrawing(StringBuilder svg, Drawing drawing, double left, double top, double scale)
    {
        foreach (FilledPath path in drawing.Paths)
        {
            svg.Append("<path fill=\"").Append(Color(path.Color)).Append(path.EvenOdd ? "\" fill-rule=\"evenodd\" d=\"" : "\" d=\"");
            AppendPath(svg, path.Outline, left, top, scale);
            svg.Append("\"/>");
        }
    }

    private static void AppendPath(StringBuilder svg, PathOutline outline, double left, double top, double scale)
    {
        int next = 0;
        foreach (PathStep step in outline.Steps)
        {
            (int count, char operation) = step switch
            {
                PathStep.Move => (1, 'M'),
                PathStep.Line => (1, 'L'),
                PathStep.Curve => (3, 'C'),
                _ => (0, 'Z'),
            };
            svg.Append(operation);
            for (int last = next + count; next < last; next++)
            {
                (double x, double y) = outline.Points[next];
                svg.Append(CultureInfo.InvariantCulture, $"{Rounded(left + x * scale)} {Rounded(top + y * scale)} ");
            }
        }
    }

    private static string Name(FontStyle style, ushort glyph) => string.Create(CultureInfo.InvariantCulture, $"glyph-{(int)style}-{glyph}");

    private static string Color(int rgb) => "#" + rgb.ToString("x6", CultureInfo.InvariantCulture);

    private static double Rounded(double value) => Math.Round(value, 2);
}
