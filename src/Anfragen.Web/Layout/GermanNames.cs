using Anfragen.Application.Backup;
using Anfragen.Application.Mail;
using Anfragen.Application.Promises;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Numbers;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Web.TagHelpers;

namespace Anfragen.Web.Layout;

/// <summary>The German words for the enumerations of the domain, as pages show them; a test holds that none is missing.</summary>
public static class GermanNames
{
    private static readonly Dictionary<BackupCondition, string> BackupConditions = new()
    {
        [BackupCondition.Off] = "nicht eingerichtet",
        [BackupCondition.Pending] = "noch keine",
        [BackupCondition.Good] = "in Ordnung",
        [BackupCondition.Failed] = "fehlgeschlagen",
        [BackupCondition.Overdue] = "überfällig",
    };

    private static readonly Dictionary<OutboxCondition, string> OutboxConditions = new()
    {
        [OutboxCondition.Off] = "nicht eingerichtet",
        [OutboxCondition.Good] = "in Ordnung",
        [OutboxCondition.Late] = "verspätet",
        [OutboxCondition.SomeFailed] = "einige nicht zustellbar",
    };

    private static readonly Dictionary<OutboxState, string> OutboxStates = new()
    {
        [OutboxState.Waiting] = "wartet",
        [OutboxState.Deferred] = "für die Morgenübersicht",
        [OutboxState.Sent] = "versandt",
        [OutboxState.Failed] = "aufgegeben",
        [OutboxState.Withheld] = "nicht versandt",
    };

    private static readonly Dictionary<MessageKind, string> MessageKinds = new()
    {
        [MessageKind.Submitted] = "Anfrage eingereicht",
        [MessageKind.SupplementaryAsked] = "Nachfrage gestellt",
        [MessageKind.Registered] = "Anfrage registriert",
        [MessageKind.Rejected] = "Anfrage oder Frage zurückgewiesen",
        [MessageKind.InterimReplySent] = "Zwischennachricht",
        [MessageKind.Delivered] = "Antwort zugestellt",
        [MessageKind.Published] = "Anfrage veröffentlicht",
        [MessageKind.Assigned] = "Neue Zuweisung",
        [MessageKind.Reassigned] = "Frage an ein anderes Amt gegeben",
        [MessageKind.NoLongerAsked] = "Frage entfallen",
        [MessageKind.ReactionReminder] = "Erinnerung an eine Zuweisung",
        [MessageKind.NobodyReacted] = "Ein Amt reagiert nicht",
        [MessageKind.Declined] = "Zuweisung abgelehnt",
        [MessageKind.ContributionRequested] = "Zuarbeit erbeten",
        [MessageKind.ContributionDeclined] = "Zuarbeit abgelehnt",
        [MessageKind.ContributionSubmitted] = "Zuarbeit geliefert",
        [MessageKind.ContributionReturned] = "Zuarbeit zurückgegeben",
        [MessageKind.ToCoSign] = "Antwort zur Mitzeichnung",
        [MessageKind.AnswerReturned] = "Antwort zurückgegeben",
        [MessageKind.Commented] = "Kommentar zu einer Frage",
        [MessageKind.CommentedForOffice] = "Antwort auf einen Kommentar des Ratsbüros",
        [MessageKind.ToReview] = "Antwortschreiben zur Prüfung",
        [MessageKind.ReplyReturned] = "Antwortschreiben zurückgegeben",
        [MessageKind.ToSign] = "Antwortschreiben zur Unterschrift",
        [MessageKind.ToDeliver] = "Antwortschreiben zuzustellen",
        [MessageKind.MorningDigest] = "Morgenübersicht",
    };

    private static readonly Dictionary<PromiseOutcome, string> PromiseOutcomes = new()
    {
        [PromiseOutcome.Kept] = "Sie ist eingelöst.",
        [PromiseOutcome.Moved] = "Sie kommt später, oder ein anderes Amt kümmert sich darum.",
        [PromiseOutcome.Dropped] = "Sie wird nicht eingelöst.",
    };

    private static readonly Dictionary<PromiseChoice, string> PromiseChoices = new()
    {
        [PromiseChoice.Open] = "offen",
        [PromiseChoice.Due] = "offen, Tag ist gekommen",
        [PromiseChoice.Kept] = "eingelöst",
        [PromiseChoice.Dropped] = "nicht eingelöst",
    };

    private static readonly Dictionary<DeclineCause, string> DeclineCauses = new()
    {
        [DeclineCause.NotCompetent] = "Unser Amt ist nicht zuständig.",
        [DeclineCause.OtherDepartment] = "Ein anderes Amt ist zuständig.",
        [DeclineCause.Unclear] = "Die Frage ist zu unbestimmt, um sie zu beantworten.",
        [DeclineCause.Other] = "Sonstiges",
    };

