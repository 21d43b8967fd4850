namespace Anfragen.Typesetting.Layout;

/// <summary>A heading as the outline shows it.</summary>
internal sealed record Bookmark(int Level, string Title);

/// <summary>
/// A horizontal piece of the text that no page break divides, usually one line. Strips follow one another down the pages.
/// </summary>
internal sealed class Strip(double height)
{
    public double Height { get; set; } = height;

    /// <summary>Left out at the top of a page.</summary>
    public double SpaceBefore { get; set; }

    /// <summary>Whether a page may begin with this strip.</summary>
    public bool MayStartPage { get; set; } = true;

    /// <summary>Counts as a line of text where a signature looks for company.</summary>
    public bool IsTextLine { get; init; }

    public List<Mark> Marks { get; } = [];

    public Bookmark? Bookmark { get; set; }

    /// <summary>Header row to set again when a page begins with this strip.</summary>
    public IReadOnlyList<Strip> RepeatedHeader { get; init; } = [];

    public double RepeatedHeaderHeight => RepeatedHeader.Sum(strip => strip.Height);
}
