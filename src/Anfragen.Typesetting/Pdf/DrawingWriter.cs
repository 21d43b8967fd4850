using Anfragen.Typesetting.Graphics;

namespace Anfragen.Typesetting.Pdf;

/// <summary>Writes drawings as paths, in the page's coordinates; the graphics state around them stays as it is.</summary>
internal static class DrawingWriter
{
    /// <param name="content">The content stream, outside of text.</param>
    /// <param name="drawing">The drawing.</param>
    /// <param name="left">Its left edge in points.</param>
    /// <param name="top">Its upper edge, in points from the bottom of the page.</param>
    /// <param name="scale">Points for one of the drawing's units.</param>
    public static void Write(PdfBuffer content, Drawing drawing, double left, double top, double scale)
    {
        content.Append("q\n"u8);
        foreach (FilledPath path in drawing.Paths)
        {
            content.Color(path.Color).Append(" rg\n"u8);
            WriteOutline(content, path.Outline, left, top, scale);
            content.Append(path.EvenOdd ? "f*\n" : "f\n");
        }

        content.Append("Q\n"u8);
    }

    private static void WriteOutline(PdfBuffer content, PathOutline outline, double left, double top, double scale)
    {
        int next = 0;
        foreach (PathStep step in outline.Steps)
        {
            (int count, string operation) = step switch
            {
                PathStep.Move => (1, "m\n"),
                PathStep.Line => (1, "l\n"),
                PathStep.Curve => (3, "c\n"),
                _ => (0, "h\n"),
            };
            for (int last = next + count; next < last; next++)
            {
                (double x, double y) = outline.Points[next];
                content.Append(left + x * scale).Append(" "u8).Append(top - y * scale).Append(" "u8);
            }

            content.Append(operation);
        }
    }
}
