using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>
/// One of the texts while it is read. <see cref="Text"/> has the offsets of the source and blanks instead of page furniture,
/// so that readers need not know of pages; what is taken from it comes from the source.
/// </summary>
internal sealed class PaperText
{
    private readonly string source;
    private readonly IReadOnlyList<SourceLine> sourceLines;
    private readonly bool[] isFurniture;
    private readonly ArchivedPartKind[] kinds;
    private readonly int usualWidth;

    public PaperText(string source, ArchivedDocumentKind kind)
    {
        this.source = source;
        Kind = kind;
        sourceLines = SourceLines.Of(source);
        isFurniture = PageFurniture.Find(source, sourceLines);
        kinds = new ArchivedPartKind[source.Length];
        Text = Mask();
        Lines = SourceLines.Of(Text);
        usualWidth = UsualWidth();
    }

    public ArchivedDocumentKind Kind { get; }

    /// <summary>The source without page furniture, offset by offset.</summary>
    public string Text { get; }

    public IReadOnlyList<SourceLine> Lines { get; }

    /// <summary>The words of a line of <see cref="Lines"/>.</summary>
    public ReadOnlySpan<char> Words(int line) => Text.AsSpan(Lines[line].From, Math.Max(0, Lines[line].To - Lines[line].From));

    /// <summary>Line of the source, 1 for the first.</summary>
    public int NumberOfLine(int offset)
    {
        int low = 0, high = sourceLines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sourceLines[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low + 1;
    }

    /// <summary>The line of <see cref="Lines"/> that holds the offset.</summary>
    public int LineAt(int offset)
    {
        int low = 0, high = Lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Lines[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    public bool IsBlank(int from, int to)
    {
        var (start, end) = SourceLines.Trim(Text, from, Math.Max(from, to));
        return start >= end;
    }

    /// <summary>Says what a stretch is. Page furniture inside it stays what it is.</summary>
    public void Mark(ArchivedPartKind kind, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            kinds[i] = kind;
        }
    }

    /// <summary>Marks a stretch and takes it as text; null when nothing of it is visible.</summary>
    public ArchivedText? Take(ArchivedPartKind kind, int from, int to)
    {
        Mark(kind, from, to);
        return Passage(from, to);
    }

    /// <summary>A stretch as text without marking it.</summary>
    public ArchivedText? Passage(int from, int to)
    {
        (from, to) = SourceLines.Trim(Text, from, Math.Max(from, to));
        if (from >= to)
        {
            return null;
        }

        var verbatim = new System.Text.StringBuilder(to - from);
        for (var i = NumberOfLine(from) - 1; i < sourceLines.Count && sourceLines[i].Start < to; i++)
        {
            if (!isFurniture[i])
            {
                var end = i + 1 < sourceLines.Count ? sourceLines[i + 1].Start : source.Length;
                var start = Math.Max(from, sourceLines[i].Start);
                verbatim.Append(source, start, Math.Min(to, end) - start);
            }
        }

        return new ArchivedText(verbatim.ToString(), RunningText.Of(Text[from..to], usualWidth));
    }

    public ArchivedDocument Document()
    {
        for (var i = 0; i < sourceLines.Count; i++)
        {
            if (isFurniture[i])
            {
                Mark(ArchivedPartKind.Surroundings, sourceLines[i].Start, i + 1 < sourceLines.Count ? sourceLines[i + 1].Start : source.Length);
            }
        }

        var parts = new List<ArchivedPart>();
        for (int start = 0, i = 1; i <= source.Length; i++)
        {
            if (i == source.Length || kinds[i] != kinds[start])
            {
                parts.Add(new ArchivedPart(kinds[start], start, source[start..i]));
                start = i;
            }
        }

        return new ArchivedDocument(Kind, parts);
    }

    private string Mask()
    {
        var masked = source.ToCharArray();
        for (var i = 0; i < sourceLines.Count; i++)
        {
            if (isFurniture[i])
            {
                masked.AsSpan(sourceLines[i].From, sourceLines[i].To - sourceLines[i].From).Fill(' ');
            }
        }

        CloseGaps(masked);
        return new string(masked);
    }

    /// <summary>A sentence that goes on over a page break is one paragraph: of the line ends between, the first remains.</summary>
    private void CloseGaps(char[] masked)
    {
        var before = -1;
        var crossesPage = false;
        for (var i = 0; i < sourceLines.Count; i++)
        {
            crossesPage |= isFurniture[i] || (sourceLines[i].Start > 0 && source[sourceLines[i].Start - 1] == '\f');
            if (sourceLines[i].IsBlank || isFurniture[i])
            {
                continue;
            }

            if (before >= 0 && crossesPage && i > before + 1 && GoesOn(sourceLines[before], sourceLines[i]))
            {
                masked.AsSpan(sourceLines[before + 1].Start, sourceLines[i].From - sourceLines[before + 1].Start).Fill(' ');
            }

            before = i;
            crossesPage = false;
        }
    }

    private bool GoesOn(SourceLine one, SourceLine next)
    {
        var end = source.AsSpan(one.From, one.To - one.From);
        return char.IsLower(source[next.From]) && (Phrases.EndsOpen(end) || !Phrases.EndsClause(end));
    }

    private int UsualWidth()
    {
        var widths = Lines.Where(line => !line.IsBlank).Select(line => line.To - line.From).Order().ToList();
        return widths.Count == 0 ? 0 : Math.Min(widths[(int)(widths.Count * 0.9)], 120);
    }
}
