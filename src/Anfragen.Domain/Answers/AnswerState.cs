namespace Anfragen.Domain.Answers;

/// <summary>Stand einer Antwort.</summary>
public enum AnswerState
{
    /// <summary>Entwurf.</summary>
    Drafting,

    /// <summary>zur Mitzeichnung.</summary>
    ForCoSignature,

    /// <summary>mitgezeichnet.</summary>
    CoSigned,

    /// <summary>zurückgegeben zur Überarbeitung.</summary>
    Returned,

    /// <summary>in einem unterzeichneten Antwortschreiben, gesperrt.</summary>
    Signed,

    /// <summary>zugestellt.</summary>
    Issued,

    /// <summary>aufgegeben, weil nichts mehr zu beantworten ist.</summary>
    Abandoned,
}

/// <summary>Art einer Antwort.</summary>
public enum AnswerKind
{
    /// <summary>eigene Antwort der Verwaltung.</summary>
    Own,

    /// <summary>Verweis auf eine frühere Antwort.</summary>
    Referral,

    /// <summary>im Namen eines Dritten, etwa einer städtischen Gesellschaft.</summary>
    ThirdParty,

    /// <summary>keine Angaben möglich oder zulässig.</summary>
    NoStatement,
}
