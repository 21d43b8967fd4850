namespace Anfragen.Domain.Assignments;

/// <summary>Regeln für Zuweisungen.</summary>
public static class AssignmentRules
{
    public static readonly Rule OneLeadPerQuestion =
        new("assignment.one-lead-per-question", "Diese Frage hat bereits ein federführendes Amt.");

    public static readonly Rule OncePerDepartment =
        new("assignment.once-per-department", "Dieses Amt ist an der Frage schon beteiligt.");

    public static readonly Rule LeadDoesNotContribute =
        new("assignment.lead-does-not-contribute", "Wer federführend ist, arbeitet sich nicht selbst zu.");

    public static readonly Rule ContributorContributes =
        new("assignment.contributor-contributes", "Eine Zuarbeit liefert nur, wer um Zuarbeit gebeten wurde.");

    public static readonly Rule ContributionHasText =
        new("assignment.contribution-has-text", "Die Zuarbeit ist noch leer.");

    public static readonly Rule LeadHasAccepted =
        new("assignment.lead-has-accepted", "Bitte nehmen Sie zuerst die Zuweisung an. Vorher kann an der Antwort nichts geändert werden.");

    public static readonly Rule LeadChanges =
        new("assignment.lead-changes", "Dieses Amt ist für die Frage bereits federführend.");

    public static readonly Rule CompetentIsNamed =
        new("assignment.competent-is-named", "Bitte nennen Sie das Amt, das zuständig ist.");

    public static readonly Rule CompetentIsAnother =
        new("assignment.competent-is-another", "Das zuständige Amt kann nicht das sein, das ablehnt.");

    public static readonly Rule EscalatedOnce =
        new("assignment.escalated-once", "Das Ratsbüro weiß schon, dass das Amt nicht reagiert hat.");

    public static readonly Rule InquiryIsRegistered =
        new("assignment.inquiry-is-registered", "Zugewiesen wird erst, was registriert ist.");

    public static readonly Rule RemindedOnceADay =
        new("assignment.reminded-once-a-day", "Das Amt wurde heute schon erinnert.");

    public static readonly Rule SomethingToRemindOf =
        new("assignment.something-to-remind-of", "Hier steht keine Rückmeldung eines Amts aus.");

    public static readonly Rule SomethingToRoute =
        new("assignment.something-to-route", "Hier ist keine Frage mehr zuzuweisen.");
}
