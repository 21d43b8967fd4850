namespace Anfragen.Domain.Deadlines;

/// <summary>Regeln für laufende Fristen.</summary>
public static class ClockRules
{
    public static readonly Rule ExtensionIsLater =
        new("deadline.extension-is-later", "Der neue Tag muss nach dem bisherigen Ende der Frist liegen.");

    public static readonly Rule ExtensionIsAllowed =
        new("deadline.extension-is-allowed", "Das Regelwerk, das für diese Anfrage gilt, erlaubt keine weitere Verlängerung.");

    public static readonly Rule ExtensionIsNotTooLong =
        new("deadline.extension-is-not-too-long", "So weit lässt sich die Frist nach dem Regelwerk dieser Anfrage nicht auf einmal verlängern.");

    public static readonly Rule ClockMayStop =
        new("deadline.clock-may-stop", "Das Regelwerk, das für diese Anfrage gilt, kennt keine Hemmung der Frist.");

    public static readonly Rule DueAfterReceipt =
        new("deadline.due-after-receipt", "Die Frist kann nicht vor dem Eingang der Anfrage enden.");

    public static readonly Rule ExpectedIsAhead =
        new("deadline.expected-is-ahead", "Der Tag, an dem die Antwort zu erwarten ist, muss in der Zukunft liegen.");

    public static readonly Rule InquiryIsRegistered =
        new("deadline.inquiry-is-registered", "Eine Frist läuft erst, wenn die Anfrage registriert ist.");

    public static readonly Rule KindExists =
        new("deadline.kind-exists", "Diese Art von Anfrage kennt das Regelwerk nicht. Bitte wählen Sie eine andere.");

    public static readonly Rule SetIsNotPast =
        new("rules.set-is-not-past", "Ein Regelwerk gilt frühestens ab heute: Fristen, die schon laufen, ändern sich nicht.");

    public static readonly Rule SetDayIsFree = new("rules.set-day-is-free", "Ab diesem Tag gilt schon ein anderes Regelwerk.");

    public static readonly Rule SetHasKinds = new("rules.set-has-kinds", "Ein Regelwerk braucht mindestens eine Art von Anfrage.");

    public static readonly Rule KindsDiffer = new("rules.kinds-differ", "Jede Art von Anfrage braucht ein eigenes Kurzwort.");

    public static readonly Rule SomethingIsOwed =
        new("deadline.something-is-owed", "Auf diese Anfrage steht keine Antwort mehr aus.");
}
