namespace Anfragen.Domain.Answers;

/// <summary>Regeln für Antworten.</summary>
public static class AnswerRules
{
    public static readonly Rule BasedOnLatestVersion =
        new("answer.based-on-latest-version", "Inzwischen wurde eine neuere Fassung gespeichert. Ihr Text ist noch da; bitte vergleichen Sie.");

    public static readonly Rule WorkingCopyIsWrittenOnce = new(
        "answer.working-copy-is-written-once",
        "Sie haben an dieser Antwort in einem anderen Fenster weitergeschrieben. Hier wird nicht mehr zwischengespeichert; Ihr Text bleibt in diesem Browser.");

    public static readonly Rule HasText =
        new("answer.has-text", "Die Antwort ist noch leer. Bitte schreiben Sie einen Text, bevor Sie sie weitergeben.");

    public static readonly Rule ContributionsAreIn =
        new("answer.contributions-are-in", "Es stehen noch Zuarbeiten aus. Warten Sie darauf, oder lassen Sie sie vom Ratsbüro beenden.");

    public static readonly Rule CoSignerIsNotAuthor =
        new("answer.co-signer-is-not-author", "Wer an der Antwort geschrieben hat, darf sie nicht selbst mitzeichnen (Vier-Augen-Prinzip).");

    public static readonly Rule CoSignsOnce =
        new("answer.co-signs-once", "Sie haben diese Fassung schon für eine andere Stelle mitgezeichnet. Jede Stufe zeichnet eine andere Person mit.");

    public static readonly Rule CoSignsLatestVersion =
        new("answer.co-signs-latest-version", "Inzwischen gibt es eine neuere Fassung. Bitte prüfen Sie diese.");

    public static readonly Rule JoinsWithinOneDepartment =
        new("answer.joins-within-one-department", "Gemeinsam beantwortet werden nur Fragen, die dasselbe Amt federführend bearbeitet.");

    public static readonly Rule JoinsDrafts =
        new("answer.joins-drafts", "Zusammengeführt werden nur Entwürfe. Bitte speichern Sie zuerst eine neue Fassung der anderen Antwort.");

    public static readonly Rule CoversTheQuestion =
        new("answer.covers-the-question", "Diese Antwort gilt nicht für diese Frage.");

    public static readonly Rule KeepsAQuestion =
        new("answer.keeps-a-question", "Eine Antwort muss für mindestens eine Frage gelten.");

    public static readonly Rule CorrectsOnceAtATime =
        new("answer.corrects-once-at-a-time", "Zu dieser Antwort wird schon eine Berichtigung vorbereitet.");

    public static readonly Rule CorrectsWhatStands =
        new("answer.corrects-what-stands", "Diese Antwort ist schon durch eine neuere ersetzt. Bitte berichtigen Sie die neuere.");

    public static readonly Rule CorrectsWhatWasMadeHere =
        new("answer.corrects-what-was-made-here", "Antworten aus alten Schreiben werden unter „Einlesen prüfen“ berichtigt.");

    public static readonly Rule IsBeingCorrected =
        new("answer.is-being-corrected", "Zu dieser Antwort wird keine Berichtigung vorbereitet.");

    public static readonly Rule CorrectionIsNotSigned =
        new("answer.correction-is-not-signed", "Die Berichtigung ist schon unterzeichnet. Heben Sie zuerst die Unterschrift auf.");

    public static readonly Rule ThirdPartyIsNamed =
        new("answer.third-party-is-named", "Bitte nennen Sie die Stelle, in deren Namen geantwortet wird.");
}
