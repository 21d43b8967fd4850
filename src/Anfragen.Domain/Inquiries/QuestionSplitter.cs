namespace Anfragen.Domain.Inquiries;

/// <summary>
/// Zerlegung eines eingefügten Anfragetextes: proposes preamble, question tree and rationale for a pasted text. The asker
/// sees the proposal and corrects it, so it prefers to keep words where they stand over guessing, and drops none of them.
/// </summary>
public static class QuestionSplitter
{
    /// <summary>Splits a text; any text is allowed, also an empty one.</summary>
    public static SplitText Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = SourceLines.Of(text);
        var candidates = new CandidateReader(text, lines).Read();
        return new ListSplitter(text, lines, candidates).Split() ?? new ProseSplitter(text, lines).Split();
    }
}
