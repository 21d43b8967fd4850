namespace Anfragen.Domain.Inquiries;

/// <summary>Finds everything in a text that looks like a label, with its surroundings.</summary>
internal sealed class CandidateReader(string text, IReadOnlyList<SourceLine> lines)
{
    private const int MostNested = 3;
    private const int LongestHeading = 60;

    /// <summary>A line that announces a list may be broken; this many lines back belong to it.</summary>
    private const int AnnouncingLines = 3;

    private readonly List<Candidate> found = [];
    private readonly bool[] startsCandidate = new bool[lines.Count];

    public List<Candidate> Read()
    {
        var openBrackets = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                openBrackets = 0;
                continue;
            }

            ReadLine(i, openBrackets > 0);
            openBrackets = CountBrackets(line, openBrackets);
        }

        return found;
    }

    private void ReadLine(int number, bool isInBrackets)
    {
        var line = lines[number];
        var from = line.From;
        for (var depth = 0; depth <= MostNested; depth++)
        {
            if (LabelScanner.Scan(text, from, line.To) is not { } token || (depth > 0 && token.Shape is LabelShape.Bullet or LabelShape.Named))
            {
                break;
            }

            found.Add(depth == 0 ? InContext(token, number, isInBrackets) : Inside(token, number, LabelPlace.Nested));
            startsCandidate[number] = true;
            from = SourceLines.Trim(text, token.End, line.To).From;
        }

        if (startsCandidate[number])
        {
            ReadInline(number, from);
        }
    }

    /// <summary>Several questions on one line, as a text pasted without its line ends has them.</summary>
    private void ReadInline(int number, int from)
    {
        var to = lines[number].To;
        for (var i = from; i + 1 < to; i++)
        {
            if (text[i] != '?' || !SourceLines.IsInvisible(text[i + 1]))
            {
                continue;
            }

            var start = i + 1;
            while (start < to && SourceLines.IsInvisible(text[start]))
            {
                start++;
            }

            if (LabelScanner.Scan(text, start, to) is { Shape: not LabelShape.Bullet } token)
            {
                found.Add(Inside(token, number, LabelPlace.Inline));
            }
        }
    }

    private Candidate Inside(LabelToken token, int number, LabelPlace place) =>
        new(token, found.Count, number, lines[number].Indent, place) { Follower = FollowerOf(token, lines[number].To) };

    private Candidate InContext(LabelToken token, int number, bool isInBrackets)
    {
        var isApart = number == 0 || lines[number - 1].IsBlank;
        var before = isApart ? default : Span(lines[number - 1]);
        var endsOpen = !isApart && Phrases.EndsOpen(before);
        return new Candidate(token, found.Count, number, lines[number].Indent, LabelPlace.LineStart)
        {
            IsApart = isApart,
            IsClean = isApart || Phrases.EndsClause(before) || Phrases.IsQuestionHeading(before),
            IsBelowHeading = !isApart && startsCandidate[number - 1] && before.Length <= LongestHeading && !endsOpen,
            IsWrapped = endsOpen,
            IsReferred = !isApart && Phrases.EndsReferring(before),
            IsInBrackets = isInBrackets,
            IsAnnounced = IsAnnounced(number),
            Follower = FollowerOf(token, lines[number].To),
        };
    }

    private bool IsAnnounced(int number)
    {
        var last = number - 1;
        while (last >= 0 && lines[last].IsBlank)
        {
            last--;
        }

        if (last < 0)
        {
            return false;
        }

        var first = last;
        while (first > 0 && last - first < AnnouncingLines - 1 && !lines[first - 1].IsBlank && !startsCandidate[first])
        {
            first--;
        }

        return Phrases.IsQuestionHeading(Span(lines[last])) || Phrases.Announces(text.AsSpan(lines[first].From, lines[last].To - lines[first].From));
    }

    private Follower FollowerOf(LabelToken token, int to)
    {
        var from = SourceLines.Trim(text, token.End, to).From;
        var rest = text.AsSpan(from, Math.Max(0, to - from));
        var word = Phrases.FirstWord(rest);
        if (token.Shape is LabelShape.LetterDot && word.Length > 0 && word.Length <= 2 && char.IsLetter(word[0]) && rest.Length > word.Length && rest[word.Length] == '.')
        {
            return Follower.Abbreviation;
        }

        if (Phrases.IsMonth(word))
        {
            var behind = Phrases.FirstWord(rest[word.Length..].TrimStart(". \t\u00A0"));
            return IsYear(behind) ? Follower.MonthAndYear : Follower.Month;
        }

        if (token.Shape == LabelShape.Composite && IsYear(word))
        {
            return Follower.MonthAndYear;
        }

        return Phrases.IsUnit(word) ? Follower.Unit : Phrases.IsOrdinalNoun(word) ? Follower.OrdinalNoun : Follower.Text;
    }

    private static bool IsYear(ReadOnlySpan<char> word) => word.Length == 4 && word.IndexOfAnyExceptInRange('0', '9') < 0;

    private int CountBrackets(SourceLine line, int open)
    {
        foreach (var c in Span(line))
        {
            open = c switch { '(' => open + 1, ')' when open > 0 => open - 1, _ => open };
        }

        return open;
    }

    private ReadOnlySpan<char> Span(SourceLine line) => text.AsSpan(line.From, line.To - line.From);
}
