using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Reads a reply or supplement: remarks, headings, answers, signature; and the questions when no inquiry is there.</summary>
internal sealed class ReplyPaper
{
    private const double Repeats = 0.5;
    private const int LongestHeading = 100;
    private const int FirstLines = 300;

    private readonly PaperText paper;
    private readonly DoubtList doubts;
    private readonly List<ReplyMark> marks;
    private readonly MarkFinder finder;
    private readonly int bodyEnd;
    private readonly bool ownsQuestions;
    private readonly List<ArchivedEntry> entries = [];
    private readonly List<(ReplyMark? Mark, ArchivedHeading Heading)> waiting = [];
    private readonly List<ArchivedText> remarks = [];
    private readonly HashSet<int> answered = [];
    private HashSet<int> answeredByName = [];

    /// <param name="paper">The text.</param>
    /// <param name="known">The questions of the inquiry; null when the reply has to tell them.</param>
    /// <param name="doubts">Collects what is not sure.</param>
    public ReplyPaper(PaperText paper, IReadOnlyList<ReadQuestion>? known, DoubtList doubts)
    {
        this.paper = paper;
        this.doubts = doubts;
        ownsQuestions = known is null;
        finder = new MarkFinder(paper, known ?? [], doubts);
        HeadEnd = LetterHead.EndOf(paper, finder.IsRepeatedAt);
        bodyEnd = Signature.StartIn(paper, HeadEnd);
        if (known is null)
        {
            var own = new OwnQuestions(paper, doubts);
            marks = own.Find(HeadEnd, bodyEnd);
            Questions = own.Questions;
            finder = new MarkFinder(paper, own.Questions, doubts);
        }
        else
        {
            marks = finder.Find(HeadEnd, bodyEnd);
            Questions = known;
        }

        Read();
    }

    public int HeadEnd { get; }

    public IReadOnlyList<ReadQuestion> Questions { get; }

    /// <summary>What a reply that quotes the whole inquiry says before the questions.</summary>
    public ArchivedText? Preamble { get; private set; }

    /// <summary>The reply repeats the inquiry as a whole, so that the head is the inquiry's.</summary>
    public bool QuotesInquiry { get; private set; }

    /// <summary>A day in the line that announces the answers: "Das Bezirksamt beantwortet die Anfrage wie folgt: 08.07.2025".</summary>
    public GermanDate.Found? Answered { get; private set; }

    public ArchivedText? PreliminaryRemark => Joined(remarks);

    public IReadOnlyList<ArchivedEntry> Entries => entries;

    public ArchivedText? ClosingRemark { get; private set; }

    public ArchivedSignature? Signed { get; private set; }

    /// <summary>Place and day of the letterhead, for a signature without its own.</summary>
    public void SignAt(string place, ArchivedDate? day) => Signed = Signed! with { Place = place, Day = day?.Day, DayAsWritten = day?.AsWritten };

    private static ArchivedText? Joined(List<ArchivedText> texts) => texts.Count == 0
        ? null
        : new ArchivedText(string.Concat(texts.Select(text => text.Verbatim + (text == texts[^1] ? "" : "\n\n"))), string.Join("\n\n", texts.Select(text => text.Text)));

    private void Read()
    {
        paper.Mark(ArchivedPartKind.Signature, bodyEnd, paper.Text.Length);
        Signed = Signature.Read(paper, bodyEnd);
        var end = TakeClosingRemark();
        if (marks.Count == 0)
        {
            TakeWhole(end);
            return;
        }

        answeredByName = [.. marks.Where(mark => mark.IsAnswer).SelectMany(mark => mark.Questions)];
        for (var i = 0; i < marks.Count; i++)
        {
            var to = i + 1 < marks.Count ? marks[i + 1].Start : end;
            FindHeading(marks[i], to);
            if (!paper.IsBlank(marks[i].AnswerStart, to))
            {
                answered.UnionWith(marks[i].Questions);
            }
        }

        TakeBefore(marks[0].Start);
        for (var i = 0; i < marks.Count; i++)
        {
            TakeMark(marks[i], i + 1 < marks.Count ? marks[i + 1].Start : end, isLast: i == marks.Count - 1);
        }

        NameUnanswered();
    }

