using Anfragen.Application.Answers;

namespace Anfragen.Application.Replies;

/// <summary>
/// Turns a letter into its PDF. The one port behind which the typesetter lies, so that another engine can be put in.
/// The same letter and the same template give the same bytes.
/// </summary>
public interface IReplyRenderer
{
    /// <summary>Renders with the city's current template.</summary>
    /// <exception cref="TemplateMistake">The template cannot be used; the message names file and line.</exception>
    RenderedReply Render(ReplyLetter letter);

    /// <summary>The letter's pages as pictures for the screen, line by line as <see cref="Render(ReplyLetter)"/> would set them.</summary>
    /// <exception cref="TemplateMistake">The template cannot be used; the message names file and line.</exception>
    LetterPages Draw(ReplyLetter letter);

    /// <summary>Renders a notice with the city's current template for its kind.</summary>
    /// <exception cref="TemplateMistake">The template cannot be used; the message names file and line.</exception>
    RenderedReply Render(NoticeLetter letter);
}

/// <summary>The finished file.</summary>
/// <param name="Pdf">The bytes.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="TemplateSha256">Lower-case hex digest of what gave the letter its looks, the template's bytes and the letterhead; kept with the signature.</param>
/// <param name="Warnings">German sentences for the author, for example on characters no font has.</param>
public sealed record RenderedReply(byte[] Pdf, int Pages, string TemplateSha256, IReadOnlyList<string> Warnings)
{
    /// <summary>The letter as data (JSON), as the file carries it inside; null for a preview.</summary>
    public byte[]? Data { get; init; }
}

/// <summary>Mistakes in a template. The message is for the person who edits it.</summary>
public sealed class TemplateMistake(IReadOnlyList<string> sentences) : Exception(string.Join('\n', sentences))
{
    /// <summary>Each names file, line and what is allowed there.</summary>
    public IReadOnlyList<string> Sentences { get; } = sentences;
}
