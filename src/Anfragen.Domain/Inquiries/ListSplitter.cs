namespace Anfragen.Domain.Inquiries;

/// <summary>Splits a text whose questions carry labels.</summary>
internal sealed class ListSplitter(string text, IReadOnlyList<SourceLine> lines, IReadOnlyList<Candidate> candidates)
{
    private const int LongestHeading = 100;

    private static readonly string[] TopicWords = ["zu ", "zum ", "zur ", "thema", "themen", "bereich", "block", "komplex", "abschnitt", "teil "];

    private static readonly Comparer<OutlineNode> ByStart = Comparer<OutlineNode>.Create((one, other) => one.Start.CompareTo(other.Start));

    private List<OutlineNode> nodes = [];
    private List<OutlineNode> roots = [];
    private int end;

    /// <summary>The parts, or null when no label introduces a question.</summary>
    public SplitText? Split()
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        Outline(FirstCandidate());
        LeaveBackgroundOut();
        LeaveListsWithoutQuestionsOut();
        if (nodes.Count == 0)
        {
            return null;
        }

        CutRationale();
        CutBulletsOfRationale();
        InsertHeadings();
        return new SplitText(
            SourceLines.Clean(text, 0, nodes[0].Start),
            Questions(),
            SourceLines.Clean(text, end, text.Length));
    }

    /// <summary>The candidate at which the questions can begin: an announcement sends what stands before it into the preamble.</summary>
    private int FirstCandidate()
    {
        var announced = candidates.Where(candidate => candidate.IsAnnounced).ToList();
        if (announced.Count == 0)
        {
            return 0;
        }

        var start = announced[0].Order;
        var answerHeading = LastAnswerHeadingBefore(announced[^1].Line);
        foreach (var later in announced.Skip(1))
        {
            if (AsksAgain(candidates[start], later) || (answerHeading > candidates[start].Line && answerHeading < later.Line))
            {
                start = later.Order;
            }
        }

        return start > announced[0].Order ? start : KeepEarlier(start);
    }

    private int LastAnswerHeadingBefore(int line)
    {
        while (line >= 0 && !Phrases.IsAnswerHeading(Span(line)))
        {
            line--;
        }

        return line;
    }

    private bool AsksAgain(Candidate first, Candidate second) => VisibleWords(first).SequenceEqual(VisibleWords(second));

    private IEnumerable<char> VisibleWords(Candidate candidate)
    {
        var to = candidate.Order + 1 < candidates.Count ? candidates[candidate.Order + 1].Token.Start : text.Length;
        return text[candidate.Token.Start..to].Where(c => !SourceLines.IsInvisible(c));
    }

    /// <summary>Labels before the announcement stay when the list they form goes on behind it, or when they ask themselves.</summary>
    private int KeepEarlier(int start)
    {
        if (start == 0)
        {
            return 0;
        }

        var announcedStyle = candidates[start].Main.Style;
        var behind = candidates.Skip(start + 1).SelectMany(later => later.Token.Readings).Select(reading => (reading.Style, reading.Value)).ToHashSet();
        var styles = candidates.Take(start)
            .Where(earlier => earlier.Main.Value > 0 && earlier.Main.Style != announcedStyle)
            .SelectMany(earlier => earlier.Token.Readings)
            .Where(reading => behind.Contains((reading.Style, reading.Value + 1)))
            .Select(reading => reading.Style)
            .ToHashSet();
        if (candidates.Take(start).FirstOrDefault(earlier => earlier.Token.Readings.Any(reading => styles.Contains(reading.Style))) is { } enclosing)
        {
            return enclosing.Order;
        }

        var asking = candidates.Take(start).Count(IsQuestionLike);
        return 2 * asking >= start ? 0 : start;
    }

    private bool IsQuestionLike(Candidate candidate)
    {
        var next = candidate.Order + 1 < candidates.Count ? candidates[candidate.Order + 1].Line : lines.Count;
        for (var line = candidate.Line; line < next && !lines[line].IsBlank; line++)
        {
            if (Phrases.HasQuestionMark(Span(line)))
            {
                return true;
            }
        }

        return false;
    }

    private void Outline(int first)
    {
        var usable = candidates.Skip(first).ToList();
        var outline = new Outline(new CandidateIndex(usable));
        var next = 0;
        end = text.Length;
        for (var line = first == 0 ? 0 : usable[0].Line; line < lines.Count; line++)
        {
            if (outline.Nodes.Count > 0 && EndsQuestions(line, next, usable, outline))
            {
                end = lines[line].From;
                break;
            }

            var isTaken = true;
            for (; next < usable.Count && usable[next].Line == line; next++)
            {
                isTaken = (isTaken || usable[next].Place != LabelPlace.Nested) && outline.TryAdd(usable[next]);
            }
        }

        nodes = outline.Nodes;
        roots = outline.Roots;
    }

    private bool EndsQuestions(int line, int next, List<Candidate> usable, Outline outline)
    {
        var words = Span(line);
        if (Phrases.IsClosing(words))
        {
            return true;
        }

        if (next < usable.Count && usable[next].Line == line)
        {
            var token = usable[next].Token;
            return token.Shape != LabelShape.Bullet && Phrases.IsRationaleTitle(text.AsSpan(token.End, lines[line].To - token.End));
        }

        return Phrases.IsRationaleTitle(words) && !GoesOn(usable, next, outline.RootLast!);
    }

    /// <summary>"Hintergrund:" may stand below each question: then the outermost numbering goes on behind it before it begins anew.</summary>
    private static bool GoesOn(List<Candidate> usable, int next, LabelReading reached)
    {
        for (; reached.Value > 0 && next < usable.Count; next++)
        {
            if (usable[next].Token.Readings.FirstOrDefault(reading => reading.Style == reached.Style && (reading.Value == 1 || reading.Value == reached.Value + 1)) is { } found)
            {
                return found.Value > 1;
            }
        }

        return false;
    }

    /// <summary>"I. Sachverhalt" before "II. Fragen" is preamble although it carries a label.</summary>
    private void LeaveBackgroundOut()
    {
        while (roots.Count > 1 && roots[0].HasLabel && Phrases.IsBackgroundTitle(FirstLine(roots[0])))
        {
            KeepFrom(roots[1]);
        }
    }

    private ReadOnlySpan<char> FirstLine(OutlineNode node)
    {
        var line = lines[node.Candidate!.Line];
        return node.TextStart < line.To ? text.AsSpan(node.TextStart, line.To - node.TextStart) : default;
    }

    /// <summary>Where one list asks and another of the same text does not, the other belongs to the preamble or the rationale.</summary>
    private void LeaveListsWithoutQuestionsOut()
    {
        var lists = roots.Where((root, i) => i == 0 || root.StartsList).ToList();
        var asks = lists.Select((list, i) => Phrases.HasQuestionMark(text.AsSpan(list.Start, (i + 1 < lists.Count ? lists[i + 1].Start : end) - list.Start))).ToList();
        if (lists.Count < 2 || !asks.Contains(true))
        {
            return;
        }

        var first = asks.IndexOf(true);
        while (first > 0 && (lists[first - 1].Candidate!.IsAnnounced || HeadingBefore(lists[first - 1]) is not null))
        {
            first--;
        }

        var last = asks.LastIndexOf(true);
        while (last + 1 < lists.Count && (lists[last + 1].Candidate!.IsAnnounced || HeadingBefore(lists[last + 1]) is { EndsWithColon: false }))
        {
            last++;
        }

        if (last + 1 < lists.Count)
        {
            KeepUntil(lists[last + 1]);
        }

        if (first > 0)
        {
            KeepFrom(lists[first]);
        }
    }

    private void KeepFrom(OutlineNode root)
    {
        nodes.RemoveRange(0, nodes.IndexOf(root));
        roots.RemoveRange(0, roots.IndexOf(root));
    }

    private void KeepUntil(OutlineNode root)
    {
        end = root.Start;
        nodes.RemoveRange(nodes.IndexOf(root), nodes.Count - nodes.IndexOf(root));
        roots.RemoveRange(roots.IndexOf(root), roots.Count - roots.IndexOf(root));
    }

    /// <summary>A new paragraph after the last, complete question that does not ask on is rationale also without a title.</summary>
    private void CutRationale() => end = BreakIn(nodes[^1], end) ?? end;

    /// <summary>Bullets behind such a paragraph are no sub-questions of the last question either.</summary>
    private void CutBulletsOfRationale()
    {
        var last = nodes.FindLastIndex(node => node.Candidate!.Main.Value > 0);
        if (last < 0 || last == nodes.Count - 1 || BreakIn(nodes[last], nodes[last + 1].Start) is not { } cut)
        {
            return;
        }

        if (!Phrases.HasQuestionMark(text.AsSpan(nodes[last].TextStart, cut - nodes[last].TextStart)))
        {
            return;
        }

        end = cut;
        nodes.RemoveRange(last + 1, nodes.Count - last - 1);
        nodes[last].Children.Clear();
        foreach (var node in nodes)
        {
            node.Children.RemoveAll(child => child.Start >= cut);
        }

        roots.RemoveAll(root => root.Start >= cut);
    }

    private int? BreakIn(OutlineNode node, int to)
    {
        var paragraphs = Paragraphs.In(text, lines, node.TextStart, to);
        for (var i = 1; i < paragraphs.Count; i++)
        {
            var isComplete = Phrases.EndsSentence(paragraphs[i - 1].Of(text)) || Phrases.IsPageMark(paragraphs[i].Of(text));
            if (isComplete && !Phrases.ContinuesQuestion(paragraphs[i].Of(text)) && !Phrases.Announces(paragraphs[i].Of(text)))
            {
                return paragraphs[i].From;
            }
        }

        return null;
    }

    private readonly record struct Heading(int From, int To, bool EndsWithColon, bool IsTopic);

    /// <summary>A short line by itself, right above a label, that does not belong to the sentence before.</summary>
    private Heading? HeadingBefore(OutlineNode node)
    {
        var line = node.Candidate!.Line - 1;
        while (line >= 0 && lines[line].IsBlank)
        {
            line--;
        }

        if (line < 0 || (line > 0 && !lines[line - 1].IsBlank) || lines[line].From < LabelEndBefore(node))
        {
            return null;
        }

        var words = Span(line);
        var isHeading = words.Length <= LongestHeading && (char.IsUpper(words[0]) || char.IsDigit(words[0])) && !Phrases.EndsSentence(words)
            && words[^1] is not (',' or ';') && !Phrases.ContinuesQuestion(words) && !Phrases.IsPageMark(words) && !Phrases.IsClosing(words);
        if (!isHeading)
        {
            return null;
        }

        var isTopic = words[^1] == ':';
        foreach (var word in TopicWords)
        {
            isTopic |= words.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        }

        return new Heading(lines[line].From, lines[line].To, words[^1] == ':', isTopic);
    }

    private int LabelEndBefore(OutlineNode node)
    {
        var place = nodes.BinarySearch(node, ByStart);
        return place > 0 ? nodes[place - 1].TextStart : 0;
    }

    /// <summary>Headings between the questions become nodes of their own that carry the questions below them.</summary>
    private void InsertHeadings()
    {
        var rootStyle = roots[0].Candidate!.Main.Style;
        var headings = new Dictionary<OutlineNode, Heading>();
        foreach (var root in roots.Skip(1).Where(root => root.Candidate!.Main.Style == rootStyle))
        {
            if (HeadingBefore(root) is { } heading && (root.StartsList || heading.IsTopic) && IsSentenceOverBefore(heading, root))
            {
                headings.Add(root, heading);
            }
        }

        if (headings.Count == 0)
        {
            return;
        }

        if (HeadingBefore(roots[0]) is { } firstHeading)
        {
            headings.Add(roots[0], firstHeading);
        }

        var grouped = new List<OutlineNode>();
        OutlineNode? group = null;
        foreach (var root in roots)
        {
            if (headings.TryGetValue(root, out var heading))
            {
                group = new OutlineNode { Start = heading.From, TextStart = heading.From };
                grouped.Add(group);
                nodes.Insert(nodes.BinarySearch(root, ByStart), group);
            }

            (group?.Children ?? grouped).Add(root);
        }

        roots = grouped;
    }

    private bool IsSentenceOverBefore(Heading heading, OutlineNode node)
    {
        var (from, to) = SourceLines.Trim(text, LabelEndBefore(node), heading.From);
        return Phrases.EndsClause(text.AsSpan(from, to - from));
    }

    private List<SplitQuestion> Questions()
    {
        var textEnds = new Dictionary<OutlineNode, int>();
        for (var i = 0; i < nodes.Count; i++)
        {
            textEnds[nodes[i]] = i + 1 < nodes.Count ? nodes[i + 1].Start : end;
        }

        return roots.ConvertAll(Question);

        SplitQuestion Question(OutlineNode node)
        {
            var words = SourceLines.Clean(text, node.TextStart, textEnds[node]) ?? "";
            var isCarrier = node.Children.Count > 0 || !node.HasLabel;
            var isAsked = isCarrier ? Phrases.HasQuestionMark(words) : words.Length > 0;
            return new SplitQuestion(node.HasLabel ? text[node.Start..node.TextStart] : null, words, node.Children.ConvertAll(Question), isAsked);
        }
    }

    private ReadOnlySpan<char> Span(int line) => text.AsSpan(lines[line].From, Math.Max(0, lines[line].To - lines[line].From));
}