    private void TakeWhole(int end)
    {
        var from = SkipOpenings(HeadEnd, end, areAnswersBelow: false);
        var asked = Enumerable.Range(0, Questions.Count).Where(index => Questions[index].IsAsked).ToList();
        if (paper.Take(ArchivedPartKind.Answer, from, end) is not { } answer)
        {
            return;
        }

        if (paper.Kind == ArchivedDocumentKind.Supplement && paper.Text.AsSpan(0, Math.Min(paper.Text.Length, FirstLines)).Contains("Anlage", StringComparison.Ordinal))
        {
            entries.Add(new ArchivedEntry([], [], answer));
            doubts.Add(ArchiveDoubtKind.Annex, paper, "Dieses Schriftstück beantwortet keine Frage für sich; es ist wohl eine Anlage.");
            return;
        }

        entries.Add(new ArchivedEntry([.. asked.Select(index => index + 1)], [], answer));
        if (asked.Count != 1)
        {
            doubts.Add(
                ArchiveDoubtKind.WholeReply, paper, from,
                asked.Count == 0 ? "Das Antwortschreiben nennt keine Frage; sein Text wurde als eine Antwort übernommen." : "Das Antwortschreiben nennt keine einzelne Frage; sein Text wurde als eine Antwort auf alle Fragen übernommen.");
        }
    }

    /// <summary>Behind salutation, formulas and titles at the beginning of the stretch.</summary>
    private int SkipOpenings(int from, int to, bool areAnswersBelow)
    {
        foreach (var paragraph in Paragraphs.In(paper.Text, paper.Lines, from, to))
        {
            var start = BehindOpening(paragraph, areAnswersBelow);
            if (start < paragraph.To)
            {
                return start;
            }

            from = paragraph.To;
        }

        return from;
    }

    /// <summary>Where a paragraph's own words begin: its end for a formula, its second line below a title.</summary>
    private int BehindOpening(Paragraph paragraph, bool areAnswersBelow)
    {
        if (LetterPhrases.IsOpening(paragraph.Of(paper.Text), areAnswersBelow))
        {
            return paragraph.To;
        }

        var first = paper.LineAt(paragraph.From);
        var isTitled = paper.Lines[first].To < paragraph.To && paper.Lines[first].From == paragraph.From
            && (LetterPhrases.IsOpening(paper.Words(first), areAnswersBelow: false) || LetterPhrases.IsSalutation(paper.Words(first)));
        return isTitled ? SourceLines.Trim(paper.Text, paper.Lines[first].To, paragraph.To).From : paragraph.From;
    }

    private void TakeBefore(int to)
    {
        var isListedFirst = ownsQuestions && marks.Exists(mark => mark.IsAnswer) && marks.TrueForAll(mark => mark.IsAnswer || mark.Questions.All(IsAnsweredBelow));
        var heading = SectionHeadingBefore(HeadEnd, to);
        if (isListedFirst || (ownsQuestions && LetterPhrases.IsAskersAnnouncement(paper.Text.AsSpan(HeadEnd, to - HeadEnd))))
        {
            QuotesInquiry = true;
            Preamble = paper.Take(ArchivedPartKind.Preamble, SkipOpenings(HeadEnd, to, areAnswersBelow: true), to);
            return;
        }

        TakeRemarks(HeadEnd, heading?.From ?? to);
        TakeSectionHeading(heading, to);
    }

