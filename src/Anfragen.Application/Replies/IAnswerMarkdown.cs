namespace Anfragen.Application.Replies;

/// <summary>Markdown of answers and remarks: what it may hold, and its HTML. PDF and HTML come from the same tree.</summary>
public interface IAnswerMarkdown
{
    /// <summary>
    /// What the text holds and no letter can: raw HTML, images, unsafe links, control characters. One German sentence each, with the line.
    /// Nothing is ever dropped silently, so a text with a problem is not saved.
    /// </summary>
    IReadOnlyList<string> Problems(string markdown);

    /// <summary>Safe HTML; headings of the text start at <paramref name="firstHeadingLevel"/>.</summary>
    string ToHtml(string markdown, int firstHeadingLevel);

    /// <summary>Markdown that shows a plain text as it stands: its paragraphs, its lines, and no character taken for a mark.</summary>
    string OfPlainText(string text);
}
