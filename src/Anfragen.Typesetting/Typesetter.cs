using Anfragen.Typesetting.Layout;
using Anfragen.Typesetting.Pdf;
using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting;

/// <summary>The finished file.</summary>
/// <param name="Pdf">The bytes: tagged, PDF/UA-1 and PDF/A-2a, or PDF/A-3a with files inside.</param>
/// <param name="Pages">Number of pages, at least 1.</param>
/// <param name="Warnings">German sentences for the author, for example on characters that no font has; each once.</param>
public sealed record TypesetDocument(byte[] Pdf, int Pages, IReadOnlyList<string> Warnings);

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
        var supply = new CharacterSupply(typeface);
        PagedDocument paged = new DocumentComposer(new TextSetter(typeface, hyphenator, supply)).Compose(document);
        byte[] pdf = new PdfWriter(document, paged, typeface).Write();
        return new TypesetDocument(pdf, paged.Pages.Count, supply.Warnings);
    }

    private static void RejectDuplicates(IReadOnlyList<string> fields)
    {
        if (fields.Any(string.IsNullOrWhiteSpace) || fields.Distinct().Count() < fields.Count)
        {
            throw new ArgumentException("Signature fields need names of their own.", nameof(fields));
        }
    }
}
