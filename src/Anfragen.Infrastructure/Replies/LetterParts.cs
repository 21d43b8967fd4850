using System.Text.RegularExpressions;
using Anfragen.Application.Replies;
using Anfragen.Domain.Council;
using Anfragen.Typesetting;
using Letterhead = Anfragen.Typesetting.Letterhead;

namespace Anfragen.Infrastructure.Replies;

/// <summary>What all letters of a city have in common: values of placeholders, letterhead, questions as they were written.</summary>
internal static partial class LetterParts
{
    /// <summary>Level of a question's heading, below the first line.</summary>
    public const int QuestionLevel = 2;

    private const double EmblemHeight = 62;

    /// <summary>The placeholders that every line may have.</summary>
    public static Dictionary<string, string> Values(string? number, string subject, IReadOnlyList<LetterOriginator> originators, LetterFrame frame) => new()
    {
        ["Nummer"] = OneLine(number ?? ""),
        ["Betreff"] = OneLine(subject),
        ["Antragsteller"] = GermanList.And(originators.Select(originator => OneLine(originator.Name))),
        ["AntragstellerGenitiv"] = GermanList.And(originators.Select(originator => OneLine(originator.Genitive))),
        ["Kurzname"] = string.Join(", ", originators.Select(originator => OneLine(originator.Short)).Where(name => name.Length > 0).Distinct()),
        ["Absender"] = OneLine(frame.Sender),
        ["Stelle"] = OneLine(frame.Office),
        ["Anschrift"] = string.Join(" · ", frame.Address.Select(OneLine)),
    };

    /// <summary>The head of the first page, after DIN 5008: sender and coat of arms, recipient, info block.</summary>
    /// <param name="template">Colour, footer and labels.</param>
    /// <param name="frame">The city's letterhead.</param>
    /// <param name="emblem">Its coat of arms, or null.</param>
    /// <param name="values">For placeholders.</param>
    /// <param name="runningHeader">Stands on every page but the first.</param>
    /// <param name="originators">To whom the letter goes.</param>
    /// <param name="writtenOn">Its date; null for a preview.</param>
    /// <param name="departments">Who leads the answers.</param>
    public static Letterhead Head(
        LetterTemplate template, LetterFrame frame, Artwork? emblem, IReadOnlyDictionary<string, string> values, string runningHeader,
        IReadOnlyList<LetterOriginator> originators, DateOnly? writtenOn, IReadOnlyList<string> departments) =>
        new(OneLine(frame.Sender), OneLine(frame.Office), runningHeader, template.Footer.Plain(values), template.AccentColor)
        {
            // The arms say nothing that the sender's name beside them does not.
            Emblem = emblem is null ? null : new Emblem(emblem, EmblemHeight),
            ReturnAddress = OneLine(frame.ReturnAddress),
            Recipient = [.. originators.Select(originator => OneLine(originator.Name))],
            InfoBlock = [.. Info(template, frame, values["Nummer"], writtenOn, departments)],
        };

    /// <summary>A question as a heading, its label hanging beside its own words.</summary>
    public static Heading Question(LetterQuestion question) =>
        new(QuestionLevel, string.IsNullOrWhiteSpace(question.Label) ? null : OneLine(question.Label), Verbatim(question.Text));

    /// <summary>
    /// A question's own words. Where the asker began a new thought (a sentence ended, a list item begins) the line ends in the letter too;
    /// other line ends are those of the asker's window and mean nothing.
    /// </summary>
    public static List<Run> Verbatim(string text)
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

    public static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim(' ');

    private static IEnumerable<InfoLine> Info(
        LetterTemplate template, LetterFrame frame, string number, DateOnly? writtenOn, IReadOnlyList<string> departments)
    {
        if (number.Length > 0) yield return new InfoLine(template.NumberLabel, [new TextRun(number)]);
        if (writtenOn is { } day) yield return new InfoLine(template.DateLabel, [new TextRun(template.Format(day))]);
        if (departments.Count > 0)
        {
            yield return new InfoLine(
                template.DepartmentLabel, [.. departments.SelectMany((name, index) => index == 0 ? (Run[])[new TextRun(OneLine(name))] : [new LineBreakRun(), new TextRun(OneLine(name))])]);
        }

        foreach (var line in frame.Contact) yield return new InfoLine(OneLine(line.Label), [Reachable(line)]);
    }

    private static Run Reachable(ContactLine line)
    {
        var value = OneLine(line.Value);
        return MailAddress().IsMatch(value) ? new LinkRun(value, $"mailto:{value}")
            : value.StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(value, UriKind.Absolute) ? new LinkRun(value, value)
            : new TextRun(value);
    }

    // Not \s: the no-break space is the author's will.
    [GeneratedRegex(@"[ \t\r\n\v\f\u0085\u2028\u2029]+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("[.:;?!…][“”\"»«)]*$")]
    private static partial Regex EndsThought();

    [GeneratedRegex(@"^([-–•*·]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z]\)|[0-9]+(\.[0-9]+)+\.?)\s")]
    private static partial Regex BeginsItem();

    [GeneratedRegex("^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$")]
    private static partial Regex MailAddress();
}
