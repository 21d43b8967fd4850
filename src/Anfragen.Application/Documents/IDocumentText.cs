namespace Anfragen.Application.Documents;

/// <summary>Reads the text of a document as one sees it, for a person to go on with.</summary>
public interface IDocumentText
{
    /// <summary>Reads DOCX, ODT, PDF and plain text.</summary>
    /// <exception cref="DocumentRefused">It is nothing that is taken in, or holds no text that could be read.</exception>
    Task<DocumentText> Read(byte[] content, CancellationToken cancel);
}

/// <summary>The text of a document. Nothing is left out silently: what is not in the text is named in <see cref="Unread"/>.</summary>
public sealed record DocumentText
{
    public required FileFormat Format { get; init; }

    /// <summary>
    /// The paragraphs in reading order, each with its label as it is shown ("1.", "a)", "•"); an empty paragraph is an empty line,
    /// the row of a table a line with tabs between its cells, a footnote's mark stands as "[1]".
    /// </summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Indices of the lines with which a new page begins, where the format knows pages; the first page is not named.</summary>
    public IReadOnlyList<int> PageStarts { get; init; } = [];

    /// <summary>Headers and footers, each text once.</summary>
    public IReadOnlyList<string> Margins { get; init; } = [];

    /// <summary>Footnotes and endnotes, each with its mark.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    /// <summary>German sentences on what the document holds and the text does not.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>The lines as one text.</summary>
    public string Text => string.Join('\n', Lines);
}
