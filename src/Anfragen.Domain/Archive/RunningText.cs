using System.Text;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Makes running text of lines: joins what a narrow page broke, keeps lists, tables and paragraphs apart.</summary>
internal static class RunningText
{
    private const char SoftHyphen = '\u00AD';

    public static string Of(string text, int usualWidth)
    {
        var lines = SourceLines.Of(text);
        var running = new StringBuilder(text.Length);
        var before = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            if (before >= 0)
            {
                Join(text, lines[before], lines[i], isApart: i > before + 1, usualWidth, running);
            }

            Append(text.AsSpan(lines[i].From, lines[i].To - lines[i].From), running);
            before = i;
        }

        return running.ToString();
    }

    private static void Join(string text, SourceLine one, SourceLine next, bool isApart, int usualWidth, StringBuilder running)
    {
        var rest = text.AsSpan(next.From, next.To - next.From);
        if (isApart)
        {
            running.Append("\n\n");
        }
        else if (one.To < text.Length && text[one.To] == SoftHyphen && char.IsLower(rest[0]))
        {
            return;
        }
        else if (EndsInDivision(text, one) && char.IsLetter(rest[0]))
        {
            JoinDivided(rest, running);
        }
        else
        {
            running.Append(IsWrapped(text, one, rest, usualWidth) ? ' ' : '\n');
        }
    }

    private static bool EndsInDivision(string text, SourceLine line) =>
        line.To - line.From > 1 && text[line.To - 1] is '-' or '\u2010' && char.IsLetter(text[line.To - 2]);

    /// <summary>"Dienst-/leistung" loses its hyphen, "Baden-/Württemberg" keeps it, "Bau-/und Planungsamt" gets a blank.</summary>
    private static void JoinDivided(ReadOnlySpan<char> rest, StringBuilder running)
    {
        if (Phrases.FirstWord(rest) is "und" or "oder" or "bzw" or "sowie")
        {
            running.Append(' ');
        }
        else if (char.IsLower(rest[0]))
        {
            running.Length--;
        }
    }

    private static bool IsWrapped(string text, SourceLine one, ReadOnlySpan<char> rest, int usualWidth)
    {
        return one.To - one.From >= usualWidth * 2 / 3 && !StartsItem(text, one, rest) && rest[0] != '|' && text[one.From] != '|';
    }

    /// <summary>A dash goes on with a sentence unless the line before is over, or an item itself.</summary>
    private static bool StartsItem(string text, SourceLine one, ReadOnlySpan<char> rest)
    {
        var before = text.AsSpan(one.From, one.To - one.From);
        if (LabelScanner.Scan(rest.ToString(), 0, rest.Length) is not { } token || Phrases.EndsOpen(before) || Phrases.EndsReferring(before))
        {
            return false;
        }

        return token.Shape != LabelShape.Bullet || Phrases.EndsClause(before) || LabelScanner.Scan(text, one.From, one.To) is { Shape: LabelShape.Bullet };
    }

    /// <summary>Runs of blanks inside a line become one, except where they form columns.</summary>
    private static void Append(ReadOnlySpan<char> line, StringBuilder running)
    {
        foreach (var c in line)
        {
            if (c == SoftHyphen || (c == ' ' && running.Length > 0 && running[^1] == ' '))
            {
                continue;
            }

            running.Append(c == '\u00A0' ? ' ' : c);
        }
    }
}
