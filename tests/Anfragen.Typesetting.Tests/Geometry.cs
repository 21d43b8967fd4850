namespace Anfragen.Typesetting.Tests;

/// <summary>The page as the specification has it, written down once more, independent of the code under test.</summary>
internal static class Geometry
{
    private const double Left = 70.87;
    private const double Right = 595.276 - 56.69;
    private const double Top = 841.89 - 30;
    private const double Bottom = 70;
    private const double Tolerance = 0.6;

    public static void AssertInsideMargins(ParsedPdf pdf)
    {
        foreach (Piece piece in pdf.Tagged)
        {
            bool inside = piece.X >= Left - Tolerance && piece.X + piece.Width <= Right + Tolerance && piece.Y >= Bottom && piece.Y <= Top;
            Assert.True(inside, $"Outside the margins: {piece}");
        }
    }

    /// <summary>A paragraph divided between pages leaves two lines on the page it leaves and on the one it reaches.</summary>
    public static void AssertNoWidowsOrOrphans(ParsedPdf pdf)
    {
        foreach (Element paragraph in pdf.Root.SelfAndDescendants().Where(element => element.Tag == "P"))
        {
            int[] lines = [.. paragraph.Pieces.GroupBy(piece => piece.Page).Select(page => page.Select(piece => piece.Y).Distinct().Count())];
            Assert.True(lines.Length < 2 || (lines[0] >= 2 && lines[^1] >= 2), $"Lines on the pages: {string.Join(", ", lines)}: {paragraph.Text[..Math.Min(60, paragraph.Text.Length)]}");
        }
    }

    /// <summary>Lines of an element's text on every page it reaches, told apart by their baselines.</summary>
    public static IReadOnlyList<int> LinesByPage(ParsedPdf pdf, string marker) =>
    [
        .. pdf.Tagged.Where(piece => piece.Text.Contains(marker, StringComparison.Ordinal))
            .GroupBy(piece => piece.Page)
            .OrderBy(group => group.Key)
            .Select(group => group.Select(piece => piece.Y).Distinct().Count()),
    ];
}
