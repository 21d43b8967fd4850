using System.Globalization;
using Anfragen.Domain.Numbers;

namespace Anfragen.Domain.Inquiries;

/// <summary>How a label looks; decides how much its surroundings must confirm it.</summary>
internal enum LabelShape
{
    /// <summary>"-", "•".</summary>
    Bullet,

    /// <summary>"1.", "1:".</summary>
    NumberDot,

    /// <summary>"a.", "A.", "I.".</summary>
    LetterDot,

    /// <summary>"1)", "a)", "(1)", "1.)".</summary>
    Parenthesis,

    /// <summary>"1.1", "1.1.", "I.1", "1a)".</summary>
    Composite,

    /// <summary>"Frage 1:".</summary>
    Named,
}

/// <summary>One way to read a label: "I." is one in Roman, or the ninth letter.</summary>
/// <param name="Style">Labels of one list share it.</param>
/// <param name="Family">The style whatever the closing mark: "1." and "2)" share it.</param>
/// <param name="Value">Place in the list, 1 for the first; 0 for bullets.</param>
/// <param name="Path">"4.1" for "4.1."; null for bullets.</param>
/// <param name="ParentPath">"4" for "4.1."; null for a label of one part.</param>
internal sealed record LabelReading(string Style, string Family, int Value, string? Path = null, string? ParentPath = null);

/// <summary>What looks like a label at the start of a line; the surroundings decide whether it is one.</summary>
internal sealed record LabelToken(int Start, int End, LabelShape Shape, IReadOnlyList<LabelReading> Readings);

/// <summary>Recognises by form alone what can be a label. Scans by hand, each character once.</summary>
internal static class LabelScanner
{
    private const string Dashes = "-–—‒−";
    private const string Symbols = "•·●○◦▪■□▫‣⁃◆►▶➢➤→✓☐";
    private const int MostParts = 5;
    private const int LargestRoman = 39;

    private static readonly string[] Names = ["Frage", "Teilfrage", "Unterfrage", "Einzelfrage", "Zusatzfrage"];

    /// <summary>The token at <paramref name="from"/>, a visible character, in a line that ends at <paramref name="to"/>; null if there is none.</summary>
    public static LabelToken? Scan(string text, int from, int to) =>
        from >= to ? null : Bullet(text, from, to) ?? Named(text, from, to) ?? Counted(text, from, to);

    private static LabelToken? Bullet(string text, int from, int to)
    {
        var sign = text[from];
        var next = from + 1 < to ? text[from + 1] : '\0';
        var isBullet = sign switch
        {
            _ when Dashes.Contains(sign) => (char.IsWhiteSpace(next) || char.IsUpper(next)) && !Phrases.IsPageMark(text.AsSpan(from, to - from)),
            _ when Symbols.Contains(sign) || sign is >= '\uE000' and <= '\uF8FF' => true,
            '*' => char.IsWhiteSpace(next),
            'o' => char.IsWhiteSpace(next) && FirstVisibleIsUpper(text, from + 1, to),
            _ => false,
        };
        return isBullet ? new LabelToken(from, from + 1, LabelShape.Bullet, [new LabelReading($"bullet {sign}", $"bullet {sign}", 0)]) : null;
    }

    private static bool FirstVisibleIsUpper(string text, int from, int to)
    {
        (from, to) = SourceLines.Trim(text, from, to);
        return from < to && char.IsUpper(text[from]);
    }

    private static LabelToken? Named(string text, int from, int to)
    {
        var position = Skip(text, from, to, "Zu ") ?? from;
        var afterName = Names.Select(name => Skip(text, position, to, name)).FirstOrDefault(end => end is not null);
        if (afterName is not { } blank || blank >= to || !SourceLines.IsInvisible(text[blank]))
        {
            return null;
        }

        position = SkipBlanks(text, blank, to);
        position = SkipBlanks(text, Skip(text, position, to, "Nr.") ?? position, to);
        var (parts, end) = Parts(text, position, to);
        if (parts.Count == 0)
        {
            return null;
        }

        var closed = end;
        while (closed < to && text[closed] is '.' or ')' or ':' && closed - end < 2)
        {
            closed++;
        }

        if (closed == end && SkipBlanks(text, end, to) is var dash && dash < to && Dashes.Contains(text[dash]))
        {
            closed = dash + 1;
        }

        var isClosed = closed > end || closed == to;
        var isSeparate = closed == to || SourceLines.IsInvisible(text[closed]) || text[closed - 1] == ':';
        return isClosed && isSeparate ? new LabelToken(from, closed, LabelShape.Named, Readings(parts, "named ", "")) : null;
    }

    private static LabelToken? Counted(string text, int from, int to)
    {
        var isEnclosed = text[from] == '(';
        var (parts, end) = Parts(text, isEnclosed ? from + 1 : from, to);
        if (parts.Count == 0)
        {
            return null;
        }

        var closing = Closing(text, end, to);
        var closed = end + closing.Length;
        if (isEnclosed ? closing != ")" : closing.Length == 0 && parts.Count == 1)
        {
            return null;
        }

        if (closing == ":" && parts[0].Kind != 'n')
        {
            return null;
        }

        if (!IsSeparate(text, closed, to, closing, parts))
        {
            return null;
        }

        var shape = parts.Count > 1 ? LabelShape.Composite
            : closing.EndsWith(')') ? LabelShape.Parenthesis
            : parts[0].Kind == 'n' ? LabelShape.NumberDot
            : LabelShape.LetterDot;
        return new LabelToken(from, closed, shape, Readings(parts, isEnclosed ? "(" : "", closing));
    }

