namespace Anfragen.Domain.Replies;

/// <summary>Regeln für Antwortschreiben.</summary>
public static class ReplyRules
{
    public static readonly Rule HoldsAnAnswer =
        new("reply.holds-an-answer", "Ein Antwortschreiben braucht mindestens eine mitgezeichnete Antwort.");

    public static readonly Rule OneOpenReply =
        new("reply.one-open-reply", "Zu dieser Anfrage ist bereits ein Antwortschreiben in Arbeit.");

    public static readonly Rule AnswersAreCoSigned =
        new("reply.answers-are-co-signed", "In das Antwortschreiben gehören nur mitgezeichnete Antworten in ihrer letzten Fassung. Bitte aktualisieren Sie es.");

    public static readonly Rule TellsWhatWasSettled =
        new("reply.tells-what-was-settled", "Seit der Zusammenstellung hat sich geändert, welche Fragen beantwortet werden. Bitte aktualisieren Sie das Antwortschreiben.");

    public static readonly Rule ApproverIsNotAuthor =
        new("reply.approver-is-not-author", "Wer an einer Antwort oder am Antwortschreiben geschrieben hat, darf es nicht freigeben (Vier-Augen-Prinzip).");

    public static readonly Rule ApprovalHolds =
        new("reply.approval-holds", "Das Antwortschreiben wurde nach der Freigabe geändert und muss neu freigegeben werden.");

    public static readonly Rule SignatoryIsNamed =
        new("reply.signatory-is-named", "Bitte geben Sie Ort, Name und Amtsbezeichnung an.");

    public static readonly Rule NotSignedInFuture =
        new("reply.not-signed-in-future", "Das Datum des Schreibens darf nicht in der Zukunft liegen.");

    public static readonly Rule ReviewsWhatIsShown =
        new("reply.reviews-what-is-shown", "Das Antwortschreiben wurde inzwischen geändert. Bitte sehen Sie sich die neue Fassung an.");
}
