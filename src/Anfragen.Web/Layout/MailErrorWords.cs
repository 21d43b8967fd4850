namespace Anfragen.Web.Layout;

/// <summary>What the short words mean that say why a mail was not sent.</summary>
public static class MailErrorWords
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["off"] = "Mails sind nicht eingerichtet.",
        ["no-address"] = "Für das Konto ist keine Mailadresse eingetragen.",
        ["no-recipient"] = "Die Person hat die Rolle oder den Zugang nicht mehr oder will diese Nachrichten nicht.",
        ["nothing-to-tell"] = "Es gab nichts mehr zu melden.",
        ["timeout"] = "Der Mailserver hat nicht rechtzeitig geantwortet.",
        ["connection"] = "Der Mailserver ist nicht zu erreichen, oder die Verbindung riss ab.",
        ["tls"] = "Dem Zertifikat des Mailservers ist nicht zu trauen.",
        ["no-starttls"] = "Der Mailserver bietet keine Verschlüsselung (STARTTLS) an.",
        ["not-admitted"] = "Der Mailserver nimmt die Anmeldung nicht an.",
        ["texts"] = "Die Vorlage mail.yaml ist nicht zu gebrauchen; anfragen check-templates nennt die Fehler.",
        ["unfinished"] = "Der Versand wurde jedes Mal unterbrochen.",
    };

    /// <summary>A German sentence; null when nothing went wrong.</summary>
    public static string? Of(string? code) => code switch
    {
        null => null,
        _ when Sentences.TryGetValue(code, out var sentence) => sentence,
        _ when code.StartsWith("smtp-", StringComparison.Ordinal) => $"Der Mailserver hat mit dem Code {code["smtp-".Length..]} abgelehnt.",
        _ => code,
    };
}
