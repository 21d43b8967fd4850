using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Finds the marks of a reply whose questions are known from the inquiry, by their labels and by their words.</summary>
internal sealed class MarkFinder(PaperText paper, IReadOnlyList<ReadQuestion> questions, DoubtList doubts)
{
    private const double SameLabel = 0.35;
    private const double OtherLabel = 0.5;
    private const double NoLabel = 0.75;
    private const double SurelyRepeated = 0.85;
    private const double RepeatedWithoutMark = 0.8;

    private readonly QuestionNumbers numbers = new(questions);
    private readonly Wording wording = WordingOf(questions);
    private readonly Dictionary<ReplyMark, ReplyLabel> named = [];

    private sealed record Place(int Line, int Start, int LabelEnd, string? Label, string? Path, int Limit);

    private sealed record Match(Place Place, int Question, double Score, double Worth, int End);

    /// <summary>Whether a question of the inquiry is repeated in this line.</summary>
    public bool IsRepeatedAt(int line)
    {
        if (wording.Count == 0)
        {
            return false;
        }

        wording.Read(paper.Text, paper.Lines[line].From, Math.Min(paper.Text.Length, paper.Lines[line].From + 1_500));
        return PlacesIn(line, isApart: true, paper.Text.Length).Any(place => MatchesAt(place).Any(match => match.Score >= (place.Label is null ? SurelyRepeated : OtherLabel)));
    }

    public List<ReplyMark> Find(int from, int to)
    {
        wording.Read(paper.Text, from, to);
        var marks = new List<ReplyMark>();
        var places = new List<Place>();
        var wasBlank = true;
        for (var i = paper.LineAt(from); i < paper.Lines.Count && paper.Lines[i].Start < to; i++)
        {
            var line = paper.Lines[i];
            if (line.IsBlank || line.From < from)
            {
                wasBlank = true;
                continue;
            }

            if (TableRow.Scan(paper.Text, line.From, line.To) is { } row && numbers.Find(row.Path, 0) is var (question, _))
            {
                marks.Add(row.Mark([question], isSource: false));
            }
            else if (ReplyLabel.Scan(paper.Text, line.From, line.To) is { } label)
            {
                marks.Add(Named(label, line.From));
            }
            else
            {
                places.AddRange(PlacesIn(i, wasBlank, to));
            }

            wasBlank = false;
        }

        marks.AddRange(Repeated(places));
        if (marks.Count == 0)
        {
            marks.AddRange(Labelled(places));
        }

        marks.Sort((one, other) => one.Start.CompareTo(other.Start));
        Resolve(marks);
        return marks;
    }

    /// <summary>How well the text at the position repeats the question, and where it stops.</summary>
    public (double Score, int End) Compare(int position, int question, int limit) =>
        questions[question].Text is not null && wording.Compare(position, question, limit) is var (score, end) && (score >= SurelyRepeated || wording.AsksAlike(question, position, end))
            ? (score, end)
            : (0, position);

    private static Wording WordingOf(IReadOnlyList<ReadQuestion> questions)
    {
        var wording = new Wording();
        foreach (var question in questions)
        {
            wording.Add(question.Text?.Text ?? "");
        }

        return wording;
    }

    private ReplyMark Named(ReplyLabel label, int lineStart)
    {
        var mark = new ReplyMark { Start = lineStart, LabelEnd = label.End, Label = paper.Text[label.Start..label.End].Trim(), IsAnswer = label.IsAnswer };
        named.Add(mark, label);
        return mark;
    }

    /// <summary>Where on a line a repeated question can begin: behind its labels, or at its beginning.</summary>
    private List<Place> PlacesIn(int number, bool isApart, int limit)
    {
        var line = paper.Lines[number];
        var start = line.From;
        while (start < line.To && paper.Text[start] is '„' or '"' or '“' or '*' or '_' or '»' or ' ')
        {
            start++;
        }

        var places = new List<Place>();
        string? path = null;
        for (var (at, depth) = (start, 0); depth < 3 && LabelScanner.Scan(paper.Text, at, line.To) is { } token; depth++)
        {
            path = ReadQuestion.Below(path, token.Readings[0].Path);
            places.Add(new Place(number, line.From, token.End, paper.Text[start..token.End].Trim(), path, limit));
            at = SourceLines.Trim(paper.Text, token.End, line.To).From;
        }

        if (places.Count == 0 && isApart)
        {
            places.Add(new Place(number, line.From, start, null, null, Math.Min(limit, EndOfParagraph(number))));
        }

        return places;
    }

    private int EndOfParagraph(int line)
    {
        while (line + 1 < paper.Lines.Count && !paper.Lines[line + 1].IsBlank)
        {
            line++;
        }

        return paper.Lines[line].To;
    }

    private IEnumerable<Match> MatchesAt(Place place)
    {
        foreach (var question in wording.Closest(place.LabelEnd))
        {
            var (score, end) = wording.Compare(place.LabelEnd, question, place.Limit);
            var isSameLabel = place.Path is not null && IsLabelOf(questions[question], place.Path);
            var least = place.Label is null ? NoLabel : isSameLabel ? SameLabel : OtherLabel;
            if (score >= least && (score >= (place.Label is null ? 1 : RepeatedWithoutMark) || wording.AsksAlike(question, place.LabelEnd, end)))
            {
                yield return new Match(place, question, score, score + (isSameLabel ? 0.25 : 0), end);
            }
        }
    }

