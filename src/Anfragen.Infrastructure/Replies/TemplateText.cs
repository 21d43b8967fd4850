using System.Text.RegularExpressions;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// A line of a template, read once: text, {placeholders}, [parts that vanish with an empty placeholder], **bold**.
/// Values are put in after reading, so nothing in a value is ever taken for a mark.
/// </summary>
internal sealed partial class TemplateText
{
    private const int Always = -1;

    /// <summary>A line with nothing on it.</summary>
    public static readonly TemplateText Empty = new();

    private readonly List<Part> parts = [];

    private TemplateText()
    {
    }

    private readonly record struct Part(string Text, bool IsPlaceholder, bool Bold, int Group);

    /// <exception cref="FormatException">With a German half sentence on what is wrong.</exception>
    public static TemplateText Parse(string source, IReadOnlyCollection<string> placeholders, bool mayBeBold)
    {
        var text = new TemplateText();
        var (bold, inGroup, groups) = (false, false, 0);
        foreach (var token in Tokens().EnumerateMatches(source))
        {
            var written = source.Substring(token.Index, token.Length);
            switch (written)
            {
                case "**":
                    Require(mayBeBold, "hier lässt sich nichts mit ** fett setzen");
                    bold = !bold;
                    break;
                case "[":
                    Require(!inGroup, "eckige Klammern können nicht ineinanderstehen");
                    inGroup = true;
                    break;
                case "]":
                    Require(inGroup, "zu „]“ fehlt „[“");
                    Require(text.parts.Any(part => part.IsPlaceholder && part.Group == groups), "in eckigen Klammern muss ein Platzhalter stehen");
                    (inGroup, groups) = (false, groups + 1);
                    break;
                case "{" or "}":
                    throw new FormatException("eine geschweifte Klammer steht allein");
                default:
                    var isPlaceholder = written[0] == '{';
                    var name = isPlaceholder ? written[1..^1] : written;
                    Require(!isPlaceholder || placeholders.Contains(name), $"den Platzhalter {{{name}}} gibt es hier nicht; erlaubt: {Names(placeholders)}");
                    text.parts.Add(new Part(name, isPlaceholder, bold, inGroup ? groups : Always));
                    break;
            }
        }

        Require(!bold, "zu ** fehlt das zweite **");
        Require(!inGroup, "zu „[“ fehlt „]“");
        return text;
    }

    /// <summary>Whether the line has this placeholder.</summary>
    public bool Has(string placeholder) => parts.Exists(part => part.IsPlaceholder && part.Text == placeholder);

    /// <summary>The line as one text, without bold.</summary>
    public string Plain(IReadOnlyDictionary<string, string> values) =>
        string.Concat(Filled(values).Select(part => part.Text));

    /// <summary>The line as runs; neighbours in the same style are one run.</summary>
    public IReadOnlyList<Run> Runs(IReadOnlyDictionary<string, string> values)
    {
        var runs = new List<TextRun>();
        foreach (var (text, bold) in Filled(values))
        {
            if (runs.LastOrDefault() is { } last && last.Bold == bold)
            {
                runs[^1] = last with { Text = last.Text + text };
            }
            else
            {
                runs.Add(new TextRun(text, bold));
            }
        }

        return runs;
    }

    private IEnumerable<(string Text, bool Bold)> Filled(IReadOnlyDictionary<string, string> values)
    {
        var empty = parts.Where(part => part.IsPlaceholder && part.Group != Always && values[part.Text].Length == 0).Select(part => part.Group).ToHashSet();
        return parts
            .Where(part => !empty.Contains(part.Group))
            .Select(part => (Text: part.IsPlaceholder ? values[part.Text] : part.Text, part.Bold))
            .Where(part => part.Text.Length > 0);
    }

    private static string Names(IReadOnlyCollection<string> placeholders) =>
        placeholders.Count == 0 ? "keiner" : string.Join(", ", placeholders.Select(name => $"{{{name}}}"));

    private static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new FormatException(sentence);
        }
    }

    [GeneratedRegex(@"\*\*|\{[^{}]*\}|[\[\]{}]|(?:(?!\*\*)[^\[\]{}])+", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
