using Anfragen.Application.Replies;
using Anfragen.Domain;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// The Markdown of answers and remarks. Both the letter and the page are made from the blocks of <see cref="MarkdownToBlocks"/>,
/// so what the web shows is what the letter says.
/// </summary>
public sealed class AnswerMarkdown : IAnswerMarkdown
{
    public IReadOnlyList<string> Problems(string markdown) => MarkdownToBlocks.Convert(markdown, firstHeadingLevel: 1).Problems;

    public string ToHtml(string markdown, int firstHeadingLevel) =>
        BlockHtml.Write(MarkdownToBlocks.Convert(markdown, firstHeadingLevel).Blocks, $"n{Digest.OfText(markdown)[..8]}");

    public string OfPlainText(string text) => PlainTextToMarkdown.Convert(text);
}
