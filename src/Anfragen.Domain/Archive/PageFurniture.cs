using System.Text;
using System.Text.RegularExpressions;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Finds what a page carries beside its text: running headers and footers, page numbers, rules.</summary>
internal static partial class PageFurniture
{
    private const int LongestLine = 160;
    private const int LinesAtEdge = 3;

    /// <summary>For every line whether it is furniture.</summary>
    public static bool[] Find(string text, IReadOnlyList<SourceLine> lines)
    {
        var isFurniture = new bool[lines.Count];
        var isBreak = new bool[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            var words = Words(text, lines[i]);
            var beginsPage = lines[i].Start > 0 && text[lines[i].Start - 1] == '\f';
            isBreak[i] |= beginsPage;
            if (words.Length is > 0 and <= LongestLine)
            {
                isFurniture[i] = PageNumber().IsMatch(words) || Phrases.IsPageMark(words) || (LoneNumber().IsMatch(words) && IsAtFormFeed(text, lines, i)) || Rule().IsMatch(words);
            }

            if (isFurniture[i] && !Rule().IsMatch(words))
            {
                isBreak[i] = true;
                isBreak[i + 1] = true;
            }
        }

        MarkRepeated(text, lines, isFurniture, isBreak);
        return isFurniture;
    }

    /// <summary>A line that stands at the edge of more than one page, its digits aside, is a running header or footer.</summary>
    private static void MarkRepeated(string text, IReadOnlyList<SourceLine> lines, bool[] isFurniture, bool[] isBreak)
    {
        // The text's own ends are edges too, but a line that stands only there is no running header.
        var inside = LinesAtEdges(lines, isFurniture, isBreak);
        isBreak[0] = true;
        isBreak[lines.Count] = true;
        var atEdge = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var i in LinesAtEdges(lines, isFurniture, isBreak))
        {
            var key = Normal(Words(text, lines[i]));
            if (key.Length is >= 4 and <= LongestLine)
            {
                (atEdge.TryGetValue(key, out var found) ? found : atEdge[key] = []).Add(i);
            }
        }

        foreach (var i in atEdge.Values.Where(found => found.Count > 1 && found.Exists(inside.Contains)).SelectMany(found => found))
        {
            isFurniture[i] = true;
        }
    }

    private static SortedSet<int> LinesAtEdges(IReadOnlyList<SourceLine> lines, bool[] isFurniture, bool[] isBreak)
    {
        var found = new SortedSet<int>();
        for (var edge = 0; edge <= lines.Count; edge++)
        {
            if (isBreak[edge])
            {
                Collect(edge, 1);
                Collect(edge - 1, -1);
            }
        }

        return found;

        void Collect(int from, int step)
        {
            for (int i = from, seen = 0; i >= 0 && i < lines.Count && seen < LinesAtEdge; i += step)
            {
                if (!lines[i].IsBlank && !isFurniture[i])
                {
                    found.Add(i);
                    seen++;
                }

                if (i != from && isBreak[i])
                {
                    break;
                }
            }
        }
    }

    private static string Normal(ReadOnlySpan<char> words)
    {
        var normal = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            var sign = char.IsAsciiDigit(c) ? '#' : SourceLines.IsInvisible(c) ? ' ' : c;
            if (normal.Length == 0 || sign is not ('#' or ' ') || normal[^1] != sign)
            {
                normal.Append(sign);
            }
        }

        return normal.ToString();
    }

    private static bool IsAtFormFeed(string text, IReadOnlyList<SourceLine> lines, int number)
    {
        var next = number + 1;
        while (next < lines.Count && lines[next].IsBlank && text[lines[next].Start - 1] != '\f')
        {
            next++;
        }

        return next < lines.Count && text[lines[next].Start - 1] == '\f';
    }

    private static ReadOnlySpan<char> Words(string text, SourceLine line) => text.AsSpan(line.From, Math.Max(0, line.To - line.From));

    [GeneratedRegex(@"^(\S.{0,100}?\s{3,})?[-–—]?\s?Seite:?\s+\d{1,4}(\s*(von|/)\s*\d{1,4})?\s?[-–—]?(\s{3,}.{0,60})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\d{1,4}(\s*(von|/)\s*\d{1,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex LoneNumber();

    [GeneratedRegex(@"^[_=–—-]{10,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
