namespace Anfragen.Domain.Promises;

/// <summary>Regeln für Zusagen.</summary>
public static class PromiseRules
{
    /// <summary>Characters of a passage; one that is longer promises nothing in particular.</summary>
    public const int LongestText = 2_000;

    public static readonly Rule StandsInAnswer =
        new("promise.stands-in-answer", "Diese Stelle steht so nicht in der letzten Fassung der Antwort. Bitte kopieren Sie sie wörtlich.");

    public static readonly Rule AnswerHasText =
        new("promise.answer-has-text", "Eine Zusage lässt sich erst vormerken, wenn eine Fassung der Antwort gespeichert ist.");

    public static readonly Rule MadeHere =
        new("promise.made-here", "In eingelesenen alten Antworten werden keine Zusagen vorgemerkt.");

    public static readonly Rule MarkedOnce =
        new("promise.marked-once", "Diese Stelle ist schon als Zusage vorgemerkt.");

    public static readonly Rule DueIsAhead =
        new("promise.due-is-ahead", "Der Tag der Wiedervorlage liegt in der Vergangenheit.");

    public static readonly Rule NoteIsGiven =
        new("promise.note-is-given", "Bitte schreiben Sie kurz, wie es um die Zusage steht.");

    public static readonly Rule IsGiven =
        new("promise.is-given", "Die Antwort ist noch nicht zugestellt, die Zusage also noch nicht gegeben. Bis dahin lässt sich nur der Vermerk aufheben.");

    public static readonly Rule UnmarkedBeforeDelivery =
        new("promise.unmarked-before-delivery", "Die Antwort ist zugestellt, die Zusage also gegeben. Halten Sie fest, was aus ihr geworden ist.");
}
