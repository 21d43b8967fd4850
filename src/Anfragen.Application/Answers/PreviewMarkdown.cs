namespace Anfragen.Application.Answers;

/// <summary>How a text will look, and what in it no letter can hold.</summary>
public sealed record PreviewMarkdown(string? Markdown) : IQuery<MarkdownPreview>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>Safe HTML and the mistakes, one German sentence each.</summary>
public sealed record MarkdownPreview(string Html, IReadOnlyList<string> Problems);
