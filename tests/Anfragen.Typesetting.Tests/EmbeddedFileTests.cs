using System.Text;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

public sealed class EmbeddedFileTests(ITestOutputHelper output)
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("""{"nummer":"1435/2025","betreff":"Radwege für Groß & Klein"}""");

    private static readonly Document Letter = Sample.Document(Sample.Sentences(3)) with
    {
        EmbeddedFiles = [new EmbeddedFile("antwort.json", "application/json", "Die Antwort als Daten", Json)],
    };

    [Fact]
    public void The_data_is_inside_unchanged_and_belongs_to_the_document()
    {
        var pdf = new ParsedPdf(TestFonts.Typesetter.Typeset(Letter).Pdf);
        int specification = ParsedPdf.Number(pdf.Catalog, @"/AF\[(\d+) 0 R");
        Assert.Contains($"/EmbeddedFiles<</Names[(antwort.json){specification} 0 R ]>>", pdf.Catalog);
        string dictionary = pdf.Object(specification);
        Assert.Contains("/AFRelationship/Data/F(antwort.json)/UF<FEFF", dictionary);
        int stream = ParsedPdf.Number(dictionary, @"/EF<</F (\d+) 0 R /UF \1 0 R");
        Assert.Equal(Json, pdf.Stream(stream));
        Assert.Contains("/Subtype/application#2Fjson", pdf.Object(stream));
        Assert.Contains($"/Params<</Size {Json.Length}/ModDate(D:20250926103000+02'00')/CheckSum<", pdf.Object(stream));
        Wellformed.AssertAll(pdf);
    }

    [Fact]
    public void The_same_data_gives_the_same_bytes()
    {
        Assert.Equal(TestFonts.Typesetter.Typeset(Letter).Pdf, TestFonts.Typesetter.Typeset(Letter).Pdf);
    }

    [Theory]
    [InlineData("a b.json", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("antwort.json", "json")]
    [InlineData("antwort.json", "application/js on")]
    public void Names_that_readers_could_misread_are_refused(string name, string mediaType)
    {
        Document document = Letter with { EmbeddedFiles = [new EmbeddedFile(name, mediaType, "", Json)] };
        Assert.Throws<ArgumentException>(() => TestFonts.Typesetter.Typeset(document));
    }

    [Fact]
    public void Two_files_or_fields_of_one_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TestFonts.Typesetter.Typeset(Letter with { EmbeddedFiles = [.. Letter.EmbeddedFiles, .. Letter.EmbeddedFiles] }));
        Assert.Throws<ArgumentException>(() => TestFonts.Typesetter.Typeset(Letter with { SignatureFields = ["a", "a"] }));
        Assert.Throws<ArgumentException>(() => TestFonts.Typesetter.Typeset(Letter with { SignatureFields = [" "] }));
    }

    [Fact]
    public async Task Poppler_finds_the_file()
    {
        byte[] pdf = TestFonts.Typesetter.Typeset(Letter).Pdf;
        await ExternalTool.RunAsync(output, "qpdf", pdf, "--check", "FILE");
        if (await ExternalTool.RunAsync(output, "pdfdetach", pdf, "-list", "FILE") is { } text)
        {
            Assert.Matches(@"^1 embedded files\s+1: antwort\.json\s*$", text);
        }
    }
}
