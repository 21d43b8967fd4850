using System.Text.RegularExpressions;
using Anfragen.Application.Replies;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>From a letter and a template to what is typeset.</summary>
internal sealed partial class LetterDocument
{
    private const int QuestionLevel = 2;

    private readonly ReplyTemplate template;
    private readonly Dictionary<string, string> values;
    private readonly List<Block> blocks = [];
    private readonly List<string> warnings = [];

    private LetterDocument(ReplyLetter letter, ReplyTemplate template)
    {
        this.template = template;
        values = new()
        {
            ["Nummer"] = OneLine(letter.Number),
            ["Betreff"] = OneLine(letter.Subject),
            ["Antragsteller"] = GermanList.And(letter.Originators.Select(originator => OneLine(originator.Name))),
            ["AntragstellerGenitiv"] = GermanList.And(letter.Originators.Select(originator => OneLine(originator.Genitive))),
            ["Kurzname"] = string.Join(", ", letter.Originators.Select(originator => OneLine(originator.Short)).Where(name => name.Length > 0).Distinct()),
        };
    }

    /// <summary>The document, and German sentences for the author on what in the Markdown no letter can hold.</summary>
    public static (Document Document, IReadOnlyList<string> Warnings) From(ReplyLetter letter, ReplyTemplate template)
    {
        var composed = new LetterDocument(letter, template);
        return (composed.Compose(letter), composed.warnings);
    }

    private Document Compose(ReplyLetter letter)
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

        return new Document(
            Marked(template.Title), template.Subject.Plain(values), template.Author, "de-DE", letter.CreatedAt,
            new Letterhead(template.Sender, template.Office, Marked(template.RunningHeader), template.Footer.Plain(values), template.AccentColor),
            blocks);

        string Marked(TemplateText line) => mark is null ? line.Plain(values) : $"{mark} · {line.Plain(values)}";
    }

    private void Add(LetterItem item)
    {
        switch (item)
        {
            case LetterRemark remark:
                AddMarkdown(remark.Markdown, QuestionLevel, "Bemerkung");
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

        AddMarkdown(entry.Markdown, QuestionLevel + 1, entry.Questions[0].Label is { Length: > 0 } label ? $"Antwort zu {label}" : "Antwort");
    }

    private void AddQuestion(LetterQuestion question) =>
        blocks.Add(new Heading(QuestionLevel, string.IsNullOrWhiteSpace(question.Label) ? null : OneLine(question.Label), Verbatim(question.Text)));

    private void AddLine(TemplateText line, string placeholder, string value) =>
        blocks.Add(new Paragraph(line.Runs(new Dictionary<string, string>(values) { [placeholder] = OneLine(value) })));

    private void AddMarkdown(string markdown, int firstHeadingLevel, string place)
    {
        var text = MarkdownToBlocks.Convert(markdown, firstHeadingLevel);
        blocks.AddRange(text.Blocks);
        warnings.AddRange(text.Problems.Select(problem => $"{place}, {problem}"));
    }

    private SignatureBlock Signed(LetterSignature signature)
    {
        var placeAndDate = new Dictionary<string, string> { ["Ort"] = OneLine(signature.Place), ["Datum"] = template.Format(signature.SignedOn) };
        return new SignatureBlock(template.PlaceAndDate.Plain(placeAndDate), template.ConformedSignature, OneLine(signature.Name), OneLine(signature.Office));
    }

    /// <summary>
    /// A question's own words. Where the asker began a new thought (a sentence ended, a list item begins) the line ends in the letter too;
    /// other line ends are those of the asker's window and mean nothing.
    /// </summary>
    private static List<Run> Verbatim(string text)
    {
        var runs = new List<Run>();
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines.Select(OneLine))
        {
            if (runs.LastOrDefault() is not TextRun before)
            {
                runs.Add(new TextRun(line));
            }
            else if (EndsThought().IsMatch(before.Text) || BeginsItem().IsMatch(line))
            {
                runs.AddRange([new LineBreakRun(), new TextRun(line)]);
            }
            else
            {
                runs[^1] = before with { Text = $"{before.Text} {line}" };
            }
        }

        return runs;
    }

    private static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim(' ');

    // Not \s: the no-break space is the author's will.
    [GeneratedRegex(@"[ \t\r\n\v\f\u0085\u2028\u2029]+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("[.:;?!…][“”\"»«)]*$")]
    private static partial Regex EndsThought();

    [GeneratedRegex(@"^([-–•*·]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z]\)|[0-9]+(\.[0-9]+)+\.?)\s")]
    private static partial Regex BeginsItem();
}
