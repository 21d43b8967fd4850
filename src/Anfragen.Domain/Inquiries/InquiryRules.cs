namespace Anfragen.Domain.Inquiries;

/// <summary>Regeln für Anfragen.</summary>
public static class InquiryRules
{
    /// <summary>Nodes of one question tree. The largest of 1,423 real inquiries had 28; beyond this a form cannot be read.</summary>
    public const int MostQuestions = 200;

    public static readonly Rule AsksSomething =
        new("inquiry.asks-something", "Eine Anfrage braucht mindestens eine Frage.");

    public static readonly Rule HasSubject =
        new("inquiry.has-subject", "Eine Anfrage braucht einen Betreff.");

    public static readonly Rule NotTooManyQuestions =
        new("inquiry.not-too-many-questions", $"Eine Anfrage kann höchstens {MostQuestions} Fragen haben.");

    public static readonly Rule SomethingLeftToAnswer =
        new("inquiry.something-left-to-answer", "Alle Fragen sind zurückgewiesen oder zurückgezogen; es gibt nichts zu registrieren.");

    public static readonly Rule QuestionIsOpen =
        new("question.is-open", "Diese Frage ist bereits zurückgewiesen, zurückgezogen oder beantwortet.");

    public static readonly Rule QuestionWasRejected =
        new("question.was-rejected", "Nur eine zurückgewiesene Frage kann wieder zugelassen werden.");

    public static readonly Rule QuestionOfThisInquiry =
        new("question.of-this-inquiry", "Diese Frage gehört nicht zu der Anfrage.");

    public static readonly Rule QuestionNotSigned =
        new("question.not-signed", "Die Antwort auf diese Frage ist schon unterzeichnet.");

    public static readonly Rule SplitIsChecked = new(
        "intake.split-is-checked",
        "Die Zerlegung dieses Eingangs ist noch nicht geprüft. Bitte vergleichen Sie den Wortlaut zuerst mit dem Original.");

    public static readonly Rule NothingIsSettled = new(
        "intake.nothing-is-settled",
        "Eine Frage ist schon zurückgewiesen oder zurückgezogen. Der Wortlaut lässt sich deshalb nicht mehr ändern.");

    public static readonly Rule WasReceived =
        new("intake.was-received", "Der Tag des Eingangs liegt in der Zukunft.");

    public static readonly Rule FollowsAnother =
        new("inquiry.follows-another", "Eine Anfrage kann nicht auf sich selbst folgen.");

    public static readonly Rule EarlierIsKnown =
        new("inquiry.earlier-is-known", "Die frühere Anfrage gibt es nicht, oder sie hat noch keine Nummer.");

    public static readonly Rule SupplementaryHasText =
        new("supplementary.has-text", "Bitte schreiben Sie Ihre Nachfrage.");

    public static readonly Rule SupplementaryAfterDelivery =
        new("supplementary.after-delivery", "Nachfragen kann man zu dem, was schon beantwortet ist.");

    public static readonly Rule NotTooManySupplementary =
        new("supplementary.not-too-many", "Mehr Nachfragen lässt die Regel nicht zu, die für diese Anfrage gilt.");

    public static readonly Rule SupplementaryInTime =
        new("supplementary.in-time", "Die Zeit für Nachfragen nach der Regel, die für diese Anfrage gilt, ist vorbei. Sie können eine Folgeanfrage stellen.");

    public static readonly Rule SomeArePending =
        new("supplementary.some-are-pending", "Es wartet keine Nachfrage auf Zulassung.");

    public static readonly Rule SupplementaryIsAdmitted =
        new("supplementary.is-admitted", "Diese Nachfrage ist noch nicht zugelassen.");

    public static readonly Rule NumberIsFree =
        new("inquiry.number-is-free", "Diese Drucksachennummer ist schon vergeben.");

    public static readonly Rule MeetingIsAnother =
        new("inquiry.meeting-is-another", "Die Anfrage steht schon auf der Tagesordnung dieser Sitzung.");
}