    private static readonly Dictionary<MessageTiming, string> MessageTimings = new()
    {
        [MessageTiming.AtOnce] = "sofort",
        [MessageTiming.Digest] = "in der Morgenübersicht",
        [MessageTiming.Never] = "gar nicht",
    };

    private static readonly Dictionary<CoSignatureStage, string> CoSignatureStages = new()
    {
        [CoSignatureStage.Department] = "Leitung des federführenden Amts",
        [CoSignatureStage.Directorate] = "Leitung des Dezernats, zu dem es gehört",
        [CoSignatureStage.Contributors] = "Leitungen der Ämter, die zugearbeitet haben",
    };

    private static readonly Dictionary<WorkKind, string> WorkKinds = new()
    {
        [WorkKind.FinishDraft] = "Entwurf fertigstellen",
        [WorkKind.ConfirmCoAsking] = "Anfrage mitzeichnen",
        [WorkKind.CheckIntake] = "Eingang mit dem Original vergleichen",
        [WorkKind.Admit] = "Zulässigkeit prüfen und registrieren",
        [WorkKind.AdmitSupplementary] = "Nachfragen prüfen",
        [WorkKind.Route] = "Fragen zuweisen",
        [WorkKind.React] = "Zuweisung annehmen oder ablehnen",
        [WorkKind.ChaseReaction] = "Ausbleibende Rückmeldung klären",
        [WorkKind.Draft] = "Antwort entwerfen",
        [WorkKind.Redraft] = "Antwort überarbeiten",
        [WorkKind.Contribute] = "Zuarbeit liefern",
        [WorkKind.CoSign] = "Antwort mitzeichnen",
        [WorkKind.Compose] = "Antwortschreiben zusammenstellen",
        [WorkKind.SendToReview] = "Antwortschreiben in die Prüfung geben",
        [WorkKind.Review] = "Antwortschreiben prüfen",
        [WorkKind.Sign] = "Antwortschreiben unterzeichnen",
        [WorkKind.Deliver] = "Antwortschreiben zustellen",
        [WorkKind.Publish] = "Antwort veröffentlichen",
        [WorkKind.SettleImport] = "Eingelesenes prüfen",
        [WorkKind.KeepPromise] = "Zusage nachsehen",
    };

