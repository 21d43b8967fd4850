using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Finds where the letterhead of a paper ends and its words begin.</summary>
internal static class LetterHead
{
    private const int MostLines = 120;
    private const int LinesOfQuestion = 8;
    private const int LeastProse = 80;
    private const int LeastWords = 10;
    private const int ShortestWrappedLine = 45;
    private const double LeastLowerCase = 0.35;

    private static readonly string[] HeadBeginnings =
        ["an ", "antwort zu", "antwort auf", "anfrage ", "kleine anfrage", "große anfrage", "beantwortung", "stellungnahme zu", "schriftliche anfrage", "hier:", "betreff", "der mitglieder", "der bezirksverordneten"];

    /// <summary>Offset of the first line of the letter itself; the text's beginning when it has no letterhead.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="begins">Whether the line surely begins the letter, for reasons of the caller.</param>
    public static int EndOf(PaperText paper, Func<int, bool> begins)
    {
        var seen = 0;
        for (var i = 0; i < paper.Lines.Count && seen < MostLines; i++)
        {
            if (paper.Lines[i].IsBlank)
            {
                continue;
            }

            seen++;
            if (begins(i) || Begins(paper, i))
            {
                return paper.Lines[i].From;
            }
        }

        return 0;
    }

    private static bool Begins(PaperText paper, int line)
    {
        var words = paper.Words(line);
        if (LetterPhrases.IsSalutation(words) || ReplyLabelAt(paper, line) is not null || BeginsQuestion(paper, line))
        {
            return true;
        }

        var paragraph = ParagraphFrom(paper, line);
        return IsProse(paragraph) || (!IsHeadLine(words) && LetterPhrases.IsFormula(paragraph)) || (words[^1] == ':' && Phrases.Announces(words) && !Phrases.IsQuestionHeading(words))
            || Phrases.IsRationaleTitle(words) || IsFragen(words);
    }

    /// <summary>"Fragen:" stands above the questions; "Anfrage" is a title of the form.</summary>
    private static bool IsFragen(ReadOnlySpan<char> words) => Phrases.IsQuestionHeading(words) && words.StartsWith("Frage");

    private static ReplyLabel? ReplyLabelAt(PaperText paper, int line) => ReplyLabel.Scan(paper.Text, paper.Lines[line].From, paper.Lines[line].To);

    /// <summary>A label of a list with a question mark before the next label.</summary>
    private static bool BeginsQuestion(PaperText paper, int line)
    {
        if (LabelScanner.Scan(paper.Text, paper.Lines[line].From, paper.Lines[line].To) is not { } token || Phrases.IsOrdinalNoun(Phrases.FirstWord(paper.Text.AsSpan(token.End, paper.Lines[line].To - token.End).TrimStart())))
        {
            return false;
        }

        if (GermanDate.Find(paper.Words(line).ToString()) is { Start: 0 })
        {
            return false;
        }

        for (var i = line; i < paper.Lines.Count && i < line + LinesOfQuestion; i++)
        {
            if (Phrases.HasQuestionMark(paper.Words(i)) || (i > line && IsFirstLabel(token, paper, i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFirstLabel(LabelToken one, PaperText paper, int line) =>
        LabelScanner.Scan(paper.Text, paper.Lines[line].From, paper.Lines[line].To) is { } next
            && next.Readings.Any(reading => one.Readings.Any(before => before.Value > 0 && before.Style == reading.Style && before.Value + 1 == reading.Value));

    private static ReadOnlySpan<char> ParagraphFrom(PaperText paper, int line)
    {
        var last = line;
        while (last + 1 < paper.Lines.Count && !paper.Lines[last + 1].IsBlank && last < line + 30)
        {
            last++;
        }

        return paper.Text.AsSpan(paper.Lines[line].From, paper.Lines[last].To - paper.Lines[line].From);
    }

    private static bool IsHeadLine(ReadOnlySpan<char> words)
    {
        foreach (var beginning in HeadBeginnings)
        {
            if (words.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whole sentences in German: long enough, closed, and with the many small words that names and subjects lack.</summary>
    private static bool IsProse(ReadOnlySpan<char> paragraph)
    {
        if (IsHeadLine(paragraph) || paragraph.IndexOf("   ") is > 0 and < 60)
        {
            return false;
        }

        int words = 0, lower = 0;
        foreach (var range in paragraph.SplitAny(' ', '\n', '\r', '\t', '\u00A0'))
        {
            var word = paragraph[range];
            if (!word.IsEmpty)
            {
                words++;
                lower += char.IsLower(word[0]) ? 1 : 0;
            }
        }

        var lineEnd = paragraph.IndexOfAny('\n', '\r');
        if (lineEnd is >= 0 and < ShortestWrappedLine)
        {
            return false;
        }

        var isClosed = Phrases.EndsSentence(paragraph) || paragraph[^1] == ':';
        var isLong = paragraph.Length >= LeastProse && words >= LeastWords;
        var hasFirstSentence = paragraph.IndexOf(". ") > 0 && words >= LeastWords;
        var isSentence = paragraph[^1] == '.' && words >= 5 && lower >= 2 && paragraph.IndexOfAnyInRange('0', '9') < 0;
        return isSentence || isClosed && (isLong || hasFirstSentence || words >= 7) && lower >= LeastLowerCase * words && (paragraph[^1] != '?' || isLong);
    }
}
