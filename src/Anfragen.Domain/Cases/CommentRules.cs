namespace Anfragen.Domain.Cases;

/// <summary>Regeln für Kommentare.</summary>
public static class CommentRules
{
    public static readonly Rule OwnOnly = new("comment.own-only", "Zurücknehmen kann einen Kommentar nur, wer ihn geschrieben hat.");

    public static readonly Rule OnlyOnce = new("comment.only-once", "Dieser Kommentar ist schon zurückgenommen.");
}