    // As a line of the history: what was done, before who did it.
    private static readonly Dictionary<Step, string> Steps = new()
    {
        [Step.Revise] = "Entwurf gespeichert",
        [Step.ConfirmCoAsking] = "Anfrage mitgezeichnet",
        [Step.Discard] = "Entwurf verworfen",
        [Step.Submit] = "Anfrage eingereicht",
        [Step.Recall] = "Anfrage zurückgeholt",
        [Step.Register] = "Anfrage registriert",
        [Step.RejectQuestion] = "Frage zurückgewiesen",
        [Step.ReinstateQuestion] = "Frage wieder zugelassen",
        [Step.WithdrawQuestion] = "Frage zurückgezogen",
        [Step.ImportInquiry] = "Aus dem Archiv eingelesen",
        [Step.ReviseImport] = "Lesung berichtigt",
        [Step.NumberImport] = "Drucksachennummer eingetragen",
        [Step.SettleDoubt] = "Zweifel beim Einlesen geklärt",
        [Step.RecordIntake] = "Anfrage vom Ratsbüro erfasst",
        [Step.SetMeeting] = "Auf die Tagesordnung einer Sitzung gesetzt",
        [Step.NoteReceipt] = "Eingang vermerkt",
        [Step.ReviseIntake] = "Wortlaut mit dem Original verglichen",
        [Step.AskSupplementary] = "Nachfrage gestellt",
        [Step.AdmitSupplementary] = "Nachfragen zugelassen",
        [Step.ReferToEarlier] = "Bezug auf eine frühere Anfrage geändert",
        [Step.DiscardIntake] = "Eingang verworfen",
        [Step.Assign] = "Frage zugewiesen",
        [Step.RequestContribution] = "Zuarbeit erbeten",
        [Step.Accept] = "Zuweisung angenommen",
        [Step.Decline] = "Zuweisung abgelehnt",
        [Step.Reassign] = "Frage umverteilt",
        [Step.SubmitContribution] = "Zuarbeit geliefert",
        [Step.ReturnContribution] = "Zuarbeit zurückgegeben",
        [Step.EndAssignment] = "Zuweisung beendet",
        [Step.Remind] = "Amt an die Rückmeldung erinnert",
        [Step.Escalate] = "Ratsbüro erinnert: keine Rückmeldung des Amts",
        [Step.OpenAnswer] = "Antwort begonnen",
        [Step.SaveAnswerVersion] = "Fassung der Antwort gespeichert",
        [Step.JoinAnswers] = "Antworten zusammengelegt",
        [Step.SplitAnswer] = "Antwort geteilt",
        [Step.SubmitForCoSignature] = "Antwort zur Mitzeichnung gegeben",
        [Step.RequireCoSignature] = "Weitere Mitzeichnung verlangt",
        [Step.CoSignStage] = "Antwort mitgezeichnet, weitere Mitzeichnung offen",
        [Step.CoSign] = "Antwort mitgezeichnet",
        [Step.ReturnForRedraft] = "Antwort zur Überarbeitung zurückgegeben",
        [Step.MoveToDepartment] = "Antwort an anderes Amt gegeben",
        [Step.AbandonAnswer] = "Antwort aufgegeben",
        [Step.DropQuestion] = "Frage aus der Antwort genommen",
        [Step.LockBySigning] = "Antwort durch Unterschrift gesperrt",
        [Step.UnlockByAnnulment] = "Antwort nach aufgehobener Unterschrift entsperrt",
        [Step.Issue] = "Antwort ausgegeben",
        [Step.ImportAnswer] = "Antwort aus dem Archiv eingelesen",
        [Step.CoverByImport] = "Eingelesene Antwort einer weiteren Frage zugeordnet",
        [Step.ReplaceImport] = "Eingelesene Antwort ersetzt",
        [Step.OrderCorrection] = "Berichtigung der Antwort veranlasst",
        [Step.DropCorrection] = "Berichtigung der Antwort verworfen",
        [Step.ImportReply] = "Antwortschreiben aus dem Archiv eingelesen",
        [Step.ReviseImportedReply] = "Lesung des Antwortschreibens berichtigt",
        [Step.ImportSignature] = "Ort, Tag und Name des alten Schreibens festgehalten",
        [Step.Compose] = "Antwortschreiben zusammengestellt",
        [Step.ReviseReply] = "Antwortschreiben geändert",
        [Step.SubmitForReview] = "Antwortschreiben in die Prüfung gegeben",
        [Step.ReturnReply] = "Antwortschreiben zurückgegeben",
        [Step.ContentChanged] = "Inhalt des Antwortschreibens geändert",
        [Step.Approve] = "Antwortschreiben freigegeben",
        [Step.Sign] = "Antwortschreiben unterzeichnet",
        [Step.AnnulSignature] = "Unterschrift aufgehoben",
        [Step.Deliver] = "Antwort zugestellt",
        [Step.DiscardReply] = "Antwortschreiben verworfen",
        [Step.Publish] = "Veröffentlicht",
        [Step.Depublish] = "Depubliziert",
        [Step.AddAttachment] = "Anlage hinzugefügt",
        [Step.RemoveAttachment] = "Anlage entfernt",
        [Step.PinRule] = "Regelwerk für die Frist festgehalten",
        [Step.SetFirstDue] = "Frist errechnet",
        [Step.EstablishDueDate] = "Frist festgelegt",
        [Step.ExtendDeadline] = "Frist verlängert",
        [Step.StopClock] = "Frist angehalten",
        [Step.RestartClock] = "Frist fortgesetzt",
        [Step.SendInterimReply] = "Zwischennachricht gesendet",
        [Step.MeetDeadline] = "Frist erledigt",
        [Step.MarkPromise] = "Als Zusage vorgemerkt",
        [Step.UnmarkPromise] = "Vermerk einer Zusage aufgehoben",
        [Step.KeepPromise] = "Zusage eingelöst",
        [Step.MovePromise] = "Zusage: neuer Tag",
        [Step.DropPromise] = "Zusage nicht eingelöst",
        [Step.ReopenDeadline] = "Frist wieder offen",
        [Step.AddAccount] = "Konto angelegt",
        [Step.GrantRole] = "Rolle vergeben",
        [Step.LockAccount] = "Konto gesperrt",
        [Step.SuspendSignIn] = "Anmeldung nach falschen Passwörtern ausgesetzt",
        [Step.EndRole] = "Rolle beendet",
        [Step.ChangeAccount] = "Konto geändert",
        [Step.InviteAccount] = "Einladung ausgestellt",
        [Step.SetPassword] = "Passwort gesetzt",
        [Step.UnlockAccount] = "Konto entsperrt",
        [Step.AddEntry] = "Eintrag aufgenommen",
        [Step.ChangeEntry] = "Eintrag geändert",
        [Step.EndEntry] = "Eintrag beendet",
    };

    private static readonly Dictionary<DeadlineUnit, string> Units = new()
    {
        [DeadlineUnit.Day] = "Tage",
        [DeadlineUnit.WorkingDay] = "Arbeitstage",
        [DeadlineUnit.Week] = "Wochen",
        [DeadlineUnit.Month] = "Monate",
    };

