namespace Anfragen.Domain.Inquiries;

/// <summary>Splits a text without labels: prose that is one question, or paragraphs that are announced and each ask one.</summary>
internal sealed class ProseSplitter(string text, IReadOnlyList<SourceLine> lines)
{
    public SplitText Split()
    {
        var all = Paragraphs.In(text, lines, 0, text.Length);
        if (all.Count == 0)
        {
            return new SplitText(null, [], null);
        }

        var limit = RationaleStart();
        var paragraphs = all.TakeWhile(paragraph => paragraph.From < limit).Select(paragraph => paragraph with { To = Math.Min(paragraph.To, limit) }).ToList();
        var (first, last) = QuestionRange(paragraphs);
        var to = last + 1 < all.Count ? Math.Min(limit, all[last + 1].From) : limit;
        return new SplitText(
            SourceLines.Clean(text, 0, paragraphs[first].From),
            Questions(paragraphs, first, last, to),
            SourceLines.Clean(text, to, text.Length));
    }

    private List<SplitQuestion> Questions(List<Paragraph> paragraphs, int first, int last, int to)
    {
        var range = paragraphs.GetRange(first, last - first + 1);
        var isList = first > 0 && range.Count > 1 && EndsWith(paragraphs[first - 1], ':') && range.TrueForAll(paragraph => EndsWith(paragraph, '?'));
        if (!isList)
        {
            return [new SplitQuestion(null, SourceLines.Clean(text, paragraphs[first].From, to)!, [], IsAsked: true)];
        }

        return range.ConvertAll(paragraph => new SplitQuestion(null, SourceLines.Clean(text, paragraph.From, paragraph.To)!, [], IsAsked: true));
    }

    private (int First, int Last) QuestionRange(List<Paragraph> paragraphs)
    {
        var last = paragraphs.FindLastIndex(paragraph => Phrases.HasQuestionMark(paragraph.Of(text)));
        if (last < 0)
        {
            var asking = paragraphs.FindIndex(paragraph => Phrases.Asks(paragraph.Of(text)));
            return (Math.Max(0, asking), paragraphs.Count - 1);
        }

        var first = last;
        var announcement = paragraphs.FindLastIndex(last, paragraph => Phrases.Asks(paragraph.Of(text)));
        if (announcement >= 0)
        {
            var isOnlyAnnouncing = announcement < last && (EndsWith(paragraphs[announcement], ':') || Phrases.IsQuestionHeading(paragraphs[announcement].Of(text)));
            first = isOnlyAnnouncing ? announcement + 1 : announcement;
        }
        else
        {
            while (first > 0 && Phrases.HasQuestionMark(paragraphs[first - 1].Of(text)))
            {
                first--;
            }
        }

        while (last + 1 < paragraphs.Count && Phrases.ContinuesQuestion(paragraphs[last + 1].Of(text)))
        {
            last++;
        }

        return (first, last);
    }

    /// <summary>The first greeting, signature or title of a rationale behind the first question; in a text without question marks the first at all.</summary>
    private int RationaleStart()
    {
        var firstQuestion = Phrases.FirstQuestionMark(text);
        foreach (var line in lines.Where(line => !line.IsBlank).Skip(1))
        {
            var words = text.AsSpan(line.From, line.To - line.From);
            if (line.From > firstQuestion && (Phrases.IsClosing(words) || Phrases.IsRationaleTitle(words)))
            {
                return line.From;
            }
        }

        return text.Length;
    }

    private bool EndsWith(Paragraph paragraph, char sign) => paragraph.Of(text).TrimEnd("*_\"“” \t\r\n").EndsWith([sign]);
}
