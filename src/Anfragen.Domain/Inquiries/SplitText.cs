namespace Anfragen.Domain.Inquiries;

/// <summary>
/// Zerlegter Anfragetext: a pasted text cut into the parts of an inquiry. Label, text and children in reading order,
/// between preamble and rationale, hold every visible character of the source.
/// </summary>
/// <param name="Preamble">What stands before the questions, or null.</param>
/// <param name="Questions">The question tree in reading order; empty only for a text without visible characters.</param>
/// <param name="Rationale">What stands after the questions: grounds, greeting, signatures; or null.</param>
public sealed record SplitText(string? Preamble, IReadOnlyList<SplitQuestion> Questions, string? Rationale);

/// <summary>Einzelfrage eines zerlegten Textes, a node of the question tree as the asker wrote it.</summary>
/// <param name="Label">"1.", "a)", "I.1", "-", "Frage 1:" exactly as written, or null.</param>
/// <param name="Text">The asker's words without the label; line breaks as written, as "\n".</param>
/// <param name="Children">Sub-questions in reading order.</param>
/// <param name="IsAsked">False for a heading or stem that only carries its sub-questions.</param>
public sealed record SplitQuestion(string? Label, string Text, IReadOnlyList<SplitQuestion> Children, bool IsAsked);