    private static readonly Dictionary<DeadlineStart, string> Starts = new()
    {
        [DeadlineStart.Received] = "Eingang",
        [DeadlineStart.Registered] = "Registrierung",
        [DeadlineStart.Forwarded] = "Zuleitung",
        [DeadlineStart.Meeting] = "Sitzung",
    };

    private static readonly Dictionary<InternalStage, string> Stages = new()
    {
        [InternalStage.Contribution] = "Zuarbeit",
        [InternalStage.CoSignature] = "Entwurf und Mitzeichnung",
        [InternalStage.MayorsOffice] = "Prüfung und Unterschrift",
    };

    private static readonly Dictionary<IntakeChannel, string> Channels = new()
    {
        [IntakeChannel.Paper] = "auf Papier",
        [IntakeChannel.Email] = "per E-Mail",
        [IntakeChannel.Fax] = "per Fax",
        [IntakeChannel.File] = "als Datei",
        [IntakeChannel.Meeting] = "in der Sitzung",
    };

    private static readonly Dictionary<ReplyKind, string> ReplyKinds = new()
    {
        [ReplyKind.Full] = "Antwort",
        [ReplyKind.Partial] = "Teilantwort",
        [ReplyKind.Supplement] = "Ergänzung",
        [ReplyKind.Correction] = "Berichtigung",
    };

    private static readonly Dictionary<AnswerKind, string> AnswerKinds = new()
    {
        [AnswerKind.Own] = "Eigene Antwort",
        [AnswerKind.Referral] = "Verweis auf eine frühere Antwort",
        [AnswerKind.ThirdParty] = "Im Namen eines Dritten",
        [AnswerKind.NoStatement] = "Keine Angaben möglich oder zulässig",
    };

    private static readonly Dictionary<AssignmentPart, string> Parts = new()
    {
        [AssignmentPart.Lead] = "Federführung",
        [AssignmentPart.Contributor] = "Zuarbeit",
    };

    private static readonly Dictionary<CounterScope, string> Scopes = new()
    {
        [CounterScope.Year] = "jedes Jahr",
        [CounterScope.Term] = "jede Wahlperiode",
        [CounterScope.None] = "nie",
    };

    /// <summary>When a counter begins again.</summary>
    public static string Begins(this CounterScope scope) => Scopes[scope];

    private static readonly Dictionary<OrganizationKind, string> Kinds = new()
    {
        [OrganizationKind.Body] = "Stadt",
        [OrganizationKind.ParliamentaryGroup] = "Fraktionen",
        [OrganizationKind.Committee] = "Gremien",
        [OrganizationKind.LocalCouncil] = "Ortsbeiräte",
        [OrganizationKind.Directorate] = "Dezernate",
        [OrganizationKind.Department] = "Ämter",
        [OrganizationKind.CouncilOffice] = "Ratsbüro",
        [OrganizationKind.MayorsOffice] = "OB-Büro",
    };

    /// <summary>As the heading of a list.</summary>
    public static string GermanPlural(this OrganizationKind kind) => Kinds[kind];

    /// <summary>Whose head it is; a city's file has a shorter word for it.</summary>
    public static string Explained(this CoSignatureStage stage) => CoSignatureStages[stage];

    public static string German(this BackupCondition condition) => BackupConditions[condition];

    public static string German(this OutboxCondition condition) => OutboxConditions[condition];

    public static string German(this OutboxState state) => OutboxStates[state];

    public static string German(this MessageKind kind) => MessageKinds[kind];

    public static string German(this PromiseOutcome outcome) => PromiseOutcomes[outcome];

    public static string German(this PromiseChoice choice) => PromiseChoices[choice];

    public static string German(this DeclineCause cause) => DeclineCauses[cause];

    public static string German(this MessageTiming timing) => MessageTimings[timing];

    public static string German(this WorkKind kind) => WorkKinds[kind];

    public static string German(this Step step) => Steps[step];

    public static string German(this DeadlineUnit unit) => Units[unit];

    public static string German(this DeadlineStart start) => Starts[start];

    public static string German(this InternalStage stage) => Stages[stage];

    public static string German(this IntakeChannel channel) => Channels[channel];

    public static string German(this ReplyKind kind) => ReplyKinds[kind];

    public static string German(this AnswerKind kind) => AnswerKinds[kind];

    public static string German(this AssignmentPart part) => Parts[part];

    public static string German(this InquiryStatus status) => StatusWords.Of(status).Word;

    public static string German(this QuestionStatus status) => StatusWords.Of(status).Word;

    public static string German(this InquiryState state) => StatusWords.Of(state).Word;

    public static string German(this AssignmentState state) => StatusWords.Of(state).Word;

    public static string German(this AnswerState state) => StatusWords.Of(state).Word;

    public static string German(this ReplyState state) => StatusWords.Of(state).Word;

    public static string German(this PublicationState state) => StatusWords.Of(state).Word;
}
