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
}

/// <summary>The finished file.</summary>
/// <param name="Pdf">The bytes.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="TemplateSha256">Lower-case hex digest of the template's bytes, kept with the signature.</param>
/// <param name="Warnings">German sentences for the author, for example on characters no font has.</param>
public sealed record RenderedReply(byte[] Pdf, int Pages, string TemplateSha256, IReadOnlyList<string> Warnings)
{
    /// <summary>The letter as data (JSON), as the file carries it inside; null for a preview.</summary>
    public byte[]? Data { get; init; }
}

/// <summary>A mistake in a template: which file, which line, what is allowed there. The message is for the person who edits it.</summary>
public sealed class TemplateMistake(string message) : Exception(message);
