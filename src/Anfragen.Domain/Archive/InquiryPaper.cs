using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Reads the text of an inquiry: preamble, question tree, rationale, signature.</summary>
internal sealed class InquiryPaper
{
    private readonly PaperText paper;
    private readonly List<ReadQuestion> questions = [];
    private int at;

    public InquiryPaper(PaperText paper)
    {
        this.paper = paper;
        HeadEnd = LetterHead.EndOf(paper, _ => false);
        at = HeadEnd;
        var end = Signature.StartIn(paper, HeadEnd);
        var split = QuestionSplitter.Split(paper.Text[HeadEnd..end]);
        Preamble = Take(ArchivedPartKind.Preamble, split.Preamble);
        TakeQuestions(split.Questions, 0, null);
        Rationale = Take(ArchivedPartKind.Rationale, split.Rationale);
        paper.Mark(ArchivedPartKind.Signature, end, paper.Text.Length);
        Signed = Signature.Read(paper, end);
    }

    /// <summary>Where the letterhead ends.</summary>
    public int HeadEnd { get; }

    public ArchivedText? Preamble { get; }

    public IReadOnlyList<ReadQuestion> Questions => questions;

    public ArchivedText? Rationale { get; }

    public ArchivedSignature? Signed { get; }

    private void TakeQuestions(IReadOnlyList<SplitQuestion> split, int level, string? parentPath)
    {
        foreach (var question in split)
        {
            var label = Range(question.Label);
            paper.Mark(ArchivedPartKind.Question, label.From, label.To);
            var own = ReadQuestion.PathOf(question.Label);
            var full = ReadQuestion.Below(parentPath, own);
            questions.Add(new ReadQuestion
            {
                Level = level,
                Label = question.Label?.Trim(),
                Text = Take(ArchivedPartKind.Question, question.Text),
                IsAsked = question.IsAsked,
                OwnPath = own,
                FullPath = full,
            });
            TakeQuestions(question.Children, level + 1, full ?? parentPath);
        }
    }

    private ArchivedText? Take(ArchivedPartKind kind, string? part)
    {
        var (from, to) = Range(part);
        return paper.Take(kind, from, to);
    }

    /// <summary>The next stretch with the visible characters of the part; the splitter keeps all of them in their order.</summary>
    private (int From, int To) Range(string? part)
    {
        var visible = part?.Count(c => !SourceLines.IsInvisible(c)) ?? 0;
        while (visible > 0 && SourceLines.IsInvisible(paper.Text[at]))
        {
            at++;
        }

        var from = at;
        for (; visible > 0; at++)
        {
            visible -= SourceLines.IsInvisible(paper.Text[at]) ? 0 : 1;
        }

        return (from, at);
    }
}
