using System.Globalization;
using Anfragen.Domain;

namespace Anfragen.Application.Replies;

/// <summary>A verdict in German, the same on the public page and the command line.</summary>
public static class VerdictWords
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>What it comes to.</summary>
    public static string Headline(this FileVerdict verdict) => (verdict.Match, verdict.Letter) switch
    {
        (FileMatch.Issued, { IsImported: true } letter) => $"Bekannt: Das ist das alte Antwortschreiben zur Anfrage {letter.Number}, wie es aufbewahrt wird.",
        (FileMatch.Issued, { } letter) => $"Echt: Das ist das Antwortschreiben zur Anfrage {letter.Number}, wie es ausgestellt wurde.",
        (FileMatch.SealedFurther, { } letter) => $"Echt: Das ist das Antwortschreiben zur Anfrage {letter.Number}; nach dem Ausstellen wurde es nur weiter unterschrieben.",
        (FileMatch.Data, { } letter) => $"Die Prüfsumme steht auf dem Antwortschreiben zur Anfrage {letter.Number}.",
        _ => verdict.IsFile ? "Diese Datei ist hier nicht bekannt." : "Diese Prüfsumme ist hier nicht bekannt.",
    };

    /// <summary>What else there is to say, in the order of its weight.</summary>
    public static IReadOnlyList<string> Sentences(this FileVerdict verdict) =>
    [
        .. verdict.Letter is { } letter
            ? OfLetter(verdict, letter)
            : ["Sie gehört zu keinem Schreiben der Stadt, das Schreiben wurde danach verändert, oder es ist nicht öffentlich."],
        .. verdict.Seals.Select(OfSeal),
        .. verdict.IsFile && verdict.Seals.Count == 0 ? ["Die Datei trägt kein elektronisches Siegel."] : Array.Empty<string>(),
        .. verdict.Letter is null && verdict.Seals.Any(seal => seal is { IsIntact: true, CoversAll: true })
            ? ["Das Siegel sagt nur, dass die Datei seither unverändert ist. Ob der Name darin stimmt, ist hier nicht geprüft."]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> OfLetter(FileVerdict verdict, IssuedLetter letter)
    {
        yield return letter.Standing switch
        {
            LetterStanding.Valid => "Das Schreiben gilt.",
            LetterStanding.Supplemented => "Das Schreiben gilt; ein späteres ergänzt es.",
            LetterStanding.Corrected => "Ein späteres Schreiben berichtigt es.",
            LetterStanding.Undelivered => "Das Schreiben ist unterzeichnet, aber noch nicht zugestellt.",
            LetterStanding.Annulled => "Das Schreiben gilt nicht: Die Unterschrift wurde aufgehoben, bevor es zugestellt war.",
            _ => throw new NotSupportedException($"{letter.Standing} has no words."),
        };
        yield return letter.WrittenOn is { } day ? $"Betreff: {letter.Subject}, Schreiben vom {Written(day)}" : $"Betreff: {letter.Subject}";
        if (verdict.Match == FileMatch.Data) yield return "Ob ein Ausdruck im Wortlaut mit dem Schreiben übereinstimmt, zeigt nur der Vergleich mit dem veröffentlichten Schreiben.";
    }

    private static string OfSeal(FileSeal seal) => seal switch
    {
        { IsIntact: false } => $"Elektronisches Siegel{Of(seal)}: ungültig. Die Datei wurde nach dem Siegeln verändert, oder das Siegel ist beschädigt.",
        { CoversAll: false } => $"Elektronisches Siegel{Of(seal)}: Es deckt nicht die ganze Datei; danach wurde etwas hinzugefügt.",
        _ => $"Elektronisches Siegel{Of(seal)}: unversehrt, es deckt die ganze Datei{When(seal)}.",
    };

    private static string Of(FileSeal seal) => seal.Signer.Length > 0 ? $" von „{seal.Signer}“" : "";

    private static string When(FileSeal seal) => seal.At is { } at
        ? $", gesetzt am {Berlin.Local(at).ToString("dd.MM.yyyy 'um' HH:mm 'Uhr'", German)} ({(seal.IsTimestamped ? "von einem Zeitstempeldienst bestätigt" : "nach eigener Angabe")})"
        : "";

    private static string Written(DateOnly day) => day.ToString("dd.MM.yyyy", German);
}
