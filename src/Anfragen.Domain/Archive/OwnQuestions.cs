using System.Globalization;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Finds the questions in a reply that came without its inquiry, and the marks of its answers.</summary>
internal sealed class OwnQuestions(PaperText paper, DoubtList doubts)
{
    private const int DeepestLevel = 6;
    private const int MostNumbersOfRange = 50;

    private readonly List<ReadQuestion> questions = [];
    private readonly Dictionary<(string? Path, string Words), int> asked = [];
    private readonly List<ReplyMark> marks = [];
    private readonly List<(ReplyMark Mark, ReplyLabel Label)> answers = [];
    private readonly List<Found> found = [];

    private sealed record Found(int Start, int LabelEnd, string? Label, OutlineNode? Node, int Level)
    {
        public int SegmentEnd { get; set; }

        public int? HeadingEnd { get; set; }

        public bool IsKept { get; set; }

        public bool IsUnsure { get; set; }
    }

    public IReadOnlyList<ReadQuestion> Questions => questions;

    public List<ReplyMark> Find(int from, int to)
    {
        var blanked = paper.Text.ToCharArray();
        Array.Fill(blanked, ' ', 0, from);
        Array.Fill(blanked, ' ', to, blanked.Length - to);
        ReadLabels(from, to, blanked);
        ReadOutline(new string(blanked));
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        EndSegments(to);
        Choose();
        AddQuestions();

        if (marks.Count == 0 && answers.Count == 0)
        {
            AddParagraphsThatAsk(from, to);
        }

        ResolveAnswers();
        marks.Sort((one, other) => one.Start.CompareTo(other.Start));
        return marks;
    }

    /// <summary>"Frage 1:", "Zu Frage 1:" and table rows; their lines are blanked for the outline.</summary>
    private void ReadLabels(int from, int to, char[] blanked)
    {
        for (var i = paper.LineAt(from); i < paper.Lines.Count && paper.Lines[i].Start < to; i++)
        {
            var line = paper.Lines[i];
            if (line.IsBlank || line.From < from)
            {
                continue;
            }

            if (TableRow.Scan(paper.Text, line.From, line.To) is { } row)
            {
                Number(row.Label, row.QuestionStart, row.QuestionEnd, level: 0, isAsked: true);
                marks.Add(row.Mark([questions.Count - 1], isSource: true));
            }
            else if (ReplyLabel.Scan(paper.Text, line.From, line.To) is not { } label)
            {
                BlankQuotes(line, blanked);
                continue;
            }
            else if (label.IsAnswer || label.Refs.Count > 1 || label.Refs[0].UntilPath is not null)
            {
                answers.Add((new ReplyMark { Start = line.From, LabelEnd = label.End, Label = paper.Text[label.Start..label.End].Trim(), IsAnswer = label.IsAnswer }, label));
            }
            else
            {
                found.Add(new Found(line.From, label.End, paper.Text[label.Start..label.End].Trim(), null, 0));
            }

            Array.Fill(blanked, ' ', line.From, line.To - line.From);
        }
    }

    /// <summary>A quotation mark in front would hide the label of a quoted question.</summary>
    private void BlankQuotes(SourceLine line, char[] blanked)
    {
        for (var at = line.From; at < line.To && paper.Text[at] is '„' or '"' or '“' or '»' or '*'; at++)
        {
            blanked[at] = ' ';
        }
    }

    private void ReadOutline(string text)
    {
        var lines = SourceLines.Of(text);
        var candidates = new CandidateReader(text, lines).Read();
        var outline = new Outline(new CandidateIndex(candidates));
        var line = -1;
        var isTaken = true;
        foreach (var candidate in candidates)
        {
            isTaken = candidate.Line != line || isTaken || candidate.Place != LabelPlace.Nested;
            line = candidate.Line;
            isTaken = isTaken && outline.TryAdd(candidate);
        }

        foreach (var root in outline.Roots)
        {
            Add(root, 0);
        }

        void Add(OutlineNode node, int level)
        {
            var first = lines[node.Candidate!.Line];
            var isFirst = node.Start == first.From;
            var end = BehindWordQuestion(node.TextStart);
            found.Add(new Found(isFirst ? paper.Lines[paper.LineAt(node.Start)].From : node.Start, end, paper.Text[node.Start..end].Trim(), node, level));
            foreach (var child in node.Children)
            {
                Add(child, Math.Min(level + 1, DeepestLevel));
            }
        }
    }

