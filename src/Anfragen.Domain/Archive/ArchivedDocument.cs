namespace Anfragen.Domain.Archive;

/// <summary>Gelesenes Schriftstück: one of the texts, cut into parts that together are the text again, character by character.</summary>
/// <param name="Kind">Inquiry, reply or supplement.</param>
/// <param name="Parts">All parts in the order of the source.</param>
public sealed record ArchivedDocument(ArchivedDocumentKind Kind, IReadOnlyList<ArchivedPart> Parts);

/// <summary>Art eines gelesenen Schriftstücks.</summary>
public enum ArchivedDocumentKind
{
    /// <summary>The inquiry.</summary>
    Inquiry,

    /// <summary>The reply.</summary>
    Reply,

    /// <summary>A later reply to the same inquiry.</summary>
    Supplement,
}

/// <summary>Teil eines gelesenen Schriftstücks: what a stretch of the source was taken for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character in the source.</param>
/// <param name="Source">The characters.</param>
public sealed record ArchivedPart(ArchivedPartKind Kind, int Start, string Source);

/// <summary>Art eines Teils.</summary>
public enum ArchivedPartKind
{
    /// <summary>Letterhead, salutation and formulas, running headers, page numbers: said by the form, not by somebody.</summary>
    Surroundings,

    /// <summary>What the inquiry says before its questions.</summary>
    Preamble,

    /// <summary>A question with its label, in the paper that the question tree was read from.</summary>
    Question,

    /// <summary>What the inquiry says after its questions.</summary>
    Rationale,

    /// <summary>What the reply says before the answers.</summary>
    PreliminaryRemark,

    /// <summary>The repeated question or another heading above an answer.</summary>
    Heading,

    /// <summary>An answer.</summary>
    Answer,

    /// <summary>What the reply says after the answers.</summary>
    ClosingRemark,

    /// <summary>Greeting, place, date, names.</summary>
    Signature,
}
