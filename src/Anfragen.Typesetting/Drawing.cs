using Anfragen.Typesetting.Graphics;

namespace Anfragen.Typesetting;

/// <summary>Filled areas in the plane, x to the right and y down.</summary>
public sealed class Drawing : Artwork
{
    private Drawing(double width, double height, IReadOnlyList<FilledPath> paths)
        : base(width, height) => Paths = paths;

    internal IReadOnlyList<FilledPath> Paths { get; }

    /// <summary>
    /// Reads the filled shapes of an SVG file: paths, rectangles, circles, ellipses and polygons, in groups and with transforms. Strokes, gradients,
    /// text and clipping are refused.
    /// </summary>
    /// <exception cref="InvalidDataException">The file cannot be used; the message is a German sentence.</exception>
    public static Drawing FromSvg(string svg)
    {
        (double width, double height, IReadOnlyList<FilledPath> paths) = SvgReader.Read(svg);
        return new Drawing(width, height, paths);
    }

    /// <summary>
    /// Squares for the true values of a matrix (row, column), in black; a code to be scanned needs its quiet zone in the matrix or around it.
    /// </summary>
    public static Drawing FromModules(bool[,] modules)
    {
        int rows = modules.GetLength(0), columns = modules.GetLength(1);
        if (rows == 0 || columns == 0)
        {
            throw new ArgumentException("The matrix is empty.", nameof(modules));
        }

        var outline = new PathOutline();
        for (int row = 0; row < rows; row++)
        {
            for (int start = 0, end; start < columns; start = end + 1)
            {
                end = start;
                while (end < columns && modules[row, end])
                {
                    end++;
                }

                if (end > start)
                {
                    outline.Rectangle(start, row, end - start, 1);
                }
            }
        }

        return new Drawing(columns, rows, [new FilledPath(outline, 0x000000, EvenOdd: false)]);
    }
}
