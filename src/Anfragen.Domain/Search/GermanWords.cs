using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Anfragen.Domain.Search;

/// <summary>A word of a text as the index knows it.</summary>
/// <param name="Term">Lower case, without umlauts, ß and accents; not shortened.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long it is there, marks within it included.</param>
public readonly record struct TextWord(string Term, int Start, int Length);

/// <summary>
/// The analyser: what of a German text is a word to search by. Marks of Markdown and addresses of links are none, nor are words that every
/// text has. Endings stay on; they and the parts of compounds are dealt with when something is looked for, so that changing the rules for
/// them needs no new index.
/// </summary>
public static class GermanWords
{
    /// <summary>What is longer is cut; no German word is.</summary>
    public const int LongestTerm = 64;

    private const int LongEnding = 5;

    private static readonly FrozenSet<string> Stop =
        """
        ab aber alle allem allen aller alles als also am an and andere anderen auch auf aufgrund aus ausser bei beim bereits bezuglich bis bisher bitte bzw
        da dabei dadurch dafur dagegen daher damit danach dann daran darauf daraus darf darfen darin daruber darum das dass dazu dem den denen denn der deren
        derzeit des dessen deshalb die dies diese diesem diesen dieser dieses doch dort durch durfen ein eine einem einen einer eines einige er erst es etc
        etwa etwas falls folgende folgenden fur ganz gab gar gegebenenfalls gegen geht gemass gibt habe haben hat hatte hatten ich ihm ihn ihnen ihr ihre ihrem
        ihren ihrer ihres im in indem insbesondere ins insgesamt inwiefern inwieweit inzwischen ist ja je jede jedem jeden jeder jedes jedoch jeweils kann kein
        keine keinem keinen keiner konnen konnte konnten lassen lasst liegt macht man manche mehr mit mithin moglich muss mussen nach nachdem neben nein nicht
        nichts noch nun nur ob oder ohne per pro schon sehr sei sein seine seinem seinen seiner seit sich sie siehe sind so sofern solche sollen soll sollte
        sollten somit sondern sowie sowohl statt steht stehen uber um und uns unsere unter usw viel viele vielen vom von vor wann war waren warum was wegen
        weil weiter weitere weiteren welche welchem welchen welcher welches wenn wer werde werden weshalb wie wieso wieviel wir wird wo wobei wodurch wofur
        wurde wurden wurde zb zu zum zur zurzeit zwar zwischen
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Joining = FrozenSet.ToFrozenSet(["und", "oder", "bzw", "sowie", "bis"], StringComparer.Ordinal);

    /// <summary>The words of a text in their order, without those every text has.</summary>
    public static IReadOnlyList<TextWord> Words(string text)
    {
        var words = new List<TextWord>();
        var term = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (SkipsAddress(text, at) is { } after)
            {
                at = after;
                continue;
            }

            if (!IsOfWord(text, at))
            {
                at++;
                continue;
            }

            var (start, end) = (at, at);
            term.Clear();
            while (at < text.Length)
            {
                if (IsOfWord(text, at)) end = at + Fold(text, at, term);
                else if (!IsInvisible(text[at]) && !DividesAtLineEnd(text, at, term)) break;
                at += text[at] == '-' ? LineBreakAfter(text, at) : char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
            }

            if (term.Length > LongestTerm) term.Length = LongestTerm;
            var found = term.ToString();
            if ((found.Length > 1 || char.IsDigit(found[0])) && !Stop.Contains(found)) words.Add(new(found, start, end - start));
        }

        return words;
    }

    /// <summary>
    /// What a word has in common with its other forms: "forderungen" and "forderung" are one. Light, and always the beginning of the word, so
    /// that whatever contains a word contains its stem.
    /// </summary>
    public static string Stem(string term)
    {
        if (term.Any(char.IsAsciiDigit)) return term;
        var stem = WithoutEnding(term);
        if (stem.Length >= LongEnding + 3 && stem.EndsWith("ung", StringComparison.Ordinal)) return stem[..^3];
        return stem;
    }

    /// <summary>
    /// How a typed word may be spelt in texts, folded: "Foerdermittel" is "Fördermittel", and that may stand as "Foerdermittel" in an old paper.
    /// </summary>
    public static IReadOnlyList<string> Spellings(string typed)
    {
        var folded = FoldAll(typed);
        var spelledOut = FoldAll(typed.Normalize(NormalizationForm.FormC)
            .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase).Replace("ü", "ue", StringComparison.OrdinalIgnoreCase));
        var drawnTogether = folded.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
        return [.. new[] { folded, spelledOut, drawnTogether }.Where(spelling => spelling.Length > 0).Distinct()];
    }

    private static string WithoutEnding(string term)
    {
        if (term.Length >= 7 && term.EndsWith("ern", StringComparison.Ordinal)) return term[..^3];
        if (term.Length >= 5 && term.EndsWith("es", StringComparison.Ordinal)) return term[..^2];
        if (term.Length >= 6 && (term.EndsWith("en", StringComparison.Ordinal) || term.EndsWith("em", StringComparison.Ordinal) || term.EndsWith("er", StringComparison.Ordinal))) return term[..^2];
        if (term.Length >= 5 && term[^1] == 'e') return term[..^1];
        if (term.Length >= 5 && term[^1] == 's' && term[^2] is not ('s' or 'u' or 'i')) return term[..^1];
        if (term.Length >= 6 && (term.EndsWith("iert", StringComparison.Ordinal) || (term[^1] == 'n' && term[^2] is 'l' or 'r'))) return term[..^1];
        return term;
    }

    private static string FoldAll(string text)
    {
        var folded = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (IsOfWord(text, at)) Fold(text, at, folded);
        }

        return folded.ToString();
    }

    // Appends what the character at this place becomes; how many characters of the text that were.
    private static int Fold(string text, int at, StringBuilder term)
    {
        var character = text[at];
        if (char.IsSurrogate(character)) return FoldPair(text, at, term);
        if (character is >= 'a' and <= 'z' or >= '0' and <= '9') term.Append(character);
        else if (character is >= 'A' and <= 'Z') term.Append((char)(character | 0x20));
        else if (character is 'ß' or 'ẞ') term.Append("ss");
        else if (!IsMark(character)) FoldRest(character, term);
        return 1;
    }

    private static int FoldPair(string text, int at, StringBuilder term)
    {
        if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length) return 1;
        term.Append(text, at, 2);
        return 2;
    }

    private static void FoldRest(char character, StringBuilder term)
    {
        foreach (var part in char.ToLowerInvariant(character).ToString().Normalize(NormalizationForm.FormKD))
        {
            if (!IsMark(part)) term.Append(part);
        }
    }

    private static bool IsOfWord(string text, int at) => char.IsLetterOrDigit(text, at) || (IsMark(text[at]) && at > 0 && char.IsLetter(text[at - 1]));

    private static bool IsMark(char character) => CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    // Soft hyphen, zero-width characters, and the stars of "Förder**mittel**".
    private static bool IsInvisible(char character) => character is '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '*';

    // "Dienst-" at the end of a line and "leistungen" at the beginning of the next are one word; "Rad-" and "und" are two.
    private static bool DividesAtLineEnd(string text, int at, StringBuilder term)
    {
        if (text[at] != '-' || term.Length == 0 || LineBreakAfter(text, at) is var next && next == 1) return false;
        var begin = at + next;
        if (begin >= text.Length || !char.IsLower(text[begin])) return false;
        var end = begin;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return !Joining.Contains(text[begin..end]);
    }

    private static int LineBreakAfter(string text, int at)
    {
        var next = at + 1;
        if (next < text.Length && text[next] == '\r') next++;
        return next < text.Length && text[next] == '\n' ? next + 1 - at : 1;
    }

    // [words](address): the address is no text.
    private static int? SkipsAddress(string text, int at)
    {
        if (text[at] != ']' || at + 1 >= text.Length || text[at + 1] != '(') return null;
        var end = text.AsSpan(at).IndexOfAny(')', '\n');
        return end < 0 ? null : at + end + 1;
    }
}
