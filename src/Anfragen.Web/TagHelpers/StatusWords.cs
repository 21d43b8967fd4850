namespace Anfragen.Web.TagHelpers;

/// <summary>The shape beside the word; its class is anf-status--{name}.</summary>
public enum StatusShape
{
    /// <summary>Hollow circle: nobody works on it yet.</summary>
    Open,

    /// <summary>Half circle: being worked on.</summary>
    Working,

    /// <summary>Full circle: with somebody who checks or signs.</summary>
    Waiting,

    /// <summary>Diamond: came back.</summary>
    Returned,

    /// <summary>Check mark: done.</summary>
    Done,

    /// <summary>Square: ended without an answer.</summary>
    Ended,
}

/// <summary>The German word and the shape of every state; a test holds that none is missing.</summary>
public static class StatusWords
{
    private static readonly Dictionary<string, (string Word, StatusShape Shape)> Words = new()
    {
        ["Invited"] = ("Eingeladen", StatusShape.Open),
        ["Active"] = ("Aktiv", StatusShape.Done),
        ["Locked"] = ("Gesperrt", StatusShape.Ended),
        ["Draft"] = ("Entwurf", StatusShape.Open),
        ["Submitted"] = ("Eingereicht", StatusShape.Open),
        ["Registered"] = ("Registriert", StatusShape.Open),
        ["Unrouted"] = ("Noch nicht zugewiesen", StatusShape.Open),
        ["Offered"] = ("Zugewiesen", StatusShape.Open),
        ["Accepted"] = ("Angenommen", StatusShape.Working),
        ["InProgress"] = ("In Bearbeitung", StatusShape.Working),
        ["Drafting"] = ("Entwurf", StatusShape.Working),
        ["Composed"] = ("Zusammengestellt", StatusShape.Working),
        ["ForCoSignature"] = ("Zur Mitzeichnung", StatusShape.Waiting),
        ["InReview"] = ("In Prüfung", StatusShape.Waiting),
        ["Approved"] = ("Freigegeben", StatusShape.Waiting),
        ["Returned"] = ("Zurückgegeben", StatusShape.Returned),
        ["Declined"] = ("Abgelehnt", StatusShape.Returned),
        ["Annulled"] = ("Unterschrift aufgehoben", StatusShape.Returned),
        ["CoSigned"] = ("Mitgezeichnet", StatusShape.Done),
        ["Contributed"] = ("Zuarbeit geliefert", StatusShape.Done),
        ["Signed"] = ("Unterzeichnet", StatusShape.Done),
        ["Issued"] = ("Zugestellt", StatusShape.Done),
        ["Delivered"] = ("Zugestellt", StatusShape.Done),
        ["Published"] = ("Veröffentlicht", StatusShape.Done),
        ["Depublished"] = ("Depubliziert", StatusShape.Ended),
        ["Imported"] = ("Aus dem Archiv", StatusShape.Done),
        ["Unanswered"] = ("Ohne Antwort", StatusShape.Ended),
        ["Rejected"] = ("Zurückgewiesen", StatusShape.Ended),
        ["Withdrawn"] = ("Zurückgezogen", StatusShape.Ended),
        ["Abandoned"] = ("Aufgegeben", StatusShape.Ended),
        ["Discarded"] = ("Verworfen", StatusShape.Ended),
        ["Open"] = ("Offen", StatusShape.Open),
        ["Kept"] = ("Eingelöst", StatusShape.Done),
        ["Dropped"] = ("Nicht eingelöst", StatusShape.Ended),
        ["Unmarked"] = ("Vermerk aufgehoben", StatusShape.Ended),
        ["Ended"] = ("Beendet", StatusShape.Ended),
    };

    /// <exception cref="KeyNotFoundException">The state has no word yet.</exception>
    public static (string Word, StatusShape Shape) Of(Enum state) => Words[state.ToString()];
}