    private void TakeRemarks(int from, int to)
    {
        foreach (var paragraph in Paragraphs.In(paper.Text, paper.Lines, from, to).Where(paragraph => LetterPhrases.IsFormula(paragraph.Of(paper.Text))))
        {
            Answered ??= GermanDate.Find(paragraph.Of(paper.Text).ToString());
        }

        var own = Paragraphs.In(paper.Text, paper.Lines, from, to)
            .Select(paragraph => paragraph with { From = BehindOpening(paragraph, areAnswersBelow: true) })
            .Where(paragraph => paragraph.From < paragraph.To)
            .ToList();
        if (own.Count > 0 && paper.Take(ArchivedPartKind.PreliminaryRemark, own[0].From, own[^1].To) is { } remark)
        {
            remarks.Add(remark);
        }
    }

    private void TakeMark(ReplyMark mark, int to, bool isLast)
    {
        paper.Mark(mark.IsSource ? ArchivedPartKind.Question : ArchivedPartKind.Heading, mark.Start, mark.HeadingEnd);
        paper.Mark(ArchivedPartKind.Heading, mark.HeadingEnd, mark.AnswerStart);
        waiting.Add((mark, HeadingOf(mark)));

        var section = isLast ? null : SectionHeadingBefore(mark.AnswerStart, to);
        var end = section?.From ?? to;
        if (!mark.IsAnswer && mark.Questions.Count > 0 && mark.Questions.All(IsAnsweredBelow))
        {
            TakeRemarks(mark.AnswerStart, end);
        }
        else if (paper.Take(ArchivedPartKind.Answer, mark.AnswerStart, end) is { } answer)
        {
            AddEntry(mark, answer);
            DoubtQuestionsInside(mark, end);
        }

        TakeSectionHeading(section, to);
    }

    private bool IsAnsweredBelow(int question) => answeredByName.Contains(question) || HasAnsweredChild(question);

    /// <summary>The one question is a part of the other.</summary>
    private bool IsAbove(int question, int below)
    {
        var last = question;
        while (last + 1 < Questions.Count && Questions[last + 1].Level > Questions[question].Level)
        {
            last++;
        }

        return below > question && below <= last;
    }

    private bool HasAnsweredChild(int question)
    {
        for (var i = question + 1; i < Questions.Count && Questions[i].Level > Questions[question].Level; i++)
        {
            if (answeredByName.Contains(i))
            {
                return true;
            }
        }

        return false;
    }

    private void FindHeading(ReplyMark mark, int to)
    {
        if (mark.HeadingEnd == 0)
        {
            mark.HeadingEnd = mark.LabelEnd;
            var repeated = ownsQuestions ? null : Repeated(mark, to);
            var asks = repeated ?? (QuestionHeading.EndIn(paper, mark.LabelEnd, to) is { } end && (!mark.IsAnswer || !paper.IsBlank(end, to)) ? end : null);
            mark.HeadingEnd = QuestionHeading.MarkerIn(paper, mark.LabelEnd, to)?.Start ?? asks ?? mark.HeadingEnd;
        }

        if (mark.AnswerStart == 0)
        {
            var (from, _) = SourceLines.Trim(paper.Text, mark.HeadingEnd, to);
            var line = paper.LineAt(from);
            var marker = from < to ? LetterPhrases.AnswerMarker(paper.Text.AsSpan(from, Math.Max(0, paper.Lines[line].To - from))) : 0;
            mark.AnswerStart = marker > 0 ? from + marker : mark.HeadingEnd;
        }
    }

    private int? Repeated(ReplyMark mark, int to)
    {
        var best = mark.Questions.Select(question => finder.Compare(mark.LabelEnd, question, to)).DefaultIfEmpty((0, 0)).MaxBy(found => found.Item1);
        return best.Item1 >= Repeats ? best.Item2 : null;
    }

