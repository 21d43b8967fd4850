using System.Text;
using Anfragen.Application.Documents;
using Anfragen.Infrastructure.Documents;
using static Anfragen.Application.Tests.Documents.SampleFiles;

namespace Anfragen.Application.Tests.Documents;

/// <summary>What a file is says its content alone; what it is not allowed to be is refused with a sentence.</summary>
public sealed class RecognitionTests
{
    public static TheoryData<FileFormat, byte[]> Allowed => new()
    {
        { FileFormat.Pdf, Pdf() },
        { FileFormat.Png, Png },
        { FileFormat.Jpeg, Jpeg() },
        { FileFormat.Docx, Docx(Paragraph("Text")) },
        { FileFormat.Xlsx, Xlsx("<sheets/>", "<sheetData/>") },
        { FileFormat.Pptx, Pptx() },
        { FileFormat.Odt, Odf(FileFormat.Odt, "<office:text/>") },
        { FileFormat.Ods, Odf(FileFormat.Ods, "<office:spreadsheet/>") },
        { FileFormat.Odp, Odf(FileFormat.Odp, "<office:presentation/>") },
        { FileFormat.PlainText, Bytes("MZ: Größe der Straße?\r\n1. Wie groß?\r\n") },
        { FileFormat.PlainText, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Größe")] },
        { FileFormat.PlainText, [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Größe")] },
        { FileFormat.PlainText, Encoding.Latin1.GetBytes("Größe der Straße") },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "Windows-Programm", Program },
        { "Programm", [0x7F, .. "ELF"u8, 2, 1, 1, 0] },
        { "Skript", Bytes("#!/bin/sh\nrm -rf /") },
        { "leer", [] },
        { "größer als 25 MB", new byte[DocumentLimits.FileBytes + 1] },
        { "Webseite", Bytes("<!DOCTYPE html><script>alert(1)</script>") },
        { "Webseite", Bytes("\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
        { "unbekanntes Format", [1, 2, 3, 4, 0, 200, 7] },
        { "unbekanntes Format", Bytes("Text mit \u0007 Klingel") },
        { "RTF", Bytes("{\\rtf1 Hallo}") },
        { "alten Format", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "verschlüsselt", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        { "ZIP-Archiv", Zip(("brief.txt", Bytes("Hallo"))) },
        { "beschädigt", [.. "PK\x03\x04"u8, .. new byte[100]] },
        { "beschädigt", Docx(Paragraph("Text"))[..^40] },
        { "Makros", DocxWith(Paragraph("Text"), ("word/vbaProject.bin", [1, 2, 3])) },
        { "Makros", Macro() },
        { "Makros", Odf(FileFormat.Odt, "<office:text/>", "", ("Basic/Standard/Module1.xml", Bytes("<module/>"))) },
        { "Pfade", DocxWith(Paragraph("Text"), ("../../etc/passwd", [1])) },
        { "Pfade", DocxWith(Paragraph("Text"), ("/etc/passwd", [1])) },
        { "Pfade", DocxWith(Paragraph("Text"), ("..\\..\\boot.ini", [1])) },
        { "Pfade", DocxWith(Paragraph("Text"), ("C:/boot.ini", [1])) },
        { "weitere", DocxWith(Paragraph("Text"), ("word/embeddings/archiv.zip", Zip(("a.txt", Bytes("a"))))) },
        { "weitere", DocxWith(Paragraph("Text"), ("word/embeddings/a.docx", DocxWith("", ("word/embeddings/b.docx", Docx(""))))) },
        { "enthält ein Programm", DocxWith(Paragraph("Text"), ("word/media/image1.png", Program)) },
        { "beschädigt", DocxWith(Paragraph("Text"), ("word/extra.xml", Bytes("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))) },
        { "beschädigt", DocxWith("<w:p>") },
        { "tief verschachtelt", DocxWith(string.Concat(Enumerable.Repeat("<w:a>", 300)) + string.Concat(Enumerable.Repeat("</w:a>", 300))) },
        { "als 2000 Teile", DocxWith("", [.. Enumerable.Range(0, 2001).Select(i => ($"word/{i}.bin", new byte[1]))]) },
        { "größer als 64 MB", Bomb() },
        { "verschlüsselt", Odf(FileFormat.Odt, "<office:text/>", "", ("META-INF/manifest.xml", Bytes("<m><encryption-data/></m>"))) },
        { "verschlüsselt", WithEncryptedFlag(Docx(Paragraph("Text"))) },
        { "PDF ist verschlüsselt", Bytes(Encoding.Latin1.GetString(Pdf()).Replace("/Root", "/Encrypt 6 0 R /Root", StringComparison.Ordinal)) },
        { "PDF ist beschädigt", Pdf()[..300] },
        { "PDF ist beschädigt", Bytes("%PDF-1.4 und sonst nichts") },
        { "Bild ist beschädigt", Png[..40] },
        { "Bild ist beschädigt", Jpeg()[..8] },
    };

    [Theory]
    [MemberData(nameof(Allowed), DisableDiscoveryEnumeration = true)]
    public void A_file_is_what_its_content_says(FileFormat format, byte[] content) =>
        Assert.Equal(format, new DocumentExaminer().Examine(content, CancellationToken.None).Format);

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_is_not_allowed_is_refused_with_a_sentence_that_says_what_it_is(string what, byte[] content)
    {
        var refused = Assert.Throws<DocumentRefused>(() => new DocumentExaminer().Examine(content, CancellationToken.None));

        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(DocumentRefused.Allowed, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Media_type_and_format_belong_together() =>
        Assert.All(Enum.GetValues<FileFormat>(), format => Assert.Equal(format, FileFormats.OfMediaType(format.MediaType())));

    [Fact]
    public void A_truncated_file_never_fails_otherwise_than_by_refusal()
    {
        byte[][] files = [Pdf(), Png, JpegWithPlace(), Docx(Paragraph("Text")), Odf(FileFormat.Odt, "<office:text/>")];
        foreach (var file in files)
        {
            for (var length = 0; length < file.Length; length += Math.Max(1, file.Length / 200))
            {
                var exception = Record.Exception(() => new DocumentExaminer().Examine(file[..length], CancellationToken.None));
                Assert.True(exception is null or DocumentRefused, $"{file.Length} Bytes nach {length}: {exception}");
            }
        }
    }

    [Fact]
    public void A_mutated_file_never_fails_otherwise_than_by_refusal()
    {
        var random = new Random(1435);
        byte[][] files = [Pdf(), Png, JpegWithPlace(), Docx(Paragraph("Text")), Odf(FileFormat.Odt, "<office:text/>"), Xlsx("<sheets/>", "<sheetData/>")];
        for (var round = 0; round < 1200; round++)
        {
            var file = files[round % files.Length].ToArray();
            for (var i = 0; i < 4; i++) file[random.Next(file.Length)] = (byte)random.Next(256);
            var exception = Record.Exception(() => new DocumentExaminer().Examine(file, CancellationToken.None));
            Assert.True(exception is null or DocumentRefused, $"Runde {round}: {exception}");
        }
    }

    private static byte[] Macro()
    {
        var types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>";
        return Zip(("[Content_Types].xml", Bytes(types)), ("word/document.xml", Bytes("<w/>")));
    }

    private static byte[] WithEncryptedFlag(byte[] zip)
    {
        var directory = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        zip[directory + 8] |= 1;
        return zip;
    }
}
