using Anfragen.Application.Replies;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>From a notice and its template to what is typeset.</summary>
internal sealed class NoticeDocument
{
    private readonly NoticeLetter letter;
    private readonly NoticeTemplate template;
    private readonly Dictionary<string, string> values;
    private readonly List<Block> blocks = [];

    private NoticeDocument(NoticeLetter letter, NoticeTemplate template)
    {
        (this.letter, this.template) = (letter, template);
        values = LetterParts.Values(letter.Number, letter.Subject, letter.Originators, letter.Frame);
        values["Datum"] = template.Format(letter.WrittenOn);
        values["Eingang"] = template.Format(letter.ReceivedOn);
        values["Fragenzahl"] = letter.QuestionCount == 1 ? "eine Frage" : $"{letter.QuestionCount} Fragen";
        values["Zurückgewiesenes"] = letter.Questions.Count == letter.QuestionCount ? "die Anfrage"
            : letter.Questions.Count == 1 ? "die folgende Frage der Anfrage" : "die folgenden Fragen der Anfrage";
        values["Erwartet"] = letter.ExpectedOn is { } day ? template.Format(day) : "";
        values["Grund"] = LetterParts.OneLine(letter.Reason);
    }

    public static Document From(NoticeLetter letter, NoticeTemplate template, Artwork? emblem) => new NoticeDocument(letter, template).Compose(emblem);

    private Document Compose(Artwork? emblem)
    {
        blocks.Add(new Heading(1, null, template.FirstLine.Runs(values), BoldAsMarked: true));
        AddParagraphs(template.Opening);
        if (letter.Kind == NoticeKind.Rejection) AddRejected();
        else if (letter.Questions.Count > 0) blocks.Add(new Quotation([.. letter.Questions.Select(Repeated)]));
        AddParagraphs(template.Closing);
        return new Document(
            template.Title.Plain(values), template.Subject.Plain(values), template.Author.Plain(values), "de-DE", letter.CreatedAt,
            LetterParts.Head(template, letter.Frame, emblem, values, template.RunningHeader.Plain(values), letter.Originators, letter.WrittenOn, []),
            blocks);
    }

    private void AddParagraphs(IEnumerable<TemplateText> lines)
    {
        // A line whose brackets are empty is no paragraph.
        foreach (var runs in lines.Select(line => line.Runs(values)).Where(runs => runs.Count > 0)) blocks.Add(new Paragraph(runs));
    }

    // Neighbours that were rejected for one reason are told it once.
    private void AddRejected()
    {
        for (var index = 0; index < letter.Questions.Count; index++)
        {
            var (question, reason) = (letter.Questions[index].Question, letter.Questions[index].Reason ?? "");
            blocks.Add(LetterParts.Question(question));
            if (index + 1 < letter.Questions.Count && letter.Questions[index + 1].Reason == reason) continue;
            var paragraphs = reason.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            blocks.Add(new Paragraph(template.Reason.Runs(new Dictionary<string, string>(values) { ["Begründung"] = LetterParts.OneLine(paragraphs.FirstOrDefault() ?? "") })));
            blocks.AddRange(paragraphs.Skip(1).Select(paragraph => new Paragraph(LetterParts.Verbatim(paragraph))));
        }
    }

    private static Paragraph Repeated(NoticeQuestion shown)
    {
        var label = LetterParts.OneLine(shown.Question.Label ?? "");
        var words = LetterParts.Verbatim(shown.Question.Text);
        return new Paragraph(label.Length == 0 ? words : [new TextRun($"{label}\u00A0"), .. words]);
    }
}
