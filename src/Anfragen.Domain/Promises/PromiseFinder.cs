using System.Globalization;
using System.Text.RegularExpressions;

namespace Anfragen.Domain.Promises;

/// <summary>Vorschlag einer Zusage: a sentence that reads like a promise, verbatim, with the day it names or null.</summary>
public sealed record PromisePassage(string Text, DateOnly? DueOn);

/// <summary>
/// Suche nach Zusagen: proposes the sentences of an answer that say what the administration is going to do, by their wording. It decides
/// nothing: a person marks, and marks what it does not find.
/// </summary>
public static partial class PromiseFinder
{
    private static readonly string[] Months =
        ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];

    private static readonly string[] Ordinals = ["ersten", "zweiten", "dritten", "vierten"];

    /// <summary>The sentences in their order, each once.</summary>
    /// <param name="markdown">The answer.</param>
    /// <param name="today">Years before are past and promise nothing.</param>
    public static IReadOnlyList<PromisePassage> Find(string markdown, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return [.. markdown.Split('\n').SelectMany(Sentences)
            .Select(sentence => (Text: sentence, Due: DayIn(sentence)))
            .Where(found => Intention().IsMatch(found.Text) || (found.Due >= today && Term().IsMatch(found.Text)))
            .Select(found => new PromisePassage(found.Text, found.Due >= today ? found.Due : null))
            .DistinctBy(found => found.Text)
            .Where(found => found.Text.Length <= PromiseRules.LongestText)];
    }

    // A table's row and a code block are no sentences; marks of lists and headings are not part of one.
    private static IEnumerable<string> Sentences(string line)
    {
        var text = LineMark().Replace(line.Trim(), "");
        if (text.Length == 0 || text.StartsWith('|')) return [];
        return SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);
    }

    // The last day of the time that is named.
    private static DateOnly? DayIn(string sentence)
    {
        if (FullDay().Match(sentence) is { Success: true } full)
        {
            var month = full.Groups["m"].Success ? Number(full.Groups["m"]) : MonthOf(full.Groups["month"].Value);
            var (year, day) = (Number(full.Groups["y"]), Number(full.Groups["d"]));
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)) return new DateOnly(year, month, day);
        }

        if (MonthAndYear().Match(sentence) is { Success: true } named) return EndOf(Number(named.Groups["y"]), MonthOf(named.Groups["month"].Value));
        if (Quarter().Match(sentence) is { Success: true } quarter) return EndOf(Number(quarter.Groups["y"]), 3 * QuarterOf(quarter.Groups["q"].Value));
        if (PartOfYear().Match(sentence) is { Success: true } part) return EndOf(Number(part.Groups["y"]), PartEnds(part.Groups["part"].Value));
        return Year().Match(sentence) is { Success: true } whole ? EndOf(Number(whole.Groups["y"]), 12) : null;
    }

    private static int MonthOf(string name) => Array.IndexOf(Months, name.ToLowerInvariant()) + 1;

    private static int QuarterOf(string text) => text.Length == 1 && char.IsAsciiDigit(text[0]) ? text[0] - '0'
        : Array.IndexOf(Ordinals, text.ToLowerInvariant()) is >= 0 and var index ? index + 1
        : Numbers.RomanNumeral.Read(text) ?? 4;

    private static int PartEnds(string part) => part.ToLowerInvariant() switch
    {
        "frühjahr" or "frühling" => 5,
        "mitte" => 6,
        "sommer" => 8,
        "herbst" => 11,
        "anfang" => 3,
        _ => 12,
    };

    private static DateOnly EndOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:[-*+]\s+|\d{1,3}[.)]\s+|[a-z]\)\s+|#{1,6}\s+|>\s*)+", RegexOptions.CultureInvariant)]
    private static partial Regex LineMark();

    // Not after a figure ("3. Quartal") nor after an abbreviation ("z. B.", "bzw.").
    [GeneratedRegex(@"(?<=(?:[^\d\s.]{3}|20\d\d)[.!?…][“""’)*]*)(?<!\b(?:bzw|ggf|inkl|exkl|etwa|vgl|evtl|insb|sog|rund|Abs|Art|Nr|Str|St|Dr|Mio|Mrd)\.)\s+(?=[\p{Lu}„""(*])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(?:wird|werden|soll|sollen)\b[^.]*\b(?:geprüft|prüfen|überprüft|nachgereicht|vorgelegt|vorlegen|berichten|unterrichten|umgesetzt|eingeführt|eingerichtet|aufgenommen|erarbeitet|fortgeschrieben|fertiggestellt|abgeschlossen)\b"
        + @"|\b(?:ist|sind)\b[^.]*\b(?:vorgesehen|geplant|beabsichtigt|in Aussicht genommen)\b"
        + @"|\b(?:beabsichtigt|plant|prüft|sagt zu|wird zugesagt|strebt an|angestrebt)\b"
        + @"|\bspätestens\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Intention();

    [GeneratedRegex(@"\b(?:bis|ab|im|zum|zur|Ende|Mitte|Anfang|wird|werden|soll|sollen)\b.{0,40}\b20\d\d\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    [GeneratedRegex(@"(?<![\d.])(?<d>\d{1,2})\.\s?(?:(?<m>\d{1,2})\.\s?|(?<month>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s+)(?<y>20\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FullDay();

    [GeneratedRegex(@"\b(?<month>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s+(?<y>20\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"\b(?<q>[1-4]|I{1,3}|IV|ersten|zweiten|dritten|vierten)\.?\s+Quartals?\s+(?:des\s+Jahres\s+)?(?<y>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?<part>Anfang|Frühjahr|Frühling|Mitte|Sommer|Herbst|Winter|Ende)s?\s+(?:des\s+Jahres\s+)?(?<y>20\d\d)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartOfYear();

    [GeneratedRegex(@"(?<![\d./-])(?<y>20\d\d)(?![\d/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
