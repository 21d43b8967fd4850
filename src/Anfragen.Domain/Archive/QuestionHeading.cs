using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Finds where a repeated question ends and its answer begins, when only the reply can tell.</summary>
internal static class QuestionHeading
{
    private const int MostParagraphs = 4;

    /// <summary>Offset behind the question that begins at <paramref name="from"/>; null when nothing there asks.</summary>
    public static int? EndIn(PaperText paper, int from, int to)
    {
        var paragraphs = Paragraphs.In(paper.Text, paper.Lines, from, to);
        int? end = null;
        for (var i = 0; i < paragraphs.Count && i < MostParagraphs; i++)
        {
            var asked = EndInParagraph(paper.Text, paragraphs[i].From, paragraphs[i].To, goesOn: i > 0);
            var isLast = i == paragraphs.Count - 1;
            if (asked is null || (i > 0 && (isLast || asked < paragraphs[i].To)))
            {
                break;
            }

            end = asked;
            if (asked < paragraphs[i].To)
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Bold marks around a whole question are the form's, not the asker's; the verbatim keeps them.</summary>
    public static ArchivedText? Plain(ArchivedText? text) =>
        text is { Text: ['*', '*', .., '*', '*'] } ? text with { Text = text.Text.Trim('*', ' ') } : text;

    /// <summary>Offset of the line that begins with "Antwort:", and behind this word; null without one.</summary>
    public static (int Start, int End)? MarkerIn(PaperText paper, int from, int to)
    {
        for (var i = paper.LineAt(from); i < paper.Lines.Count && paper.Lines[i].Start < to; i++)
        {
            var start = Math.Max(paper.Lines[i].From, SourceLines.Trim(paper.Text, from, to).From);
            if (start >= paper.Lines[i].To || start >= to)
            {
                continue;
            }

            if (LetterPhrases.AnswerMarker(paper.Text.AsSpan(start, paper.Lines[i].To - start)) is > 0 and var length)
            {
                return (start, start + length);
            }

            var inline = paper.Text.IndexOf("? Antwort:", start, paper.Lines[i].To - start, StringComparison.Ordinal);
            if (inline >= 0)
            {
                return (inline + 1, inline + "? Antwort:".Length);
            }
        }

        return null;
    }

    /// <summary>Behind the last question of those that the paragraph begins with; "(…)" and "Bitte …" belong to them.</summary>
    private static int? EndInParagraph(string text, int from, int to, bool goesOn)
    {
        int? end = null;
        for (var at = from; at < to;)
        {
            while (at < to && (SourceLines.IsInvisible(text[at]) || text[at] is '*' or '_' or '„' or '"' or '“' or '”'))
            {
                at++;
            }

            if (at >= to)
            {
                return to;
            }

            var stop = StopOf(text, at, to);
            var isAside = (end is not null || goesOn) && (text[at] == '(' || text.AsSpan(at, to - at).StartsWith("Bitte"));
            var asks = stop < to && text[stop] == '?';
            if (!asks && !isAside && (end is not null || goesOn || !HasQuestionBefore(text, stop, to)))
            {
                break;
            }

            at = BehindMarks(text, stop, to);
            end = asks || isAside ? at : end;
        }

        return end;
    }

    /// <summary>A question may need a sentence before it: "Die Brücke ist zu. Wie lange noch?" on the same line.</summary>
    private static bool HasQuestionBefore(string text, int stop, int to)
    {
        var lineEnd = text.IndexOfAny(['\n', '\r'], stop, to - stop);
        return Phrases.HasQuestionMark(text.AsSpan(stop, (lineEnd < 0 ? to : lineEnd) - stop));
    }

    private static int StopOf(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var isEnd = i + 1 == to || SourceLines.IsInvisible(text[i + 1]) || text[i + 1] is '*' or '_' or '“' or '”' or '"' or ')';
            if (text[i] == '?' && isEnd)
            {
                return i;
            }

            if (text[i] is '.' or '!' && isEnd && IsSentenceEnd(text, i, to))
            {
                return i;
            }
        }

        return to;
    }

    /// <summary>"z. B.", "31. Dezember" and "Nr. 5" go on.</summary>
    private static bool IsSentenceEnd(string text, int stop, int to)
    {
        var word = stop;
        while (word > 0 && char.IsLetterOrDigit(text[word - 1]))
        {
            word--;
        }

        var (next, _) = SourceLines.Trim(text, stop + 1, to);
        return stop - word > 3 && !char.IsAsciiDigit(text[stop - 1]) && (next >= to || !char.IsLower(text[next]));
    }

    private static int BehindMarks(string text, int stop, int to)
    {
        while (stop < to && text[stop] is '?' or '.' or '!' or '*' or '_' or '“' or '”' or '"' or ')')
        {
            stop++;
        }

        return stop;
    }
}
