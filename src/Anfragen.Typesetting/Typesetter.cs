using Anfragen.Typesetting.Layout;
using Anfragen.Typesetting.Pdf;
using Anfragen.Typesetting.Svg;
using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting;

/// <summary>The finished file.</summary>
/// <param name="Pdf">The bytes: tagged, PDF/UA-1 and PDF/A-2a, or PDF/A-3a with files inside.</param>
/// <param name="Pages">Number of pages, at least 1.</param>
/// <param name="Warnings">German sentences for the author, for example on characters that no font has; each once.</param>
public sealed record TypesetDocument(byte[] Pdf, int Pages, IReadOnlyList<string> Warnings);

/// <summary>The pages as they will look.</summary>
/// <param name="Svg">An <c>svg</c> element for each page, at least one; they belong into one HTML document, in this order.</param>
/// <param name="Warnings">As of <see cref="TypesetDocument"/>.</param>
public sealed record DrawnDocument(IReadOnlyList<string> Svg, IReadOnlyList<string> Warnings);

/// <summary>
/// Sets documents as PDF. Thread-safe; the same document and the same typeface give the same bytes.
/// </summary>
/// <param name="typeface">The four faces.</param>
/// <param name="hyphenator">Null for no hyphenation.</param>
public sealed class Typesetter(Typeface typeface, Hyphenator? hyphenator)
{
    /// <summary>Lays the document out and writes it.</summary>
    /// <exception cref="ArgumentException">
    /// The document has no title or no language, a table's rows do not match its columns, a figure has no alternative text, or the name of an
    /// embedded file or a signature field cannot be used or is not the only one of its kind.
    /// </exception>
    public TypesetDocument Typeset(Document document)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(document.Title, nameof(document));
        ArgumentException.ThrowIfNullOrWhiteSpace(document.Language, nameof(document));
        EmbeddedFiles.Check(document.EmbeddedFiles);
        RejectDuplicates(document.SignatureFields);
        (PagedDocument paged, IReadOnlyList<string> warnings) = Lay(document);
        byte[] pdf = new PdfWriter(document, paged, typeface).Write();
        return new TypesetDocument(pdf, paged.Pages.Count, warnings);
    }

    /// <summary>Lays the document out and draws its pages for the screen, line by line as the file will have them.</summary>
    /// <exception cref="ArgumentException">A table's rows do not match its columns, or a figure has no alternative text.</exception>
    public DrawnDocument Draw(Document document)
    {
        (PagedDocument paged, IReadOnlyList<string> warnings) = Lay(document);
        return new DrawnDocument(new PageDrawer(typeface).Draw(paged.Pages), warnings);
    }

    private (PagedDocument Paged, IReadOnlyList<string> Warnings) Lay(Document document)
    {
        var supply = new CharacterSupply(typeface);
        return (new DocumentComposer(new TextSetter(typeface, hyphenator, supply)).Compose(document), supply.Warnings);
    }

    private static void RejectDuplicates(IReadOnlyList<string> fields)
    {
        if (fields.Any(string.IsNullOrWhiteSpace) || fields.Distinct().Count() < fields.Count)
        {
            throw new ArgumentException("Signature fields need names of their own.", nameof(fields));
        }
    }
}
