namespace Anfragen.Domain.Publication;

/// <summary>Regeln für die Veröffentlichung.</summary>
public static class PublicationRules
{
    public static readonly Rule ReplyIsDelivered =
        new("publication.reply-is-delivered", "Veröffentlicht wird erst, was der Fraktion zugestellt ist.");

    public static readonly Rule PublisherIsNotSigner =
        new("publication.publisher-is-not-signer", "Wer das Schreiben unterzeichnet hat, veröffentlicht es nicht selbst. Bitte lassen Sie das eine zweite Person tun.");

    public static readonly Rule FileNeedsAllItsQuestions =
        new("publication.file-needs-all-its-questions", "Das PDF enthält alle Fragen des Schreibens. Solange eine davon nichtöffentlich bleibt, kann es nicht veröffentlicht werden.");

    public static readonly Rule JointAnswerNeedsAllItsQuestions =
        new("publication.joint-answer-needs-all-its-questions", "Gemeinsam beantwortete Fragen können nur gemeinsam veröffentlicht werden.");

    public static readonly Rule AttachmentHangsOnWhatIsPublic = new(
        "publication.attachment-hangs-on-what-is-public", "Eine Anlage wird nur zusammen mit dem öffentlich, woran sie hängt. Bitte wählen Sie die Fragen dazu oder lassen Sie die Anlage weg.");

    public static readonly Rule FileIsAPdf = new(
        "publication.file-is-a-pdf", "Das Original dieses alten Schreibens ist kein PDF und kann deshalb nicht mitveröffentlicht werden.");

    public static readonly Rule DoubtsAreSettled = new(
        "publication.doubts-are-settled", "Beim Einlesen aus dem Archiv blieb etwas unsicher. Bitte klären Sie das zuerst unter „Einlesen prüfen“.");

    public static readonly Rule HasNumber = new(
        "publication.has-number", "Ohne Drucksachennummer wird nichts veröffentlicht. Bitte tragen Sie sie zuerst unter „Einlesen prüfen“ ein.");

    public static readonly Rule PublishesSomething =
        new("publication.publishes-something", "Bitte wählen Sie mindestens eine Frage aus.");
}