    private static bool IsLabelOf(ReadQuestion question, string path) =>
        string.Equals(question.OwnPath, path, StringComparison.OrdinalIgnoreCase) || string.Equals(question.FullPath, path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of all likenesses those that together are most alike while questions and text keep their order; then what is repeated for sure.</summary>
    private IEnumerable<ReplyMark> Repeated(List<Place> places)
    {
        var matches = places.SelectMany(place => MatchesAt(place)).ToList();
        var chosen = InOrder(matches);
        var takenLines = chosen.Select(match => match.Place.Line).ToHashSet();
        var again = matches.Where(match => match.Score >= SurelyRepeated && !takenLines.Contains(match.Place.Line))
            .GroupBy(match => match.Place.Line)
            .Select(line => line.MaxBy(match => match.Worth)!);
        return chosen.Concat(again).Select(match => new ReplyMark
        {
            Start = match.Place.Start,
            LabelEnd = match.Place.LabelEnd,
            Label = match.Place.Label,
            Path = match.Place.Path,
            Questions = [match.Question],
            HeadingEnd = match.End,
        });
    }

    /// <summary>The heaviest increasing chain, by a tree of maxima over the questions.</summary>
    private List<Match> InOrder(List<Match> matches)
    {
        var best = new (double Worth, int Match)[questions.Count + 1];
        Array.Fill(best, (0, -1));
        var before = new int[matches.Count];
        foreach (var line in matches.Index().GroupBy(item => item.Item.Place.Line).OrderBy(line => line.Key))
        {
            var found = line.Select(item =>
            {
                var (worth, last) = BestBelow(item.Item.Question);
                before[item.Index] = last;
                return (item.Index, item.Item.Question, Worth: worth + item.Item.Worth);
            }).ToList();
            foreach (var (index, question, worth) in found)
            {
                for (var i = question + 1; i < best.Length; i += i & -i)
                {
                    best[i] = best[i].Worth < worth ? (worth, index) : best[i];
                }
            }
        }

        var chain = new List<Match>();
        for (var last = BestBelow(questions.Count).Match; last >= 0; last = before[last])
        {
            chain.Add(matches[last]);
        }

        chain.Reverse();
        return chain;

        (double Worth, int Match) BestBelow(int question)
        {
            var found = (Worth: 0.0, Match: -1);
            for (var i = question; i > 0; i -= i & -i)
            {
                found = best[i].Worth > found.Worth ? best[i] : found;
            }

            return found;
        }
    }

    /// <summary>A reply that repeats nothing but uses the labels of the inquiry, all of its own list and in their order.</summary>
    private List<ReplyMark> Labelled(List<Place> places)
    {
        var asked = Enumerable.Range(0, questions.Count).Where(index => questions[index].IsAsked && questions[index].OwnPath is not null).ToList();
        var marks = new List<ReplyMark>();
        var next = 0;
        foreach (var place in places.Where(place => place.Path is not null))
        {
            if (next < asked.Count && IsLabelOf(questions[asked[next]], place.Path!) && IsLastPlace(places, place))
            {
                marks.Add(new ReplyMark { Start = place.Start, LabelEnd = place.LabelEnd, HeadingEnd = place.LabelEnd, Label = place.Label, Path = place.Path, Questions = [asked[next]] });
                next++;
            }
        }

        return next > 1 && next == asked.Count ? marks : [];
    }

    private static bool IsLastPlace(List<Place> places, Place place) => places.FindLast(other => other.Line == place.Line) == place;

    private void Resolve(List<ReplyMark> marks)
    {
        var reached = -1;
        foreach (var mark in marks)
        {
            if (named.TryGetValue(mark, out var label))
            {
                mark.Questions = Resolve(mark, label.Refs, reached);
                reached = mark.Questions.Count > 0 ? mark.Questions[^1] : reached;
            }
        }

        if (numbers.AreCounted && named.Count > 0 && questions.Count > 1)
        {
            doubts.Add(ArchiveDoubtKind.PairedByOrder, paper, marks[0].Start, "Die Anfrage nummeriert ihre Fragen nicht; die Nummern im Antwortschreiben wurden in der Reihenfolge der Fragen gezählt.");
        }
    }

    /// <summary>The questions that the references mean; those that mean nothing become doubts.</summary>
    public List<int> Resolve(ReplyMark mark, IReadOnlyList<QuestionRef> refs, int reached)
    {
        var found = new List<int>();
        foreach (var (path, until) in refs)
        {
            if (numbers.Find(path, reached + 1) is not var (first, sharing))
            {
                doubts.Add(ArchiveDoubtKind.UnknownQuestion, paper, mark.Start, $"„{mark.Label}“ nennt die Frage {path}, die es in der Anfrage nicht gibt.");
                continue;
            }

            if (sharing > 1 && char.IsAsciiDigit(path[0]))
            {
                doubts.Add(ArchiveDoubtKind.LabelAmbiguous, paper, mark.Start, $"„{mark.Label}“ passt auf {sharing} Fragen mit derselben Nummer; genommen wurde die nächste der Reihe nach.");
            }

            found.AddRange(until is not null && numbers.Find(until, first) is var (last, _) && last >= first ? numbers.Range(first, last) : numbers.Asked(first));
            reached = found.Count > 0 ? found[^1] : reached;
        }

        return [.. found.Distinct()];
    }
}
