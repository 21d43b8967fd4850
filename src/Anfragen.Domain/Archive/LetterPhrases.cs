using System.Text.RegularExpressions;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>The turns of phrase of letters: how they begin, how they announce answers, how they end.</summary>
internal static partial class LetterPhrases
{
    private const int LongestFormula = 120;
    private const int LongestFormulaBesideAnswers = 300;
    private const int LongestLine = 400;

    private static readonly string[] Closings =
    [
        "abschließend ", "wir hoffen", "ich hoffe", "für rückfragen", "bei rückfragen", "für weitere", "anlage:", "anlagen:", "anlage/n", "anlage(n)",
        "schlussbemerkung", "abschließende bemerkung", "wir bitten um kenntnisnahme", "ich bitte um kenntnisnahme",
    ];

    private static readonly string[] SignatureStarts = ["in vertretung", "im auftrag", "in vertr", "verteiler"];

    /// <summary>"Sehr geehrte Damen und Herren,".</summary>
    public static bool IsSalutation(ReadOnlySpan<char> line) =>
        line.Length <= 120 && (line.StartsWith("Sehr geehrte", StringComparison.Ordinal) || line.StartsWith("Liebe ", StringComparison.Ordinal)
            || line.StartsWith("Lieber ", StringComparison.Ordinal) || line.StartsWith("Guten Tag", StringComparison.Ordinal));

    /// <summary>"Die Anfrage wird wie folgt beantwortet:" and what else only introduces.</summary>
    public static bool IsOpening(ReadOnlySpan<char> paragraph, bool areAnswersBelow)
    {
        var words = paragraph.Trim("*_ \t\r\n\f\u00A0");
        if (IsSalutation(words) || OpeningTitle().IsMatch(words))
        {
            return true;
        }

        var longest = areAnswersBelow ? LongestFormulaBesideAnswers : LongestFormula;
        return words.Length <= longest && Formula().IsMatch(words);
    }

    /// <summary>The paragraph introduces the answers, whatever else it says.</summary>
    public static bool IsFormula(ReadOnlySpan<char> paragraph) => paragraph.Length <= LongestLine && Formula().IsMatch(paragraph);

    /// <summary>Length of "Antwort:", "Antwort der Verwaltung:" or of "Antwort" alone at the line's beginning; 0 without it.</summary>
    public static int AnswerMarker(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine)
        {
            line = line[..LongestLine];
        }

        foreach (var match in Marker().EnumerateMatches(line))
        {
            return match.Length;
        }

        return 0;
    }

    /// <summary>The words before a quoted question are the asker's: "Dazu frage ich Sie:".</summary>
    public static bool IsAskersAnnouncement(ReadOnlySpan<char> words) => Asker().IsMatch(words.Length > 1_000 ? words[^1_000..] : words);

    public static bool IsClosingRemark(ReadOnlySpan<char> paragraph) => StartsWithAny(paragraph, Closings);

    public static bool IsSignatureStart(ReadOnlySpan<char> line) =>
        line.Length <= 100 && (Phrases.IsClosing(line) || (line.Length <= 60 && (StartsWithAny(line, SignatureStarts) || OfficeAlone().IsMatch(line))));

    /// <summary>Two to four names, perhaps with a doctor's degree; no sentence.</summary>
    public static bool IsName(ReadOnlySpan<char> line) => line.Length <= 60 && Name().IsMatch(line);

    public static bool IsOffice(ReadOnlySpan<char> line) => line.Length <= 90 && Office().IsMatch(line);

    private static bool StartsWithAny(ReadOnlySpan<char> words, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (words.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(beantwort\w*|[Ss]tellung|[Aa]ntwort\w*|teil\w+)\b[^.?!]{0,80}\b(wie folgt|folgendermaßen|Folgendes|folgendes)\b|\b(wie folgt|folgendermaßen)\b[^.?!]{0,60}\b(beantwort\w*|Stellung)|\b[Ff]olgendes\b[^.?!]{0,40}\bmit(zu)?teilen|\bteil(t|en|e) \w+( \w+)? (mit|dazu mit):$", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^(Vorbemerkung(en)?( der Verwaltung| des \w+)?|Text der Anfrage|Wortlaut der Anfrage|Beantwortung|Antwort(en)?( der \w+| des \w+)?|Stellungnahme( der \w+)?|Fragen?|Vorwort|Nr\.?\s+Fragen?\s+Antwort(en)?|\|?\s*Nr\.?\s*\|\s*Fragen?\s*\|.*)\s*:?$", RegexOptions.CultureInvariant)]
    private static partial Regex OpeningTitle();

    [GeneratedRegex(@"^[*_„]{0,3}(Antwort(en)?|Stellungnahme|Beantwortung|Erwiderung)(\s(der|des|dem)\s\w+(\s\w+)?)?\s?(:[*_]{0,3}|[*_]{0,3}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^((Prof|Dr|Dipl)\.?(-\w+\.?)?\s){0,3}(\p{Lu}[\p{L}'’-]+|[A-HJ-UWYZ]\.)(\s(von|van|de|zu|der|\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(frage(n)? (ich|wir)|(ich|wir) frage(n)?|bitte(n)? (ich|wir))\b[^.?!]{0,100}:?\s*[„""]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Asker();

    [GeneratedRegex(@"^(Der|Die) ((Ober|Erste )?[Bb]ürgermeister(in)?|Magistrat|Oberstadtdirektor(in)?|Stadtdirektor(in)?|Landr(at|ätin))$", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeAlone();

    [GeneratedRegex(@"(meister(in)?|[Ss]tadtr(at|ätin)|[Bb]eigeordneter?|[Dd]ezernent(in)?|[Ll]eiter(in)?|[Ss]enator(in)?|[Dd]irektor(in)?|[Rr]eferent(in)?|[Vv]orsitzender?|[Bb]ürgermeister(in)?|[Ss]precher(in)?|[Rr]at|[Mm]itglied|führer(in)?|[Kk]ämmerer(in)?|Landr(at|ätin))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Office();
}