    /// <summary>"1. Frage: …" carries its label in two parts.</summary>
    private int BehindWordQuestion(int end)
    {
        var at = SourceLines.Trim(paper.Text, end, paper.Text.Length).From;
        const string Word = "Frage:";
        return string.CompareOrdinal(paper.Text, at, Word, 0, Word.Length) == 0 ? at + Word.Length : end;
    }

    private void EndSegments(int to)
    {
        var starts = found.Select(item => item.Start).Concat(answers.Select(answer => answer.Mark.Start)).Concat(marks.Select(mark => mark.Start)).Append(to).Order().ToList();
        foreach (var item in found)
        {
            var next = starts.BinarySearch(item.Start);
            while (starts[next] <= item.Start && next < starts.Count - 1)
            {
                next++;
            }

            item.SegmentEnd = starts[next];
            item.HeadingEnd = QuestionHeading.EndIn(paper, item.LabelEnd, Math.Max(item.LabelEnd, item.SegmentEnd));
        }
    }

    private void Choose()
    {
        var byNode = found.Where(item => item.Node is not null).ToDictionary(item => item.Node!);
        var named = answers.SelectMany(answer => answer.Label.Refs).SelectMany(Paths).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var item in found)
        {
            item.IsKept = item.Node is null || item.HeadingEnd is not null || IsNamed(item, named);
        }

        // Bullets below a question ask only when all of them do; children come before their parents.
        foreach (var item in Enumerable.Reverse(found).Where(item => item.Node is not null))
        {
            var children = item.Node!.Children.ConvertAll(child => byNode[child]);
            if (children.Exists(child => child.Node!.Candidate!.Token.Shape == LabelShape.Bullet) && !children.TrueForAll(child => child.IsKept))
            {
                children.ForEach(child => child.IsKept = false);
            }

            item.IsKept |= children.Exists(child => child.IsKept);
        }