    private ArchivedHeading HeadingOf(ReplyMark mark)
    {
        var text = QuestionHeading.Plain(paper.Passage(mark.LabelEnd, mark.HeadingEnd));
        var question = mark.Questions.Count > 0 ? mark.Questions[0] : (int?)null;
        var isReworded = text is not null && question is { } asked && !mark.IsSource && mark.Questions.All(index => Letters(Questions[index].Text?.Text) != Letters(text.Text));
        if (isReworded && Questions[question!.Value].Text is not null)
        {
            doubts.Add(ArchiveDoubtKind.Reworded, paper, mark.Start, $"{Name(question.Value)} ist im Antwortschreiben anders formuliert.");
        }

        NameOtherLabel(mark);
        return new ArchivedHeading(question + 1, mark.Label, text, isReworded);
    }

    private void NameOtherLabel(ReplyMark mark)
    {
        if (mark.IsSource || mark.Questions.Count != 1 || mark.Path is not { } path || Questions[mark.Questions[0]] is not { OwnPath: { } own } question)
        {
            return;
        }

        if (path != own && path != question.FullPath && !path.EndsWith("." + own, StringComparison.Ordinal))
        {
            doubts.Add(ArchiveDoubtKind.LabelDiffers, paper, mark.Start, $"{Name(mark.Questions[0])} trägt im Antwortschreiben die Nummer „{mark.Label}“.");
        }
    }

    private void AddEntry(ReplyMark mark, ArchivedText answer)
    {
        var questions = new SortedSet<int>(mark.Questions);
        var joint = finder.Resolve(mark, ReplyLabel.JointStatement(answer.Text), -1);
        questions.UnionWith(joint);
        var assumed = waiting.Where(item => item.Mark is not null && item.Mark != mark)
            .SelectMany(item => item.Mark!.Questions)
            .Where(question => Questions[question].IsAsked && !answered.Contains(question) && !IsAnsweredBelow(question) && !mark.Questions.Any(below => IsAbove(question, below)))
            .Except(questions)
            .Order()
            .ToList();
        if (assumed.Count > 0)
        {
            questions.UnionWith(assumed);
            doubts.Add(
                ArchiveDoubtKind.JointAssumed, paper, mark.Start,
                $"Zu {Names(assumed)} steht keine eigene Antwort; die Antwort nach {Short(mark)} wird allen zugeordnet.");
        }

        if (mark.Questions.Count == 0)
        {
            doubts.Add(ArchiveDoubtKind.UnknownQuestion, paper, mark.Start, "Zu dieser Antwort wurde keine Frage gefunden.");
        }

        entries.Add(new ArchivedEntry([.. questions.Select(index => index + 1)], [.. waiting.Select(item => item.Heading)], answer));
        waiting.Clear();
    }

    /// <summary>An answer that holds a paragraph of questions may hold an answer to something that has no number.</summary>
    private void DoubtQuestionsInside(ReplyMark mark, int to)
    {
        var paragraphs = Paragraphs.In(paper.Text, paper.Lines, mark.AnswerStart, to);
        foreach (var paragraph in paragraphs.Skip(1).SkipLast(1).Where(paragraph => paragraph.Of(paper.Text)[^1] == '?'))
        {
            doubts.Add(ArchiveDoubtKind.QuestionInAnswer, paper, paragraph.From, $"In der Antwort zu {Short(mark)} steht eine weitere Frage ohne Nummer; sie könnte eine eigene sein.");
        }
    }

    private readonly record struct Section(int From, int To);

    /// <summary>A short line by itself right above a mark, behind a finished sentence, heads what follows.</summary>
    private Section? SectionHeadingBefore(int from, int to)
    {
        var paragraphs = Paragraphs.In(paper.Text, paper.Lines, from, to);
        if (paragraphs.Count == 0)
        {
            return null;
        }

        var last = paragraphs[^1];
        var words = last.Of(paper.Text);
        var isLine = words.Length <= LongestHeading && words.IndexOfAny('\n', '\r') < 0 && char.IsUpper(words[0]) && words.IndexOfAnyInRange('0', '9') < 0;
        var isOpen = Phrases.EndsSentence(words) || words[^1] is ':' or ',' or ';' || words.Count(' ') == 0 || words.Contains('\t') || LetterPhrases.IsOpening(words, areAnswersBelow: true);
        var followsSentence = paragraphs.Count == 1 ? from == HeadEnd : Phrases.EndsSentence(paragraphs[^2].Of(paper.Text));
        return isLine && !isOpen && followsSentence ? new Section(last.From, last.To) : null;
    }

