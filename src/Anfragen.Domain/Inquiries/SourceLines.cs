namespace Anfragen.Domain.Inquiries;

/// <summary>A line of a source text by offsets: <c>Start</c> at its first character, <c>From</c>..<c>To</c> without the blank edges.</summary>
internal readonly record struct SourceLine(int Start, int From, int To)
{
    public bool IsBlank => From >= To;

    /// <summary>Blank characters in front; a tab counts as four.</summary>
    public int Indent { get; init; }
}

/// <summary>Cuts a text into lines and knows which characters show nothing.</summary>
internal static class SourceLines
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>White space and the invisible characters that word processors and PDF readers leave at the edges of a line.</summary>
    public static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c) || c is SoftHyphen or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF';

    public static List<SourceLine> Of(string text)
    {
        var lines = new List<SourceLine>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !IsLineEnd(text[end]))
            {
                end++;
            }

            lines.Add(Line(text, start, end));
            var isWindowsEnd = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isWindowsEnd ? 2 : 1);
        }

        return lines;
    }

    /// <summary>The span without invisible edges; line ends become "\n", blanks before them go, the rest stays as written.</summary>
    public static string? Clean(string text, int from, int to)
    {
        (from, to) = Trim(text, from, to);
        if (from >= to)
        {
            return null;
        }

        var lines = Of(text[from..to]);
        return string.Join('\n', lines.Select(line => text[(from + line.Start)..(from + LastVisible(line))]));

        int LastVisible(SourceLine line) => line.IsBlank ? line.Start : KeepSoftHyphen(line);

        // A soft hyphen at a line's end belongs to the divided word.
        int KeepSoftHyphen(SourceLine line) =>
            from + line.To < to && text[from + line.To] == SoftHyphen ? line.To + 1 : line.To;
    }

    public static (int From, int To) Trim(string text, int from, int to)
    {
        while (from < to && IsInvisible(text[from]))
        {
            from++;
        }

        while (to > from && IsInvisible(text[to - 1]))
        {
            to--;
        }

        return (from, to);
    }

    private static SourceLine Line(string text, int start, int end)
    {
        var (from, to) = Trim(text, start, end);
        var indent = 0;
        for (var i = start; i < from; i++)
        {
            indent += text[i] == '\t' ? 4 : 1;
        }

        return new SourceLine(start, from, to) { Indent = indent };
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';
}