        KeepListsWhole(byNode);
    }

    /// <summary>Among questions with a mark one without it is a question too, if it goes on with their numbers: "3. Bitte nennen Sie …".</summary>
    private void KeepListsWhole(Dictionary<OutlineNode, Found> byNode)
    {
        Found? last = null;
        foreach (var item in found.Where(item => item.Node is { StartsList: false } || item.IsKept))
        {
            if (!item.IsKept && last is not null && item.Level == last.Level && IsNext(last, item) && Paragraphs.In(paper.Text, paper.Lines, item.LabelEnd, item.SegmentEnd).Count > 0 && byNode.ContainsKey(item.Node!))
            {
                item.IsKept = true;
                item.IsUnsure = true;
            }

            last = item.IsKept ? item : last;
        }
    }

    /// <summary>"Zu a)" says that "a)" was a question, with or without a question mark.</summary>
    private static bool IsNamed(Found item, HashSet<string> named) =>
        item.Level > 0 && item.Node!.Candidate!.Token.Readings.Any(reading => reading.Path is not null && named.Contains(reading.Path));

    private static bool IsNext(Found one, Found next) =>
        one.Node?.Candidate is { } before && next.Node!.Candidate!.Token.Readings.Any(reading =>
            reading.Value > 1 && before.Token.Readings.Any(other => other.Style == reading.Style && other.Value + 1 == reading.Value && other.ParentPath == reading.ParentPath));

    /// <summary>In the order of the text; a number that only a label names takes its place there without words.</summary>
    private void AddQuestions()
    {
        var kept = found.FindAll(item => item.IsKept);
        var numbered = kept.Select(item => ReadQuestion.PathOf(item.Label)).Concat(questions.Select(question => question.OwnPath)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var next = 0;
        foreach (var (mark, label) in answers)
        {
            for (; next < kept.Count && kept[next].Start < mark.Start; next++)
            {
                AddQuestion(kept[next]);
            }

            foreach (var path in label.Refs.SelectMany(Paths).Where(path => path.All(char.IsAsciiDigit) && numbered.Add(path)))
            {
                AddWordless(path, mark);
            }
        }

        kept.GetRange(next, kept.Count - next).ForEach(AddQuestion);
    }

    private void AddWordless(string path, ReplyMark mark)
    {
        questions.Add(new ReadQuestion { Level = 0, Label = path, Text = null, IsAsked = true, OwnPath = path, FullPath = path });
        doubts.Add(ArchiveDoubtKind.QuestionTextMissing, paper, mark.Start, $"Der Wortlaut der Frage {path} steht nicht für sich im Antwortschreiben; er ist nachzutragen.");
    }

    private void AddQuestion(Found item)
    {
        var paragraphs = Paragraphs.In(paper.Text, paper.Lines, item.LabelEnd, item.SegmentEnd);
        var marker = QuestionHeading.MarkerIn(paper, item.LabelEnd, item.SegmentEnd);
        var isStem = item.HeadingEnd is null && item.Node is { Children.Count: > 0 } && !item.IsUnsure;
        var end = marker?.Start ?? item.HeadingEnd ?? (isStem ? item.SegmentEnd : paragraphs.Count > 0 ? paragraphs[0].To : item.LabelEnd);
        if (SameAsBefore(item, end) is { } known)
        {
            marks.Add(new ReplyMark { Start = item.Start, LabelEnd = item.LabelEnd, HeadingEnd = end, AnswerStart = marker?.End ?? 0, Label = item.Label, Questions = [known] });
            return;
        }

        if (item.IsUnsure || (item.HeadingEnd is null && !isStem && marker is null))
        {
            doubts.Add(ArchiveDoubtKind.HeadingUnsure, paper, item.Start, $"Bei „{item.Label}“ ist nicht sicher, wo die Frage endet und die Antwort beginnt.");
        }

        Number(item.Label, item.LabelEnd, end, item.Level, isAsked: !isStem);
        marks.Add(new ReplyMark
        {
            Start = item.Start,
            LabelEnd = item.LabelEnd,
            HeadingEnd = end,
            AnswerStart = marker?.End ?? 0,
            Label = item.Label,
            Questions = [questions.Count - 1],
            IsSource = true,
        });
    }

    /// <summary>All questions first and once more above their answers: the second time is a heading.</summary>
    private int? SameAsBefore(Found item, int end)
    {
        var words = Letters(paper.Passage(item.LabelEnd, end)?.Text);
        return words.Length > 0 && asked.TryGetValue((ReadQuestion.PathOf(item.Label), words), out var index) ? index : null;
    }

    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private void Number(string? label, int from, int to, int level, bool isAsked)
    {
        var own = ReadQuestion.PathOf(label);
        level = Math.Min(level, questions.Count == 0 ? 0 : questions[^1].Level + 1);
        var parent = level == 0 ? null : questions.FindLast(question => question.Level == level - 1);
        questions.Add(new ReadQuestion
        {
            Level = level,
            Label = label,
            Text = from < to ? QuestionHeading.Plain(paper.Passage(from, to)) : null,
            IsAsked = isAsked,
            OwnPath = own,
            FullPath = ReadQuestion.Below(parent?.FullPath, own),
        });
        asked.TryAdd((own, Letters(questions[^1].Text?.Text)), questions.Count - 1);
    }

    /// <summary>A reply that repeats the questions without any label.</summary>
    private void AddParagraphsThatAsk(int from, int to)
    {
        var paragraphs = Paragraphs.In(paper.Text, paper.Lines, from, to);
        for (var i = 0; i + 1 < paragraphs.Count; i++)
        {
            if (QuestionHeading.EndIn(paper, paragraphs[i].From, paragraphs[i].To) != paragraphs[i].To)
            {
                continue;
            }

            Number(null, paragraphs[i].From, paragraphs[i].To, 0, isAsked: true);
            marks.Add(new ReplyMark { Start = paragraphs[i].From, LabelEnd = paragraphs[i].From, HeadingEnd = paragraphs[i].To, Questions = [questions.Count - 1], IsSource = true });
            doubts.Add(ArchiveDoubtKind.HeadingUnsure, paper, paragraphs[i].From, "Dieser Absatz ohne Nummer wurde als Frage gelesen.");
        }
    }

    private void ResolveAnswers()
    {
        var known = new QuestionNumbers(questions);
        var added = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, mark) in answers.SelectMany(answer => answer.Label.Refs.SelectMany(Paths).Select(path => (path, answer.Mark))))
        {
            if (known.Find(path, 0) is null && added.Add(path))
            {
                AddWordless(path, mark);
            }
        }

        var numbers = new MarkFinder(paper, questions, doubts);
        var reached = -1;
        foreach (var (mark, label) in answers)
        {
            mark.Questions = numbers.Resolve(mark, label.Refs, reached);
            reached = mark.Questions.Count > 0 ? mark.Questions[^1] : reached;
        }

        marks.AddRange(answers.Select(answer => answer.Mark));
    }

    private static IEnumerable<string> Paths(QuestionRef named)
    {
        if (named.UntilPath is null)
        {
            return [named.Path];
        }

        return int.TryParse(named.Path, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(named.UntilPath, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last >= first && last - first < MostNumbersOfRange
            ? Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))
            : [named.Path, named.UntilPath];
    }
}
