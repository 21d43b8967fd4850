namespace Anfragen.Domain.Archive;

/// <summary>Lesung eines Antwortschreibens, as it is put on record: read by the program or corrected by a person.</summary>
/// <param name="Preliminary">What is said before the answers, Markdown, or null.</param>
/// <param name="Answers">The answers in the order of the letter.</param>
/// <param name="Closing">What is said after the answers, Markdown, or null.</param>
/// <param name="Letter">Place, day, name, office and file.</param>
public sealed record ReplyReading(string? Preliminary, IReadOnlyList<AnswerReading> Answers, string? Closing, ImportedLetter Letter);

/// <summary>Lesung einer Antwort.</summary>
/// <param name="Questions">Places of the questions it answers in the wording, 1 for the first; none when nobody can tell.</param>
/// <param name="Department">Whose answer it is; the city itself where no department is known.</param>
/// <param name="Markdown">The text.</param>
public sealed record AnswerReading(IReadOnlyList<int> Questions, OrganizationId Department, string Markdown);
