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

    public static readonly Rule PublishesSomething =
        new("publication.publishes-something", "Bitte wählen Sie mindestens eine Frage aus.");
}
