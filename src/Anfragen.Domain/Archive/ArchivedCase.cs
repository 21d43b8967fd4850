namespace Anfragen.Domain.Archive;

/// <summary>
/// Gelesener alter Vorgang: what was found in the texts of an old inquiry and its replies. It is a reading, not a record:
/// what is not sure stands in <see cref="Doubts"/> and waits for a person.
/// </summary>
/// <param name="Head">Number, subject, askers, dates and departments, as the papers write them.</param>
/// <param name="Preamble">What the inquiry says before its questions, or null.</param>
/// <param name="Questions">The question tree in reading order; <see cref="ArchivedQuestion.Level"/> makes it a tree.</param>
/// <param name="Rationale">What the inquiry says after its questions, or null.</param>
/// <param name="Signature">Who signed the inquiry, or null.</param>
/// <param name="Replies">The reply, then the supplements in the order given.</param>
/// <param name="Documents">Every text with all its parts; nothing of it is missing.</param>
/// <param name="Doubts">What a person has to settle.</param>
public sealed record ArchivedCase(
    ArchivedHead Head, ArchivedText? Preamble, IReadOnlyList<ArchivedQuestion> Questions, ArchivedText? Rationale,
    ArchivedSignature? Signature, IReadOnlyList<ArchivedReply> Replies, IReadOnlyList<ArchivedDocument> Documents, IReadOnlyList<ArchiveDoubt> Doubts);

/// <summary>Gelesener Text: a passage twice, as it stood on the page and as running text.</summary>
/// <param name="Verbatim">Every character of the source, with its line ends and hyphens; page furniture between is left out.</param>
/// <param name="Text">The same with lines joined to paragraphs and divided words made whole; paragraphs apart by an empty line.</param>
public sealed record ArchivedText(string Verbatim, string Text);

/// <summary>Gelesene Einzelfrage, a node of the question tree as the asker wrote it.</summary>
/// <param name="Position">1 to n in reading order; entries refer to it.</param>
/// <param name="Level">Depth in the tree, 0 at the top.</param>
/// <param name="Label">"1.", "a)", "4.1", "-" as written, or null.</param>
/// <param name="Text">The words without the label; null where the papers give none.</param>
/// <param name="IsAsked">False for a heading or stem that only carries its sub-questions.</param>
public sealed record ArchivedQuestion(int Position, int Level, string? Label, ArchivedText? Text, bool IsAsked);

/// <summary>Gelesenes Antwortschreiben: a reply or supplement with its parts in reading order.</summary>
/// <param name="IsSupplement">A later reply to the same inquiry.</param>
/// <param name="Head">What the head of this paper says.</param>
/// <param name="PreliminaryRemark">What is said before the answers, without salutation and formula, or null.</param>
/// <param name="Entries">The answers.</param>
/// <param name="ClosingRemark">What is said after the answers, or null.</param>
/// <param name="Signature">Place, date, name and office at the end, or null.</param>
public sealed record ArchivedReply(
    bool IsSupplement, ArchivedHead Head, ArchivedText? PreliminaryRemark, IReadOnlyList<ArchivedEntry> Entries,
    ArchivedText? ClosingRemark, ArchivedSignature? Signature);

/// <summary>Gelesene Antwort: one text for one or more questions.</summary>
/// <param name="Questions">Positions of the questions it answers; empty when none could be told.</param>
/// <param name="Headings">What stands above it: the repeated questions, section headings.</param>
/// <param name="Answer">The answer itself.</param>
public sealed record ArchivedEntry(IReadOnlyList<int> Questions, IReadOnlyList<ArchivedHeading> Headings, ArchivedText Answer);

/// <summary>Gelesene Überschrift einer Antwort.</summary>
/// <param name="Question">Position of the question it repeats or names, or null for a section heading.</param>
/// <param name="Label">The label that the reply uses, which need not be the inquiry's; or null.</param>
/// <param name="Text">The words behind the label, or null.</param>
/// <param name="IsReworded">The inquiry asks it in other words.</param>
public sealed record ArchivedHeading(int? Question, string? Label, ArchivedText? Text, bool IsReworded);