    private static string Closing(string text, int at, int to)
    {
        if (at >= to)
        {
            return "";
        }

        return text[at] switch
        {
            '.' when at + 1 < to && text[at + 1] == ')' => ".)",
            '.' => ".",
            ')' => ")",
            ':' => ":",
            _ => "",
        };
    }

    /// <summary>"1.Wie" and "a)Wie" occur in pasted texts; "A.Müller" and "z.B." are no labels.</summary>
    private static bool IsSeparate(string text, int at, int to, string closing, List<Part> parts)
    {
        if (at >= to || SourceLines.IsInvisible(text[at]))
        {
            return true;
        }

        var next = text[at];
        return closing switch
        {
            ")" or ".)" => char.IsLetter(next) || next is '„' or '"',
            "." => parts.Count == 1 && parts[0].Kind == 'n' && (char.IsUpper(next) || next is '„' or '"'),
            _ => false,
        };
    }

    private static List<LabelReading> Readings(List<Part> parts, string opening, string closing)
    {
        var path = string.Join('.', parts.Select(part => part.Text));
        if (parts.Count > 1)
        {
            var kinds = string.Concat(parts.Select((part, i) => i == 0 && part.Kind != 'n' ? 'X' : part.Kind));
            var last = parts[^1];
            var parent = string.Join('.', parts.Take(parts.Count - 1).Select(part => part.Text));
            return [new LabelReading(opening + kinds, opening + kinds, last.Value, path, parent)];
        }

        var readings = new List<LabelReading> { Single(parts[0].Kind, parts[0].Value) };
        if (parts[0].Kind is 'U' or 'l' && Roman(parts[0].Text) is { } value)
        {
            readings.Add(Single(parts[0].Kind == 'U' ? 'R' : 'r', value));
        }

        return readings;

        LabelReading Single(char kind, int place) => new(opening + kind + closing, kind.ToString(), place, path);
    }

    /// <summary>n number, l or U letter, d doubled letter ("aa"), R or r Roman of more than one sign.</summary>
    private readonly record struct Part(char Kind, int Value, string Text);

    private static (List<Part> Parts, int End) Parts(string text, int from, int to)
    {
        var parts = new List<Part>();
        if (FirstPart(text, from, to) is not { } first)
        {
            return (parts, from);
        }

        parts.Add(first);
        var at = from + first.Text.Length;
        while (parts.Count <= MostParts && NextPart(text, at, to, parts[^1]) is var (part, start))
        {
            if (part.Value == 0)
            {
                return ([], from);
            }

            parts.Add(part);
            at = start + part.Text.Length;
        }

        return parts.Count > MostParts ? ([], from) : (parts, at);
    }

    private static Part? FirstPart(string text, int from, int to)
    {
        var end = from;
        while (end < to && end - from < 8 && char.IsAsciiLetterOrDigit(text[end]) && char.IsAsciiDigit(text[end]) == char.IsAsciiDigit(text[from]))
        {
            end++;
        }

        var word = text[from..end];
        if (word.Length == 0)
        {
            return null;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return Number(word, mostDigits: 3);
        }

        if (word.Length == 1)
        {
            return char.IsAsciiLetterUpper(word[0])
                ? new Part('U', word[0] - 'A' + 1, word)
                : new Part('l', word[0] - 'a' + 1, word);
        }

        if (Roman(word) is { } roman)
        {
            return new Part(char.IsAsciiLetterUpper(word[0]) ? 'R' : 'r', roman, word);
        }

        return word.Length == 2 && word[0] == word[1] && char.IsAsciiLetterLower(word[0])
            ? new Part('d', word[0] - 'a' + 1, word)
            : null;
    }

    /// <summary>The part after a full stop or, for a letter, straight after a number. A part of value 0 spoils the whole label ("2.500", "01.02.").</summary>
    private static (Part Part, int Start)? NextPart(string text, int at, int to, Part previous)
    {
        char At(int i) => i < to ? text[i] : '\0';

        if (At(at) == '.' && char.IsAsciiDigit(At(at + 1)) && previous.Kind is 'n' or 'U' or 'R')
        {
            var end = at + 1;
            while (char.IsAsciiDigit(At(end)))
            {
                end++;
            }

            var digits = text[(at + 1)..end];
            return (Number(digits, mostDigits: 2) ?? new Part('n', 0, digits), at + 1);
        }

        if (previous.Kind != 'n')
        {
            return null;
        }

        var letter = at;
        if (At(at) == '.' && At(at + 2) is ')' or '.')
        {
            letter = at + 1;
        }
        else if (At(at) == ' ' && At(at + 2) == ')')
        {
            letter = at + 1;
        }

        var isLetter = char.IsAsciiLetterLower(At(letter)) && !char.IsLetterOrDigit(At(letter + 1));
        var isAbbreviation = letter > at && At(at) == '.' && At(letter + 1) == '.' && char.IsLetter(At(letter + 2));
        return isLetter && !isAbbreviation ? (new Part('l', text[letter] - 'a' + 1, text[letter].ToString()), letter) : null;
    }

    private static Part? Number(string digits, int mostDigits) =>
        digits.Length <= mostDigits && digits[0] != '0' ? new Part('n', int.Parse(digits, CultureInfo.InvariantCulture), digits) : null;

    private static int? Roman(string word)
    {
        var isOneCase = word.All(char.IsAsciiLetterUpper) || word.All(char.IsAsciiLetterLower);
        return isOneCase && RomanNumeral.Read(word.ToUpperInvariant()) is { } value and <= LargestRoman ? value : null;
    }

    private static int? Skip(string text, int at, int to, string word) =>
        at + word.Length <= to && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 ? at + word.Length : null;

    private static int SkipBlanks(string text, int at, int to)
    {
        while (at < to && SourceLines.IsInvisible(text[at]))
        {
            at++;
        }

        return at;
    }
}
