namespace Anfragen.Application.Documents;

/// <summary>How much of a file is worked on; whatever exceeds it is refused before it costs memory or time.</summary>
public static class DocumentLimits
{
    /// <summary>Bytes of a file: 25 MB.</summary>
    public const int FileBytes = 25 * 1024 * 1024;

    /// <summary>Bytes everything inside a file may have together, counted while inflating.</summary>
    public const int InflatedBytes = 64 * 1024 * 1024;

    /// <summary>Entries of an office document, those of embedded documents included.</summary>
    public const int Entries = 2_000;

    /// <summary>How deep documents may lie in documents: the embedded sheet of a chart is 1.</summary>
    public const int Nesting = 1;

    /// <summary>Elements and texts of everything in a file; a sheet of a million cells has two million.</summary>
    public const int XmlNodes = 2_500_000;

    /// <summary>How deep elements may lie in elements.</summary>
    public const int XmlDepth = 200;

    /// <summary>Characters of one part whose text is read.</summary>
    public const int TextPartCharacters = 16 * 1024 * 1024;

    /// <summary>Elements of one part whose text is read; it is held in memory as a tree.</summary>
    public const int TextPartElements = 400_000;

    /// <summary>Paragraphs of a text. The longest real inquiry had a few hundred.</summary>
    public const int Paragraphs = 20_000;

    /// <summary>Characters of a text.</summary>
    public const int TextCharacters = 2_000_000;
}
