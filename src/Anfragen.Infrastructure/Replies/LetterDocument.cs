using Anfragen.Application.Replies;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>From a letter and a template to what is typeset.</summary>
internal sealed class LetterDocument
{
    private readonly ReplyTemplate template;
    private readonly Dictionary<string, string> values;
    private readonly List<Block> blocks = [];
    private readonly List<string> warnings = [];

    private LetterDocument(ReplyLetter letter, ReplyTemplate template)
    {
        this.template = template;
        values = LetterParts.Values(letter.Number, letter.Subject, letter.Originators, letter.Frame);
        values["AntwortVom"] = letter.Corrects is { } day ? template.Format(day) : "";
    }

    /// <summary>The document, and German sentences for the author on what in the Markdown no letter can hold.</summary>
    public static (Document Document, IReadOnlyList<string> Warnings) From(ReplyLetter letter, ReplyTemplate template, Artwork? emblem = null)
    {
        var composed = new LetterDocument(letter, template);
        return (composed.Compose(letter, emblem), composed.warnings);
    }

    private Document Compose(ReplyLetter letter, Artwork? emblem)
    {
        // A preview must not pass for the letter: it says so in its title, as its first line and on every later page.
        var mark = letter.Signature is null ? template.PreviewMark : null;
        if (mark is not null)
        {
            blocks.Add(new Paragraph([new TextRun(mark, Bold: true)]));
        }

        blocks.Add(new Heading(1, null, template.FirstLine.Runs(values), BoldAsMarked: true));
        blocks.Add(new Paragraph(template.Opening.Runs(values)));
        foreach (var item in letter.Items)
        {
            Add(item);
        }

        if (letter.Signature is { } signature)
        {
            blocks.Add(Signed(signature));
        }

        if (letter.Attachments.Count > 0)
        {
            blocks.Add(new Heading(LetterParts.QuestionLevel, null, [new TextRun(template.Attachments)]));
            blocks.Add(new ListBlock(1, [.. letter.Attachments.Select(title => new ListItem([new Paragraph([new TextRun(LetterParts.OneLine(title))])]))]));
        }

        return new Document(
            Marked(template.Title), template.Subject.Plain(values), template.Author.Plain(values), "de-DE", letter.CreatedAt,
            LetterParts.Head(
                template, letter.Frame, emblem, values, Marked(template.RunningHeader), letter.Originators, letter.Signature?.SignedOn, letter.Departments),
            blocks);

        string Marked(TemplateText line) => mark is null ? line.Plain(values) : $"{mark} · {line.Plain(values)}";
    }

    private void Add(LetterItem item)
    {
        switch (item)
        {
            case LetterRemark remark:
                AddMarkdown(remark.Markdown, LetterParts.QuestionLevel, "Bemerkung");
                break;
            case LetterEntry entry:
                AddEntry(entry);
                break;
            case LetterRejectedQuestion rejected:
                AddQuestion(rejected.Question);
                AddLine(template.RejectedQuestion, "Begründung", rejected.Reason);
                break;
            default:
                throw new NotSupportedException($"A letter cannot hold a {item.GetType().Name}.");
        }
    }

    private void AddEntry(LetterEntry entry)
    {
        foreach (var question in entry.Questions)
        {
            AddQuestion(question);
        }

        if (entry.Questions.Count > 1 && GermanList.OfLabels([.. entry.Questions.Select(question => question.Label)]) is { } labels)
        {
            AddLine(template.JointAnswer, "Fragen", labels);
        }

        if (!string.IsNullOrWhiteSpace(entry.InNameOf))
        {
            AddLine(template.ThirdPartyAnswer, "ImNamenVon", entry.InNameOf);
        }

        AddMarkdown(entry.Markdown, LetterParts.QuestionLevel + 1, entry.Questions[0].Label is { Length: > 0 } label ? $"Antwort zu {label}" : "Antwort");
    }

    private void AddQuestion(LetterQuestion question) => blocks.Add(LetterParts.Question(question));

    private void AddLine(TemplateText line, string placeholder, string value) =>
        blocks.Add(new Paragraph(line.Runs(new Dictionary<string, string>(values) { [placeholder] = LetterParts.OneLine(value) })));

    private void AddMarkdown(string markdown, int firstHeadingLevel, string place)
    {
        var text = MarkdownToBlocks.Convert(markdown, firstHeadingLevel);
        blocks.AddRange(text.Blocks);
        warnings.AddRange(text.Problems.Select(problem => $"{place}, {problem}"));
    }

    private SignatureBlock Signed(LetterSignature signature)
    {
        var placeAndDate = new Dictionary<string, string> { ["Ort"] = LetterParts.OneLine(signature.Place), ["Datum"] = template.Format(signature.SignedOn) };
        return new SignatureBlock(template.PlaceAndDate.Plain(placeAndDate), template.ConformedSignature, LetterParts.OneLine(signature.Name), LetterParts.OneLine(signature.Office));
    }
}
