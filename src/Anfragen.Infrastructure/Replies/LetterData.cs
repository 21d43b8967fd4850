using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Anfragen.Application.Replies;
using Anfragen.Domain;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// The letter as data (JSON), made from the letter and so without anything that is not in it. Others read it: what a field means never
/// changes, new ones may come; <c>src/README.md</c> describes it.
/// </summary>
internal sealed class LetterData
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream buffer = new();
    private readonly Utf8JsonWriter json;
    private readonly IReadOnlyList<LetterQuestion> questions;

    private LetterData(ReplyLetter letter)
    {
        json = new Utf8JsonWriter(buffer, Options);
        questions = [.. letter.Items.SelectMany(QuestionsOf).Distinct()];
    }

    /// <param name="letter">A signed letter.</param>
    /// <param name="address">Where it is to be read once it is published, or null.</param>
    /// <param name="language">BCP 47.</param>
    public static byte[] Of(ReplyLetter letter, string? address, string language)
    {
        var data = new LetterData(letter);
        data.Write(letter, address, language);
        return data.buffer.ToArray();
    }

    private void Write(ReplyLetter letter, string? address, string language)
    {
        using (json)
        {
            json.WriteStartObject();
            json.WriteString("format", "anfragen.reply");
            json.WriteNumber("version", Version);
            json.WriteString("language", language);
            json.WriteString("number", letter.Number);
            json.WriteString("subject", letter.Subject);
            WriteIfGiven("address", address);
            json.WriteString("signedAt", letter.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            WriteList("originators", letter.Originators, originator =>
            {
                json.WriteString("name", originator.Name);
                WriteIfGiven("short", originator.Short);
            });
            WriteList("questions", questions, WriteQuestion);
            WriteList("parts", letter.Items, WritePart);
            if (letter.Attachments.Count > 0) WriteList("attachments", letter.Attachments, title => json.WriteString("title", title));
            WriteSignature(letter.Signature!);
            json.WriteEndObject();
        }
    }

    private void WriteQuestion(LetterQuestion question)
    {
        json.WriteString("id", IdOf(question));
        WriteIfGiven("parent", Parent(question));
        WriteIfGiven("label", question.Label);
        json.WriteString("text", question.Text);
    }

    private void WritePart(LetterItem item)
    {
        switch (item)
        {
            case LetterRemark remark:
                json.WriteString("kind", "remark");
                WriteMarkdown(remark.Markdown);
                break;
            case LetterEntry entry:
                json.WriteString("kind", "answer");
                WriteQuestionsOf(entry);
                WriteIfGiven("inNameOf", entry.InNameOf);
                WriteMarkdown(entry.Markdown);
                break;
            case LetterRejectedQuestion rejected:
                json.WriteString("kind", "rejection");
                WriteQuestionsOf(rejected);
                json.WriteString("text", rejected.Reason);
                break;
            default:
                throw new NotSupportedException($"A letter cannot hold a {item.GetType().Name}.");
        }
    }

    private void WriteQuestionsOf(LetterItem item)
    {
        json.WriteStartArray("questions");
        foreach (var question in QuestionsOf(item)) json.WriteStringValue(IdOf(question));
        json.WriteEndArray();
    }

    private void WriteMarkdown(string markdown)
    {
        json.WriteString("markdown", markdown);
        json.WriteString("text", BlockText.Of(MarkdownToBlocks.Convert(markdown, firstHeadingLevel: 1).Blocks));
    }

    private void WriteSignature(LetterSignature signature)
    {
        json.WriteStartObject("signature");
        json.WriteString("place", signature.Place);
        json.WriteString("date", signature.SignedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("name", signature.Name);
        json.WriteString("office", signature.Office);
        json.WriteEndObject();
    }

    private void WriteList<T>(string name, IEnumerable<T> elements, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
        {
            json.WriteStartObject();
            write(element);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteIfGiven(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    private static IReadOnlyList<LetterQuestion> QuestionsOf(LetterItem item) => item switch
    {
        LetterEntry entry => entry.Questions,
        LetterRejectedQuestion rejected => [rejected.Question],
        _ => [],
    };

    // A letter that was not made from a tree counts its questions in their order.
    private string IdOf(LetterQuestion question) => question.Ordinal ?? (questions.Index().First(other => other.Item == question).Index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The nearest question above that stands in the letter too.</summary>
    private string? Parent(LetterQuestion question)
    {
        for (var above = Above(question.Ordinal); above is not null; above = Above(above))
        {
            if (questions.Any(other => other.Ordinal == above)) return above;
        }

        return null;

        static string? Above(string? ordinal) => ordinal?.LastIndexOf('.') is { } dot and >= 0 ? ordinal[..dot] : null;
    }
}
