using Anfragen.Domain.Replies;

namespace Anfragen.Application.Replies;

/// <summary>
/// Antwortschreiben, ready to be rendered: everything a template may use and nothing else.
/// Made from a <c>Reply</c> and the versions it names, so the same reply always gives the same letter.
/// </summary>
/// <param name="Number">Drucksachennummer as shown, "1435/2025".</param>
/// <param name="Subject">Betreff, verbatim.</param>
/// <param name="Originators">Who asked, in the order of the inquiry.</param>
/// <param name="Items">Preliminary remarks, questions with their answers, closing remarks, in reading order.</param>
/// <param name="Signature">Null while the reply is a preview.</param>
/// <param name="CreatedAt">The instant written into the file; the signing instant, or that of the preview.</param>
/// <param name="Frame">What stands around the text.</param>
public sealed record ReplyLetter(
    string Number,
    string Subject,
    IReadOnlyList<LetterOriginator> Originators,
    IReadOnlyList<LetterItem> Items,
    LetterSignature? Signature,
    DateTimeOffset CreatedAt,
    LetterFrame Frame)
{
    /// <summary>Art des Schreibens; a correction has a template of its own.</summary>
    public ReplyKind Kind { get; init; } = ReplyKind.Full;

    /// <summary>Federführende Stellen, for the info block.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Titles of the attachments that go with the letter.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Of a correction: the date of the letter it corrects.</summary>
    public DateOnly? Corrects { get; init; }

    /// <summary>Whether the file is to be sealed, so that it keeps a place for the seal.</summary>
    public bool IsToBeSealed { get; init; }
}

/// <summary>An asker as the letter names it.</summary>
/// <param name="Name">"SPD-Stadtratsfraktion".</param>
/// <param name="Genitive">"der SPD-Stadtratsfraktion", article included.</param>
/// <param name="Short">"SPD", the suffix behind the subject.</param>
public sealed record LetterOriginator(string Name, string Genitive, string Short);

/// <summary>One piece of the letter's body.</summary>
public abstract record LetterItem;

/// <summary>A remark of the administration: before the answers, between them or after them. Markdown.</summary>
public sealed record LetterRemark(string Markdown) : LetterItem;

/// <summary>Questions that one answer covers, then the answer. The questions' text is verbatim, never Markdown.</summary>
/// <param name="Questions">One, or several that are answered jointly.</param>
/// <param name="Markdown">The answer.</param>
/// <param name="InNameOf">A third party that gives the answer, or null.</param>
public sealed record LetterEntry(IReadOnlyList<LetterQuestion> Questions, string Markdown, string? InNameOf) : LetterItem;

/// <summary>A question that gets no answer, with the reason.</summary>
public sealed record LetterRejectedQuestion(LetterQuestion Question, string Reason) : LetterItem;

/// <summary>Label as written ("1.", "a)") or null, and the text.</summary>
public sealed record LetterQuestion(string? Label, string Text)
{
    /// <summary>Its place in the tree of questions, "2.1"; in the letter's data alone.</summary>
    public string? Ordinal { get; init; }
}

/// <summary>Schlusszeichnung as it is shown in the letter.</summary>
public sealed record LetterSignature(string Place, DateOnly SignedOn, string Name, string Office);
