using System.Globalization;
using System.Text;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Collects what a text holds and a letter cannot, with the line in the source.</summary>
internal sealed class MarkdownProblems(string source)
{
    private const int MostShown = 20;

    private readonly List<(int Line, string Sentence)> found = [];

    /// <summary>"Zeile 3: …", in the order of the lines, each sentence once per line; of very many the first, and how many more there are.</summary>
    public IReadOnlyList<string> Sentences()
    {
        var all = found.Distinct().OrderBy(problem => problem.Line).Select(problem => $"Zeile {problem.Line}: {problem.Sentence}").ToList();
        return all.Count <= MostShown ? all : [.. all[..MostShown], $"… und {all.Count - MostShown} weitere Stellen."];
    }

    public void AtOffset(int offset, string sentence) => AtLine(source.AsSpan(0, Math.Clamp(offset, 0, source.Length)).Count('\n') + 1, sentence);

    public void AtLine(int line, string sentence) => found.Add((line, sentence));

    /// <summary>Characters that no reader sees or no font has: control characters, marks that turn the direction of reading, halves of pairs, private ones.</summary>
    public void AddCharacters()
    {
        var line = 1;
        foreach (var rune in source.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                line++;
            }
            else if (WhyNotInALetter(rune) is { } reason)
            {
                AtLine(line, $"Das Zeichen U+{rune.Value:X4} {reason}; bitte löschen oder ersetzen.");
            }
        }
    }

    private static string? WhyNotInALetter(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value == '\t' => null,
        // A lone surrogate is enumerated as the replacement character.
        _ when rune == Rune.ReplacementChar => "steht für ein Zeichen, das beim Einfügen verloren ging",
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "ist ein unsichtbares Steuerzeichen",
        UnicodeCategory.PrivateUse => "stammt aus einer Symbolschrift und fehlt in der Schrift des Schreibens",
        UnicodeCategory.Format when rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => "kehrt unsichtbar die Leserichtung um",
        _ => null,
    };
}
