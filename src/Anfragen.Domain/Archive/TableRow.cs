using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>A row "1 | Wie viele? | Zwölf." of a table of questions and answers, with tabs or bars between.</summary>
internal sealed record TableRow(int Start, int QuestionStart, int QuestionEnd, int AnswerStart, string Label, string Path)
{
    public static TableRow? Scan(string text, int from, int to)
    {
        var sign = text.AsSpan(from, to - from).Contains('\t') ? '\t' : '|';
        var cells = new List<(int From, int To)>();
        for (var start = from; start <= to && cells.Count < 4;)
        {
            var end = text.IndexOf(sign, start, to - start);
            end = end < 0 ? to : end;
            var cell = SourceLines.Trim(text, start, end);
            if (cell.From < cell.To)
            {
                cells.Add(cell);
            }

            start = end + 1;
        }

        if (cells.Count < 3 || cells[0].To - cells[0].From > 12)
        {
            return null;
        }

        var label = text[cells[0].From..cells[0].To];
        return ReadQuestion.PathOf(label) is { } path && Phrases.HasQuestionMark(text.AsSpan(cells[1].From, cells[1].To - cells[1].From))
            ? new TableRow(from, cells[1].From, cells[1].To, cells[2].From, label, path)
            : null;
    }

    public ReplyMark Mark(IReadOnlyList<int> questions, bool isSource) => new()
    {
        Start = Start,
        LabelEnd = QuestionStart,
        HeadingEnd = QuestionEnd,
        AnswerStart = AnswerStart,
        Label = Label,
        Questions = questions,
        IsSource = isSource,
    };
}
