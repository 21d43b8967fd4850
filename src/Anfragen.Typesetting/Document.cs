using System.Text.RegularExpressions;

namespace Anfragen.Typesetting;

/// <summary>
/// What is to be typeset, as structure and not as looks: the typesetter alone decides fonts, breaks and tags.
/// The same document and the same fonts give the same bytes; <paramref name="CreatedAt"/> is passed in for that reason.
/// </summary>
/// <param name="Title">Shown by readers instead of the file name (PDF/UA-1, 7.1).</param>
/// <param name="Subject">One line for the document information.</param>
/// <param name="Author">The body that issues the document.</param>
/// <param name="Language">BCP 47, for example "de-DE".</param>
/// <param name="CreatedAt">Written into document information and XMP; never read from a clock.</param>
/// <param name="Letterhead">Head of the first page and the lines that run on every page.</param>
/// <param name="Blocks">The text, in reading order.</param>
public sealed record Document(
    string Title,
    string Subject,
    string Author,
    string Language,
    DateTimeOffset CreatedAt,
    Letterhead Letterhead,
    IReadOnlyList<Block> Blocks)
{
    /// <summary>Names of empty signature fields to be reserved for seals, each once; see <see cref="Signing.PdfSealer"/>.</summary>
    public IReadOnlyList<string> SignatureFields { get; init; } = [];

    /// <summary>Files carried inside. With at least one the document is PDF/A-3a, without PDF/A-2a.</summary>
    public IReadOnlyList<EmbeddedFile> EmbeddedFiles { get; init; } = [];
}

/// <summary>A file inside the document (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8): it carries the data the text was made from.</summary>
/// <param name="Name">File name, unique in the document; ASCII letters, digits, ".", "-" and "_".</param>
/// <param name="MediaType">For example "application/json".</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="Content">The bytes, unchanged.</param>
public sealed record EmbeddedFile(string Name, string MediaType, string Description, ReadOnlyMemory<byte> Content);

/// <summary>Head of the first page, running header from page two and footer.</summary>
/// <param name="Sender">First line of the head, large.</param>
/// <param name="Office">Second line of the head, small; may be empty.</param>
/// <param name="RunningHeader">Stands on every page but the first.</param>
/// <param name="Footer">Left part of the footer; "Seite x von y" stands to its right.</param>
/// <param name="AccentColor">RGB of sender and rule, for example 0x9B1B1B.</param>
public sealed record Letterhead(string Sender, string Office, string RunningHeader, string Footer, int AccentColor)
{
    /// <summary>Coat of arms or logo at the right of the head, or null.</summary>
    public Emblem? Emblem { get; init; }

    /// <summary>One line above the recipient, small: where undeliverable letters go back to; may be empty.</summary>
    public string ReturnAddress { get; init; } = "";

    /// <summary>Lines of the address, at the place DIN 5008 (form B) has for them; may be empty.</summary>
    public IReadOnlyList<string> Recipient { get; init; } = [];

    /// <summary>Lines of the info block at the right, at the place DIN 5008 (form B) has for it; may be empty.</summary>
    public IReadOnlyList<InfoLine> InfoBlock { get; init; } = [];
}

/// <summary>Coat of arms or logo.</summary>
/// <param name="Artwork">What is seen.</param>
/// <param name="Height">Height in points; what would not fit beside the sender is made smaller.</param>
/// <param name="AlternativeText">What it tells, or null if it tells nothing that the sender's name does not: then it is an artifact.</param>
public sealed record Emblem(Artwork Artwork, double Height, string? AlternativeText = null);

/// <summary>One line of the info block.</summary>
/// <param name="Label">For example "Datum".</param>
/// <param name="Value">Text to the right of it.</param>
public sealed record InfoLine(string Label, IReadOnlyList<Run> Value);

/// <summary>A part of the text that stands on lines of its own.</summary>
public abstract record Block;

/// <summary>Heading; <paramref name="Label"/> ("1.", "a)") hangs to the left of the text and belongs to it.</summary>
/// <param name="Level">1 to 6; levels follow one another without gaps.</param>
/// <param name="Label">The label exactly as it is to be shown, or null.</param>
/// <param name="Runs">The text. A heading is bold as a whole unless <paramref name="BoldAsMarked"/> is set.</param>
/// <param name="BoldAsMarked">Only runs marked bold are bold: the first line of a reply bolds the subject alone.</param>
public sealed record Heading(int Level, string? Label, IReadOnlyList<Run> Runs, bool BoldAsMarked = false) : Block;

