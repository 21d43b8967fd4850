namespace Anfragen.Domain.Attachments;

/// <summary>Regeln für Anlagen.</summary>
public static class AttachmentRules
{
    /// <summary>Attachments on one thing that are shown at the same time.</summary>
    public const int Most = 20;

    public static readonly Rule HasTitle = new("attachment.has-title", "Eine Anlage braucht einen Titel.");

    public static readonly Rule NotTooMany = new("attachment.not-too-many", $"Hier können höchstens {Most} Anlagen hängen.");

    public static readonly Rule InquiryIsNotRegistered =
        new("attachment.inquiry-is-not-registered", "Anlagen zur Anfrage lassen sich nur ändern, solange sie noch nicht registriert ist.");

    public static readonly Rule AnswerIsDrafted =
        new("attachment.answer-is-drafted", "Anlagen zur Antwort lassen sich nur ändern, solange sie entworfen oder überarbeitet wird.");

    public static readonly Rule ReplyIsComposed =
        new("attachment.reply-is-composed", "Anlagen zum Antwortschreiben lassen sich nur ändern, solange es zusammengestellt wird.");

    public static readonly Rule OriginalStays =
        new("attachment.original-stays", "Das Original eines Eingangs bleibt bei der Anfrage. Ist der Eingang falsch erfasst, verwerfen Sie ihn als Ganzes.");

    public static readonly Rule HangsOnSomething =
        new("attachment.hangs-on-something", "Das, woran die Anlage hängen soll, gehört nicht zu dieser Anfrage.");
}
