using System.Globalization;
using System.Security;
using System.Text;

namespace Anfragen.Typesetting.Pdf;

/// <summary>What the file says about itself, once as document information and once as XMP; PDF/A wants both to agree.</summary>
internal sealed class DocumentInformation(Document document)
{
    private const string Producer = "Anfragen";

    private readonly string title = Printable(document.Title);
    private readonly string subject = Printable(document.Subject);
    private readonly string author = Printable(document.Author);

    public void WriteDictionary(PdfFile file, int id)
    {
        string date = PdfDate.Format(document.CreatedAt);
        file.Begin(id).Append("<</Title"u8).Text(title).Append("/Subject"u8).Text(subject).Append("/Author"u8).Text(author)
            .Append("/Creator"u8).Literal(Producer).Append("/Producer"u8).Literal(Producer)
            .Append("/CreationDate"u8).Literal(date).Append("/ModDate"u8).Literal(date).Append(">>"u8);
        file.End();
    }

    /// <summary>Uncompressed, as PDF/A demands. The property pdfuaid:part is foreign to PDF/A and so brings its schema.</summary>
    public void WriteXmp(PdfFile file, int id)
    {
        string date = document.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        string xmp = $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(title)}</rdf:li></rdf:Alt></dc:title>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(subject)}</rdf:li></rdf:Alt></dc:description>
            <dc:creator><rdf:Seq><rdf:li>{Escaped(author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>{Escaped(document.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>{Producer}</xmp:CreatorTool>
            <xmp:CreateDate>{date}</xmp:CreateDate>
            <xmp:ModifyDate>{date}</xmp:ModifyDate>
            <pdf:Producer>{Producer}</pdf:Producer>
            <pdfaid:part>{(document.EmbeddedFiles.Count > 0 ? 3 : 2)}</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;
        file.WriteRawStream(id, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(xmp));
    }

    private static string Escaped(string text) => SecurityElement.Escape(text);

    /// <summary>Control characters, lone surrogates and noncharacters have no place in XML; a space does.</summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool allowed = !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF);
            printable.Append(allowed ? rune.ToString() : " ");
        }

        return printable.ToString().Trim();
    }
}
