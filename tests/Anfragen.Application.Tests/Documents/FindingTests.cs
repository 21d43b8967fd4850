using System.IO.Compression;
using Anfragen.Application.Documents;
using Anfragen.Infrastructure.Documents;
using static Anfragen.Application.Tests.Documents.SampleFiles;

namespace Anfragen.Application.Tests.Documents;

/// <summary>What one does not see in a file is pointed out before anybody makes it public.</summary>
public sealed class FindingTests
{
    private const string CoreProperties =
        """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:creator>Jana Petersen</dc:creator><cp:lastModifiedBy>Anna Richter</cp:lastModifiedBy></cp:coreProperties>
        """;

    public static TheoryData<DocumentFindingKind, byte[]> Telling => new()
    {
        { DocumentFindingKind.HiddenSheet, Xlsx("<sheets><sheet name=\"Intern\" state=\"veryHidden\"/></sheets>", "") },
        { DocumentFindingKind.HiddenCells, Xlsx("", "<sheetData><row r=\"3\" hidden=\"1\"/></sheetData>") },
        { DocumentFindingKind.HiddenCells, Xlsx("", "<cols><col min=\"1\" max=\"2\" hidden=\"true\"/></cols>") },
        { DocumentFindingKind.HiddenSlide, Pptx() },
        { DocumentFindingKind.SpeakerNotes, Pptx() },
        { DocumentFindingKind.HiddenText, Docx("<w:p>" + Run("geheim", "<w:vanish/>") + "</w:p>") },
        { DocumentFindingKind.TrackedChange, Docx("<w:p><w:del w:id=\"1\"><w:r><w:delText>alt</w:delText></w:r></w:del></w:p>") },
        { DocumentFindingKind.Comment, Docx("", ("word/comments.xml", $"<w:comments {WordNamespace}><w:comment w:id=\"1\"/></w:comments>")) },
        { DocumentFindingKind.PersonalMetadata, DocxWith("", ("docProps/core.xml", Bytes(CoreProperties))) },
        { DocumentFindingKind.EmbeddedFile, DocxWith("", ("word/embeddings/Sheet.xlsx", Xlsx("", ""))) },
        { DocumentFindingKind.Location, DocxWith("", ("word/media/image1.jpeg", JpegWithPlace())) },
        { DocumentFindingKind.ExternalLink, DocxWith("", ("word/_rels/settings.xml.rels", Bytes("<R><Relationship Type=\"x/attachedTemplate\" TargetMode=\"External\" Target=\"http://a\"/></R>"))) },
        { DocumentFindingKind.Location, JpegWithPlace() },
        { DocumentFindingKind.CameraData, JpegWithPlace() },
        { DocumentFindingKind.AppendedData, [.. Png, .. "PK angehängt"u8] },
        { DocumentFindingKind.Comment, Odf(FileFormat.Odt, "<office:text><text:p><office:annotation/></text:p></office:text>") },
        { DocumentFindingKind.TrackedChange, Odf(FileFormat.Odt, "<office:text><text:tracked-changes><text:changed-region/></text:tracked-changes></office:text>") },
        {
            DocumentFindingKind.HiddenSheet,
            Odf(FileFormat.Ods, "<office:spreadsheet><table:table table:style-name=\"ta2\"/></office:spreadsheet>",
                "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>")
        },
        { DocumentFindingKind.HiddenCells, Odf(FileFormat.Ods, "<office:spreadsheet><table:table-row table:visibility=\"collapse\"/></office:spreadsheet>") },
        { DocumentFindingKind.PersonalMetadata, Odf(FileFormat.Odt, "<office:text/>", "", ("meta.xml", Bytes("<m xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Jana</dc:creator></m>"))) },
        { DocumentFindingKind.PersonalMetadata, Pdf(info: "/Author (Jana Petersen)") },
        { DocumentFindingKind.Script, Pdf(objects: "<< /S /JavaScript /JS (app.alert\\(1\\)) >>") },
        { DocumentFindingKind.EmbeddedFile, Pdf(objects: "<< /Type /EmbeddedFile >>") },
        { DocumentFindingKind.Comment, Pdf(objects: "<< /Type /Annot /Subtype /Highlight >>") },
        { DocumentFindingKind.Script, Pdf(objects: CompressedObjects("<< /S /JavaScript >>")) },
    };

    public static TheoryData<byte[]> Plain =>
    [
        Pdf(), Png, Jpeg(), Docx(Paragraph("Text")), Xlsx("<sheets><sheet name=\"Offen\"/></sheets>", "<sheetData><row r=\"1\"/></sheetData>"),
        Odf(FileFormat.Odt, "<office:text><text:p>Text</text:p></office:text>"), Bytes("Text"),
    ];

    [Theory]
    [MemberData(nameof(Telling), DisableDiscoveryEnumeration = true)]
    public void What_one_does_not_see_is_pointed_out(DocumentFindingKind kind, byte[] content) =>
        Assert.Contains(Examine(content), finding => finding.Kind == kind && finding.Text.Length > 10);

    [Theory]
    [MemberData(nameof(Plain), DisableDiscoveryEnumeration = true)]
    public void A_plain_file_has_nothing_to_point_out(byte[] content) => Assert.Empty(Examine(content));

    [Fact]
    public void People_in_the_metadata_are_named()
    {
        var findings = Examine(DocxWith("", ("docProps/core.xml", Bytes(CoreProperties)))).Select(finding => finding.Text).ToList();

        Assert.Contains("Als Verfasser ist eingetragen: Jana Petersen", findings);
        Assert.Contains("Zuletzt gespeichert hat: Anna Richter", findings);
        Assert.Contains(Examine(Pdf(info: "/Author (Jana Petersen)")), finding => finding.Text == "Als Verfasser ist eingetragen: Jana Petersen");
        Assert.Contains(Examine(Pdf(info: "/Author <FEFF004A00F6>")), finding => finding.Text == "Als Verfasser ist eingetragen: Jö");
    }

    private static IReadOnlyList<DocumentFinding> Examine(byte[] content) => new DocumentExaminer().Examine(content, CancellationToken.None).Findings;

    private static string CompressedObjects(string objects)
    {
        using var stream = new MemoryStream();
        using (var deflated = new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true)) deflated.Write(Bytes("7 0 " + objects));
        var data = System.Text.Encoding.Latin1.GetString(stream.ToArray());
        return $"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {data.Length} >>\nstream\n{data}\nendstream";
    }
}
