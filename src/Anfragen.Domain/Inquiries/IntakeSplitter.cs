using System.Text.RegularExpressions;

namespace Anfragen.Domain.Inquiries;

/// <summary>Zerlegung eines Eingangs: subject, preamble, questions and rationale of an original, for a person to hold against it.</summary>
public static partial class IntakeSplitter
{
    /// <summary>Beyond this a line that begins like a subject is a paragraph.</summary>
    private const int LongestSubject = 300;

    /// <summary>Splits a text; where no question is found, everything stands in the preamble.</summary>
    public static SplitIntake Split(string text)
    {
        var split = QuestionSplitter.Split(text);
        var asksNothing = split.Questions.All(question => question is { Label: null, Children.Count: 0 } && !Phrases.HasQuestionMark(question.Text))
            && !Phrases.Asks(text);
        if (asksNothing) split = new SplitText(SourceLines.Clean(text, 0, text.Length), [], null);
        var (subject, preamble) = SubjectOf(split.Preamble);
        return new SplitIntake(subject, split with { Preamble = preamble });
    }

    // Only a line that calls itself the subject is one; it then leaves the preamble, so that no word stands twice.
    private static (string Subject, string? Preamble) SubjectOf(string? preamble)
    {
        if (preamble is null) return ("", null);
        var lines = preamble.Split('\n').ToList();
        var at = lines.FindIndex(line => SubjectLine().IsMatch(line));
        if (at < 0) return ("", preamble);

        var subject = SubjectLine().Match(lines[at]).Groups["subject"].Value.Trim();
        var end = at;
        if (subject.Length == 0)
        {
            end = lines.FindIndex(at + 1, line => line.Trim().Length > 0);
            if (end < 0) return ("", preamble);
            subject = lines[end].Trim();
        }

        if (subject.Length > LongestSubject) return ("", preamble);
        var rest = string.Join('\n', [.. lines[..at], .. lines[(end + 1)..]]).Trim();
        return (subject, rest.Length == 0 ? null : rest);
    }

    [GeneratedRegex(@"^\s*(?:Betreff|Betr\.?|Betrifft|Thema)\s*:\s*(?<subject>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SubjectLine();
}

/// <summary>Zerlegter Eingang: the proposal, with the subject where the original names one.</summary>
public sealed record SplitIntake(string Subject, SplitText Text);
