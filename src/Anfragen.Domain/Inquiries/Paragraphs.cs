namespace Anfragen.Domain.Inquiries;

/// <summary>A run of lines without a blank one between them.</summary>
internal readonly record struct Paragraph(int From, int To)
{
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(From, To - From);
}

/// <summary>Finds the paragraphs of a span.</summary>
internal static class Paragraphs
{
    public static List<Paragraph> In(string text, IReadOnlyList<SourceLine> lines, int from, int to)
    {
        var paragraphs = new List<Paragraph>();
        var isOpen = false;
        for (var i = LineAt(lines, from); i < lines.Count && lines[i].Start < to; i++)
        {
            var (first, last) = SourceLines.Trim(text, Math.Max(from, lines[i].Start), Math.Max(from, Math.Min(to, lines[i].To)));
            if (first >= last)
            {
                // The label's own line is not a blank one although nothing of the text stands on it.
                isOpen &= lines[i].Start < from;
                continue;
            }

            if (isOpen)
            {
                paragraphs[^1] = paragraphs[^1] with { To = last };
            }
            else
            {
                paragraphs.Add(new Paragraph(first, last));
            }

            isOpen = true;
        }

        return paragraphs;
    }

    private static int LineAt(IReadOnlyList<SourceLine> lines, int position)
    {
        int low = 0, high = lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (lines[middle].Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