    private void TakeSectionHeading(Section? section, int to)
    {
        if (section is not { } found)
        {
            return;
        }

        doubts.Add(ArchiveDoubtKind.SectionHeading, paper, found.From, $"„{paper.Text[found.From..found.To]}“ wurde als Zwischenüberschrift gelesen.");
        paper.Mark(ArchivedPartKind.Heading, found.From, to);
        waiting.Add((null, new ArchivedHeading(null, null, paper.Passage(found.From, found.To), IsReworded: false)));
    }

    /// <summary>Paragraphs at the end that speak of the reply rather than answer; the first paragraph of an answer never does.</summary>
    private int TakeClosingRemark()
    {
        var from = marks.Count > 0 ? marks[^1].LabelEnd : HeadEnd;
        var paragraphs = Paragraphs.In(paper.Text, paper.Lines, from, bodyEnd);
        var first = paragraphs.FindIndex(Math.Min(1, paragraphs.Count), paragraph => LetterPhrases.IsClosingRemark(paragraph.Of(paper.Text)));
        if (first < 0)
        {
            DoubtLastParagraph(paragraphs);
            return bodyEnd;
        }

        doubts.Add(ArchiveDoubtKind.ClosingRemark, paper, paragraphs[first].From, "Dieser Absatz am Ende wurde als Schlussbemerkung gelesen, nicht als Teil der letzten Antwort.");
        ClosingRemark = paper.Take(ArchivedPartKind.ClosingRemark, paragraphs[first].From, bodyEnd);
        return paragraphs[first].From;
    }

    /// <summary>More than one empty line before the last paragraph sets it apart, perhaps from the answer too.</summary>
    private void DoubtLastParagraph(List<Paragraph> paragraphs)
    {
        if (marks.Count == 0 || paragraphs.Count < 3)
        {
            return;
        }

        var last = paper.LineAt(paragraphs[^1].From);
        if (last > 1 && paper.Lines[last - 1].IsBlank && paper.Lines[last - 2].IsBlank)
        {
            doubts.Add(ArchiveDoubtKind.ClosingRemark, paper, paragraphs[^1].From, "Der letzte Absatz steht abgesetzt; er könnte eine Schlussbemerkung statt eines Teils der letzten Antwort sein.");
        }
    }

    private void NameUnanswered()
    {
        foreach (var question in waiting.Where(item => item.Mark is not null).SelectMany(item => item.Mark!.Questions).Where(index => Questions[index].IsAsked && !IsAnsweredBelow(index)).Distinct())
        {
            doubts.Add(ArchiveDoubtKind.Unanswered, paper, waiting[0].Mark?.Start ?? HeadEnd, $"Zu {Name(question)} steht im Schreiben nichts.");
        }
    }

    private string Short(ReplyMark mark) => mark.Label ?? (mark.Questions.Count > 0 ? Name(mark.Questions[^1]) : "dieser Stelle");

    private string Name(int question) => ArchiveReader.NameOf(Questions, question);

    private string Names(List<int> questions) => questions.Count switch
    {
        1 => Name(questions[0]),
        > 2 when questions[^1] - questions[0] == questions.Count - 1 => $"{Name(questions[0])} bis {NumberOf(questions[^1])}",
        _ => $"{Name(questions[0])}{string.Concat(questions.Skip(1).SkipLast(1).Select(question => ", " + NumberOf(question)))} und {NumberOf(questions[^1])}",
    };

    private string NumberOf(int question) => Name(question)["Frage ".Length..];

    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
