using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Infrastructure.Mail;

/// <summary>How a city words its mails; checked as a whole.</summary>
internal sealed class MailTemplate : IParsedTemplate
{
    /// <summary>Where the mail leads; every mail has to say it.</summary>
    public const string Link = "Link";

    private const string Frame = "Rahmen";
    private const string Tasks = "Aufgaben";

    // What a mail may tell: never what somebody wrote in a question, an answer or a reason.
    private static readonly string[] OfEvery = ["Name", "Organisation", Link];

    private static readonly string[] OfCase = [.. OfEvery, "Nummer", "Betreff", "Fragen"];

    private static readonly string[] OfDigest = [.. OfEvery, "Datum", "Neu", "Wartend", "Gemeldet"];

    private static readonly Dictionary<MessageKind, string> Sections = new()
    {
        [MessageKind.Submitted] = "Eingereicht",
        [MessageKind.SupplementaryAsked] = "NachfrageGestellt",
        [MessageKind.Registered] = "Registriert",
        [MessageKind.Rejected] = "Zurückgewiesen",
        [MessageKind.InterimReplySent] = "Zwischennachricht",
        [MessageKind.Delivered] = "Zugestellt",
        [MessageKind.Published] = "Veröffentlicht",
        [MessageKind.Assigned] = "Zugewiesen",
        [MessageKind.Reassigned] = "Abgegeben",
        [MessageKind.NoLongerAsked] = "Entfallen",
        [MessageKind.ReactionReminder] = "Erinnerung",
        [MessageKind.NobodyReacted] = "KeineRückmeldung",
        [MessageKind.Declined] = "Abgelehnt",
        [MessageKind.ContributionRequested] = "ZuarbeitErbeten",
        [MessageKind.ContributionDeclined] = "ZuarbeitAbgelehnt",
        [MessageKind.ContributionSubmitted] = "ZuarbeitGeliefert",
        [MessageKind.ContributionReturned] = "ZuarbeitZurückgegeben",
        [MessageKind.ToCoSign] = "Mitzeichnung",
        [MessageKind.AnswerReturned] = "AntwortZurückgegeben",
        [MessageKind.Commented] = "Kommentar",
        [MessageKind.CommentedForOffice] = "KommentarAnsRatsbüro",
        [MessageKind.ToReview] = "Prüfung",
        [MessageKind.ReplyReturned] = "SchreibenZurückgegeben",
        [MessageKind.ToSign] = "Unterschrift",
        [MessageKind.ToDeliver] = "Zustellung",
        [MessageKind.MorningDigest] = "Morgenübersicht",
    };

    private static readonly Dictionary<WorkKind, string> TaskNames = new()
    {
        [WorkKind.FinishDraft] = "EntwurfFertigstellen",
        [WorkKind.ConfirmCoAsking] = "AnfrageMitzeichnen",
        [WorkKind.CheckIntake] = "EingangVergleichen",
        [WorkKind.Admit] = "Registrieren",
        [WorkKind.AdmitSupplementary] = "NachfragenPrüfen",
        [WorkKind.Route] = "Zuweisen",
        [WorkKind.React] = "Reagieren",
        [WorkKind.ChaseReaction] = "RückmeldungKlären",
        [WorkKind.Draft] = "Entwerfen",
        [WorkKind.Redraft] = "Überarbeiten",
        [WorkKind.Contribute] = "Zuarbeiten",
        [WorkKind.CoSign] = "Mitzeichnen",
        [WorkKind.Compose] = "Zusammenstellen",
        [WorkKind.SendToReview] = "InPrüfungGeben",
        [WorkKind.Review] = "Prüfen",
        [WorkKind.Sign] = "Unterzeichnen",
        [WorkKind.Deliver] = "Zustellen",
        [WorkKind.Publish] = "Veröffentlichen",
        [WorkKind.SettleImport] = "EingelesenesPrüfen",
        [WorkKind.KeepPromise] = "ZusageNachsehen",
    };

    private readonly Dictionary<MessageKind, MailText> texts = [];
    private readonly Dictionary<WorkKind, string> tasks;

    private MailTemplate(TemplateYaml yaml, string sha256)
    {
        Sha256 = sha256;
        var frame = yaml.Section(Frame, "Anrede", "Vertretung", "Grund", "Einstellungen");
        Greeting = frame.Line("Anrede", OfEvery);
        Deputy = frame.Line("Vertretung", [.. OfEvery, "Vertretene"]);
        Reason = frame.Line("Grund", [.. OfEvery, "Grund"]);
        Settings = frame.Line("Einstellungen", [.. OfEvery, "Einstellungen"]);
        foreach (var (kind, name) in Sections)
        {
            var placeholders = kind == MessageKind.MorningDigest ? OfDigest : OfCase;
            var section = yaml.Section(name, "Betreff", "Text", "Grund");
            var text = new MailText(section.Line("Betreff", placeholders), section.Lines("Text", placeholders), section.Line("Grund", placeholders));
            if (text.Paragraphs.Count > 0 && !text.Paragraphs.Any(line => line.Has(Link))) section.Mistake("Text", $"Im Text von „{name}“ fehlt der Platzhalter {{{Link}}}: Jede Nachricht führt auf die Seite, um die es geht.");
            texts[kind] = text;
        }

        var names = yaml.Section(Tasks, [.. TaskNames.Values]);
        tasks = TaskNames.ToDictionary(pair => pair.Key, pair => names.Value(pair.Value));
    }

    public string Sha256 { get; }

    public TemplateText Greeting { get; }

    /// <summary>Said to who deputises for the one it is meant for.</summary>
    public TemplateText Deputy { get; }

    /// <summary>Why one gets this mail.</summary>
    public TemplateText Reason { get; }

    /// <summary>Where one chooses which mails to get.</summary>
    public TemplateText Settings { get; }

    /// <inheritdoc cref="ReplyTemplate.Parse"/>
    public static MailTemplate Parse(TemplateSource source)
    {
        var yaml = TemplateYaml.Read(source.Bytes, source.File, [Frame, .. Sections.Values, Tasks]);
        var template = new MailTemplate(yaml, Digest.OfBytes(source.Bytes));
        yaml.MustBeRight();
        return template;
    }

    public MailText Of(MessageKind kind) => texts[kind];

    /// <summary>How the morning digest calls a task.</summary>
    public string NameOf(WorkKind kind) => tasks[kind];
}

/// <summary>The text of one kind of mail.</summary>
/// <param name="Reason">A half sentence: "weil …".</param>
internal sealed record MailText(TemplateText Subject, IReadOnlyList<TemplateText> Paragraphs, TemplateText Reason);
