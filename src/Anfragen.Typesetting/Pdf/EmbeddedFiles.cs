using System.Security.Cryptography;

namespace Anfragen.Typesetting.Pdf;

/// <summary>Writes the files that a document carries inside, with the relationship "Data" that PDF/A-3 asks for (ISO 19005-3, 6.8).</summary>
internal static class EmbeddedFiles
{
    /// <exception cref="ArgumentException">A name or media type cannot be used, or a name stands twice.</exception>
    public static void Check(IReadOnlyList<EmbeddedFile> files)
    {
        bool usable = files.All(embedded => IsPlain(embedded.Name, ".-_") && embedded.MediaType.Split('/') is [var kind, var format] && IsPlain(kind, ".-+") && IsPlain(format, ".-+"));
        if (!usable || files.DistinctBy(embedded => embedded.Name, StringComparer.OrdinalIgnoreCase).Count() < files.Count)
        {
            throw new ArgumentException("An embedded file needs a plain name of its own and a media type.", nameof(files));
        }
    }

    /// <summary>Returns the numbers of the file specifications, in the order of their names.</summary>
    public static IReadOnlyList<(string Name, int Specification)> Write(PdfFile file, Document document) =>
        [.. document.EmbeddedFiles.OrderBy(embedded => embedded.Name, StringComparer.Ordinal).Select(embedded => (embedded.Name, Write(file, embedded, document.CreatedAt)))];

    /// <summary>Entries of the catalog: by name for readers, and associated with the whole document.</summary>
    public static void AppendCatalogEntries(PdfBuffer output, IReadOnlyList<(string Name, int Specification)> files)
    {
        output.Append("/Names<</EmbeddedFiles<</Names["u8);
        foreach ((string name, int specification) in files)
        {
            output.Literal(name).Reference(specification);
        }

        output.Append("]>>>>/AF["u8);
        foreach ((_, int specification) in files)
        {
            output.Reference(specification);
        }

        output.Append("]"u8);
    }

    private static int Write(PdfFile file, EmbeddedFile embedded, DateTimeOffset modifiedAt)
    {
        int content = file.Reserve(), specification = file.Reserve();
        ReadOnlySpan<byte> bytes = embedded.Content.Span;
        string entries = new PdfBuffer().Append("/Type/EmbeddedFile/Subtype/"u8).Append(embedded.MediaType.Replace("/", "#2F", StringComparison.Ordinal))
            .Append("/Params<</Size "u8).Append(bytes.Length).Append("/ModDate"u8).Literal(PdfDate.Format(modifiedAt))
            .Append("/CheckSum<"u8).Append(Checksum(bytes)).Append(">>>"u8).ToString();
        file.WriteStream(content, entries, bytes);
        file.Begin(specification).Append("<</Type/Filespec/AFRelationship/Data/F"u8).Literal(embedded.Name).Append("/UF"u8).Text(embedded.Name)
            .Append("/Desc"u8).Text(embedded.Description).Append("/EF<</F "u8).Reference(content).Append("/UF "u8).Reference(content).Append(">>>>"u8);
        file.End();
        return specification;
    }

    /// <summary>The format wants MD5 here and nothing else (ISO 32000-1, table 46); it guards against accidents, not against people.</summary>
    private static string Checksum(ReadOnlySpan<byte> bytes) => Convert.ToHexString(MD5.HashData(bytes));

    private static bool IsPlain(string text, string others) => text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || others.Contains(character));
}