/// <summary>Paragraph.</summary>
/// <param name="IsSmallPrint">Smaller and set apart: what accompanies the text and is not read with it.</param>
public sealed record Paragraph(IReadOnlyList<Run> Runs, bool IsSmallPrint = false) : Block;

/// <summary>Bulleted or numbered list; items hold blocks, so that lists nest and items have several paragraphs.</summary>
/// <param name="FirstNumber">Null for bullets, else the number of the first item.</param>
public sealed record ListBlock(int? FirstNumber, IReadOnlyList<ListItem> Items) : Block;

/// <summary>One item of a list.</summary>
public sealed record ListItem(IReadOnlyList<Block> Blocks);

/// <summary>Quotation, indented.</summary>
public sealed record Quotation(IReadOnlyList<Block> Blocks) : Block;

/// <summary>Table with one header row, repeated on every page the table reaches.</summary>
public sealed partial record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>How a column is set: as wished, or right when all cells that hold anything hold numbers, for whoever left it open.</summary>
    public ColumnAlignment AlignmentOf(int column)
    {
        if (Columns[column].Alignment != ColumnAlignment.Automatic)
        {
            return Columns[column].Alignment;
        }

        List<string> cells = [.. Rows.Select(row => TextOf(row.Cells[column])).Where(text => !string.IsNullOrWhiteSpace(text))];
        return cells.Count > 0 && cells.TrueForAll(text => Numeric().IsMatch(text)) ? ColumnAlignment.Right : ColumnAlignment.Left;
    }

    private static string TextOf(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run switch
    {
        TextRun text => text.Text,
        LinkRun link => link.Text,
        LineBreakRun => " ",
        _ => "",
    })).Trim();

    /// <summary>"1.234,56 €", "− 12 %", "ca. 3 Mio. Euro", "–".</summary>
    [GeneratedRegex(@"^(ca\.[\s\u00A0])?[-–−+±]?[\s\u00A0]?\d[\d.,\u00A0\u202F]*([\s\u00A0]?(%|‰|€|EUR|Euro|Mio\.|Mrd\.|Tsd\.|km|m|m²|ha|t|kg|kWh|MWh))*$|^[–—-]$")]
    private static partial Regex Numeric();
}

/// <summary>Header cell and alignment of a column.</summary>
public sealed record TableColumn(IReadOnlyList<Run> Header, ColumnAlignment Alignment);

/// <summary>One row: as many cells as the table has columns.</summary>
public sealed record TableRow(IReadOnlyList<IReadOnlyList<Run>> Cells);

/// <summary>How cells of a column are set; <see cref="Automatic"/> is right for columns of numbers, else left.</summary>
public enum ColumnAlignment { Left, Center, Right, Automatic }

/// <summary>
/// A figure with paragraphs to its right, all kept together on one page: a QR code and what it leads to.
/// </summary>
/// <param name="Artwork">What is seen.</param>
/// <param name="Width">Width in points.</param>
/// <param name="AlternativeText">What the figure tells, for those who do not see it (PDF/UA-1, 7.3).</param>
/// <param name="Beside">May be empty.</param>
public sealed record Figure(Artwork Artwork, double Width, string AlternativeText, IReadOnlyList<Paragraph> Beside) : Block;

/// <summary>Lines that stay together and keep at least two lines of text before them: place and date, "gez.", name, office.</summary>
public sealed record SignatureBlock(string PlaceAndDate, string ConformedSignature, string Name, string Office) : Block;

/// <summary>A stretch of text within a block.</summary>
public abstract record Run;

/// <summary>Text in one style.</summary>
public sealed record TextRun(string Text, bool Bold = false, bool Italic = false) : Run;

/// <summary>Link with its text; the scheme is the caller's to check.</summary>
public sealed record LinkRun(string Text, string Address, bool Bold = false, bool Italic = false) : Run;

/// <summary>
/// Footnote: a raised number after the text before it. The note stands at the end of the section, before the next heading of level 1 or 2,
/// signature or figure; numbers run through the document.
/// </summary>
/// <param name="Content">Text of the note; may hold links.</param>
public sealed record NoteRun(IReadOnlyList<Run> Content) : Run;

/// <summary>Hard line break.</summary>
public sealed record LineBreakRun : Run;
