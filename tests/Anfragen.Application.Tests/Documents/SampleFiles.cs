using System.IO.Compression;
using System.Text;
using Anfragen.Application.Documents;

namespace Anfragen.Application.Tests.Documents;

/// <summary>Makes the files the tests hand in, good and hostile ones, so that none has to lie in the repository.</summary>
internal static class SampleFiles
{
    public const string WordNamespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A picture of one pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static readonly byte[] Program = [.. "MZ"u8, 0x90, 0x00, 0x03, 0x00, .. new byte[500]];

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A Word document with this body; parts are added by name, related to the body by the kind that their name says.</summary>
    public static byte[] Docx(string body, params (string Name, string Content)[] parts) =>
        Zip([.. DocxEntries(body, parts), .. parts.Select(part => (part.Name, Bytes(part.Content)))]);

    /// <inheritdoc cref="Docx"/>
    public static byte[] DocxWith(string body, params (string Name, byte[] Content)[] entries) => Zip([.. DocxEntries(body, []), .. entries]);

    public static byte[] Xlsx(string workbook, string sheet) => Zip(
        ("[Content_Types].xml", Bytes(ContentTypes(
            ("/xl/workbook.xml", FileFormat.Xlsx.MediaType() + ".main+xml"),
            ("/xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")))),
        ("_rels/.rels", Bytes(Rels("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", Bytes($"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{workbook}</workbook>")),
        ("xl/worksheets/sheet1.xml", Bytes($"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{sheet}</worksheet>")));

    public static byte[] Pptx() => Zip(
        ("[Content_Types].xml", Bytes(ContentTypes(("/ppt/presentation.xml", FileFormat.Pptx.MediaType() + ".main+xml")))),
        ("_rels/.rels", Bytes(Rels("officeDocument", "ppt/presentation.xml"))),
        ("ppt/presentation.xml", Bytes("<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>")),
        ("ppt/slides/slide1.xml", Bytes("<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" show=\"0\"/>")),
        ("ppt/notesSlides/notesSlide1.xml", Bytes("<p:notes xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>")));

    /// <summary>An OpenDocument with this inside of office:body, and these automatic styles.</summary>
    public static byte[] Odf(FileFormat format, string body, string styles = "", params (string Name, byte[] Content)[] entries) => Zip(
    [
        ("mimetype", Bytes(format.MediaType())),
        ("content.xml", Bytes(
            $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
              xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
              xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body></office:document-content>
            """)),
        .. entries,
    ]);

    /// <summary>A PDF of one page with this text; objects are added as written.</summary>
    public static byte[] Pdf(string text = "Wie viele Haltestellen sind barrierefrei?", string info = "", params string[] objects)
    {
        var content = $"BT /F1 12 Tf 72 720 Td ({text}) Tj ET";
        string[] all =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            $"<< {info} >>",
            .. objects,
        ];
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < all.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{all[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append($"xref\n0 {all.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append($"{place:D10} 00000 n \n");
        pdf.Append($"trailer\n<< /Size {all.Length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    /// <summary>A picture with the Exif block of a camera that knows where it is.</summary>
    public static byte[] JpegWithPlace()
    {
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, 4, 0, 0, 0, .. "Foo\0"u8,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
            0, 0, 0, 0, 0, 0,
        ];
        return Jpeg([0xFF, 0xE1, 0, (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff]);
    }

    public static byte[] Jpeg(byte[]? segment = null) =>
        [0xFF, 0xD8, .. segment ?? [0xFF, 0xE0, 0, 4, 1, 1], 0xFF, 0xDA, 0, 4, 0, 0, 0x12, 0x34, 0x56, 0xFF, 0xD9];

    /// <summary>A .docx that holds 200 MB within 195 KB.</summary>
    public static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in DocxEntries(Paragraph("Harmlos"), []))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }

            using var media = zip.CreateEntry("word/media/image1.bmp", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++) media.Write(zeros);
        }

        return stream.ToArray();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Paragraph(string text, int? list = null, int level = 0) =>
        "<w:p>" + (list is null ? "" : $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>") + Run(text) + "</w:p>";

    public static string Run(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static (string Name, byte[] Content)[] DocxEntries(string body, (string Name, string Content)[] parts) =>
    [
        ("[Content_Types].xml", Bytes(ContentTypes(
        [
            ("/word/document.xml", FileFormat.Docx.MediaType() + ".main+xml"),
            .. parts.Where(part => part.Name.StartsWith("word/", StringComparison.Ordinal) && !part.Name.Contains("_rels", StringComparison.Ordinal))
                .Select(part => ("/" + part.Name, $"application/vnd.openxmlformats-officedocument.wordprocessingml.{KindOf(part.Name)}+xml")),
        ]))),
        ("_rels/.rels", Bytes(Rels("officeDocument", "word/document.xml"))),
        ("word/document.xml", Bytes($"<w:document {WordNamespace}><w:body>{body}</w:body></w:document>")),
        .. parts.Any(part => part.Name.Contains("_rels", StringComparison.Ordinal))
            ? Array.Empty<(string, byte[])>()
            : [("word/_rels/document.xml.rels", Bytes(Rels([.. parts.Where(part => part.Name.StartsWith("word/", StringComparison.Ordinal))
                .Select(part => (KindOf(part.Name), part.Name["word/".Length..]))])))],
    ];

    private static string KindOf(string name) => Path.GetFileNameWithoutExtension(name).TrimEnd('1', '2');

    private static string Rels(string kind, string target) => Rels((kind, target));

    private static string Rels(params (string Kind, string Target)[] targets) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(targets.Select((target, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Relationships}/{target.Kind}\" Target=\"{target.Target}\"/>"))
        + "</Relationships>";

    private static string ContentTypes(params (string Part, string Type)[] parts) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"bmp\" ContentType=\"image/bmp\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
        + string.Concat(parts.Select(part => $"<Override PartName=\"{part.Part}\" ContentType=\"{part.Type}\"/>")) + "</Types>";
}
