namespace Anfragen.Domain.Council;

/// <summary>Regeln für die Stammdaten der Stadt.</summary>
public static class CouncilRules
{
    public static readonly Rule PeriodIsForward = new("council.period-is-forward", "Das Ende liegt vor dem Beginn.");

    public static readonly Rule NameIsFree =
        new("council.name-is-free", "Eine Organisation mit diesem Namen gibt es schon. Bitte wählen Sie einen anderen Namen oder beenden Sie die andere zuerst.");

    public static readonly Rule ParentIsOther = new("council.parent-is-other", "Eine Organisation kann nicht zu sich selbst gehören, auch nicht über andere.");

    public static readonly Rule ParentExists = new("council.parent-exists", "Die übergeordnete Organisation gibt es nicht.");

    public static readonly Rule KindStays =
        new("council.kind-stays", "Die Art einer Organisation ändert sich nicht. Bitte beenden Sie diese und legen Sie eine neue an.");

    public static readonly Rule OrganizationIsCurrent = new("council.organization-is-current", "Diese Organisation ist schon beendet.");

    public static readonly Rule SuccessorIsCurrent =
        new("council.successor-is-current", "Die Nachfolge muss eine andere, bestehende Organisation derselben Art sein.");

    public static readonly Rule NoWorkIsWaiting =
        new("council.no-work-is-waiting", "Auf diese Organisation warten noch Aufgaben. Bitte verteilen Sie diese zuerst um.");

    public static readonly Rule RenamedForward =
        new("council.renamed-forward", "Die Umbenennung muss nach der letzten Umbenennung liegen und darf nicht in der Zukunft liegen.");

    public static readonly Rule RenamingIsExplained =
        new("council.renaming-is-explained", "Bitte sagen Sie, ob die Organisation umbenannt wurde oder ob ein Tippfehler berichtigt wird.");

    public static readonly Rule BodyStays = new("council.body-stays", "Die Stadt selbst lässt sich nicht beenden.");

    public static readonly Rule TermsAreApart = new("council.terms-are-apart", "Wahlperioden dürfen sich nicht überschneiden.");

    public static readonly Rule TermOrdinalIsFree = new("council.term-ordinal-is-free", "Eine Wahlperiode mit dieser Nummer gibt es schon.");

    public static readonly Rule TermBegins = new("council.term-begins", "Eine Wahlperiode braucht ein Beginndatum.");

    public static readonly Rule SchemeIsNotPast =
        new("council.scheme-is-not-past", "Ein Nummernschema gilt frühestens ab heute: Nummern, die vergeben sind, ändern sich nicht.");

    public static readonly Rule SchemeDayIsFree = new("council.scheme-day-is-free", "Ab diesem Tag gilt schon ein anderes Nummernschema.");

    public static readonly Rule DeputyIsOther = new("council.deputy-is-other", "Niemand vertritt sich selbst.");

    public static readonly Rule DeputyIsNamedByAnother = new(
        "council.deputy-is-named-by-another", "Sich selbst kann niemand zur Vertretung machen. Das tut eine andere Person mit dieser Rolle.");

    public static readonly Rule DeputyPeriodIsClosed = new("council.deputy-period-is-closed", "Eine Vertretung braucht einen ersten und einen letzten Tag.");

    public static readonly Rule DeputyIsNew = new("council.deputy-is-new", "Diese Vertretung gibt es in dem Zeitraum schon.");

    public static readonly Rule MembershipIsNew = new("council.membership-is-new", "Diese Mitgliedschaft gibt es in dem Zeitraum schon.");

    public static readonly Rule DeputyHasAccount = new("council.deputy-has-account", "Vertreten werden und vertreten kann nur, wer ein Konto hat (Anmeldung).");

    public static readonly Rule SomebodyCoSigns = new("council.somebody-co-signs", "Die Mitzeichnung braucht mindestens eine Stufe und jede nur einmal.");

    /// <summary>How many lines an address has at most.</summary>
    public const int MostAddressLines = 4;

    /// <summary>How many lines of contact find room in the info block, below number, day and departments.</summary>
    public const int MostContactLines = 6;

    public static readonly Rule LetterheadHasSender = new("council.letterhead-has-sender", "Ein Briefkopf braucht einen Absender.");

    public static readonly Rule LetterheadFits = new(
        "council.letterhead-fits", $"Im Briefkopf haben höchstens {MostAddressLines} Zeilen Anschrift und {MostContactLines} Kontaktangaben Platz.");

    public static readonly Rule ContactLabelsDiffer = new("council.contact-labels-differ", "Jede Kontaktangabe braucht eine eigene Bezeichnung.");

    public static readonly Rule IsThere = new("council.is-there", "Diesen Eintrag gibt es nicht.");
}
