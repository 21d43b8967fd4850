using System.Text.RegularExpressions;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Infrastructure.Demo;

/// <summary>
/// The real reply 1435/2025 of Mainz, taken apart: an amtliches Werk (§ 5 UrhG), so the demo city and the tests may live on it.
/// <c>reply-1435-2025.txt</c> is the reply as published and is never edited.
/// </summary>
public sealed partial record DemoReply(
    string Number,
    string Subject,
    LetterOriginator Originator,
    IReadOnlyList<DemoQuestion> Questions,
    LetterSignature Signature)
{
    /// <summary>The reply of the file.</summary>
    public static DemoReply Instance { get; } = Parse(ReadSource());

    /// <summary>The file's text, bold marked by **.</summary>
    public static string ReadSource() => ReadSource("reply-1435-2025.txt");

    /// <summary>The text of one of the demo's papers.</summary>
    internal static string ReadSource(string name)
    {
        using var stream = typeof(DemoReply).Assembly.GetManifestResourceStream($"Anfragen.Infrastructure.Demo.{name}")
            ?? throw new InvalidOperationException($"The demo's paper {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The whole as the letter that was sent, in the letterhead of a city that has entered none.</summary>
    public ReplyLetter Letter(DateTimeOffset createdAt) => new(
        Number, Subject, [Originator],
        [.. Questions.Select(question => new LetterEntry([new LetterQuestion(question.Label, question.Text)], question.Answer, InNameOf: null))],
        Signature, createdAt, LetterFrame.Of(Signature.Place));

    private static DemoReply Parse(string source)
    {
        // A page ended here in the printed reply; the sentence goes on.
        var text = source.ReplaceLineEndings("\n").Trim().Replace("Ihre\n\nEffekte", "Ihre Effekte", StringComparison.Ordinal);
        var first = FirstLine().Match(text);
        var close = Close().Match(text);
        var questions = QuestionLine().Matches(text);

        return new DemoReply(
            first.Groups["number"].Value,
            first.Groups["subject"].Value,
            new LetterOriginator(first.Groups["name"].Value, $"der {first.Groups["name"].Value}", first.Groups["short"].Value),
            [.. questions.Select((question, index) => ReadQuestion(text, question, index + 1 < questions.Count ? questions[index + 1].Index : close.Index))],
            new LetterSignature(
                close.Groups["place"].Value,
                DateOnly.ParseExact(close.Groups["date"].Value, "d. MMMM yyyy", GermanDates.Format),
                close.Groups["name"].Value,
                close.Groups["office"].Value));
    }

    private static DemoQuestion ReadQuestion(string text, Match question, int end) =>
        new(question.Groups["label"].Value, question.Groups["text"].Value, text[(question.Index + question.Length)..end].Trim());

    [GeneratedRegex(@"^Antwort zur Anfrage Nr\. (?<number>\S+) der (?<name>.+?) betreffend \*\*(?<subject>.+) \((?<short>\w+)\)\*\*$", RegexOptions.Multiline)]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"^(?<label>\d\.) (?:\*\*)?(?<text>.+?)(?:\*\*)?$", RegexOptions.Multiline)]
    private static partial Regex QuestionLine();

    [GeneratedRegex(@"^(?<place>\w+), (?<date>\d+\. \w+ \d{4})\n\ngez\n\n(?<name>.+)\n(?<office>.+)$", RegexOptions.Multiline)]
    private static partial Regex Close();
}

/// <summary>One question of the demo reply: its label and words, and the answer as Markdown.</summary>
public sealed record DemoQuestion(string Label, string Text, string Answer);
