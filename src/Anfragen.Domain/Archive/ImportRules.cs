namespace Anfragen.Domain.Archive;

/// <summary>Regeln für eingelesene Vorgänge.</summary>
public static class ImportRules
{
    public static readonly Rule IsImported =
        new("import.is-imported", "Das geht nur bei einem Vorgang, der aus dem Archiv eingelesen wurde.");

    public static readonly Rule IsNotPublic = new(
        "import.is-not-public", "Der Vorgang ist veröffentlicht. Zum Berichtigen depublizieren Sie ihn bitte zuerst.");

    public static readonly Rule DoubtIsOpen =
        new("import.doubt-is-open", "Diesen Zweifel gibt es nicht, oder er ist schon geklärt.");

    public static readonly Rule AnswersQuestionsOfTheInquiry =
        new("import.answers-questions-of-the-inquiry", "Eine Antwort nennt eine Frage, die es in der Anfrage nicht gibt.");

    public static readonly Rule RepliesStay =
        new("import.replies-stay", "Beim Berichtigen bleiben die Schreiben, die eingelesen wurden; keines kommt hinzu, keines entfällt.");

    public static readonly Rule IsReadOnce =
        new("import.is-read-once", "Dieses Antwortschreiben ist schon eingelesen.");

    public static readonly Rule NumberIsOnRecord = new(
        "import.number-is-on-record",
        "Unter der Drucksachennummer aus dem Schreiben gibt es schon einen Vorgang. Damit nichts doppelt erscheint, wurde nichts eingelesen.");
}
