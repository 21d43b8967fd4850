using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

public sealed class StructureTests(ITestOutputHelper output)
{
    private static readonly Block[] Letter =
    [
        new Heading(1, null, [new TextRun("Antwort betreffend "), new TextRun("Radwege", Bold: true)], BoldAsMarked: true),
        Sample.Heading(2, "1.", "Wie viele?"),
        new Paragraph([new TextRun("Siehe "), new LinkRun("Radverkehrsplan der Landeshauptstadt", "https://example.org/a(1)?ü=1"), new TextRun(" und weiter.")]),
        new ListBlock(9, [Sample.Item(Sample.Paragraph("neun"), new ListBlock(null, [Sample.Item(Sample.Paragraph("innen"))])), Sample.Item(Sample.Paragraph("zehn"), Sample.Paragraph("mehr"))]),
        new Quotation([Sample.Paragraph("Zitat")]),
        Sample.Table(2),
        Sample.Signature,
    ];

    [Fact]
    public void Tags_follow_the_reading_order()
    {
        Element root = Sample.Typeset(Letter).Root;
        Assert.Equal("Document", root.Tag);
        Assert.Equal(["P", "P", "H1", "H2", "P", "L", "BlockQuote", "Table", "P", "P", "P", "P"], root.Elements.Select(element => element.Tag));
        Assert.Equal("1. Wie viele?", root.Elements[3].Text);
        Assert.Equal(["Link"], root.Elements[4].Elements.Select(element => element.Tag));
        Assert.Equal("Siehe Radverkehrsplan der Landeshauptstadt und weiter.", root.Elements[4].Text);
    }

    [Fact]
    public void List_items_hold_a_label_and_a_body_with_blocks()
    {
        Element list = Sample.Typeset(Letter).Root.Elements[5];
        Assert.Contains("/ListNumbering/Decimal", list.Dictionary);
        Assert.All(list.Elements, item => Assert.Equal(["Lbl", "LBody"], item.Elements.Select(element => element.Tag)));
        Assert.Equal(["9. ", "10. "], list.Elements.Select(item => item.Elements[0].Text));
        Assert.Equal(["P", "L"], list.Elements[0].Elements[1].Elements.Select(element => element.Tag));
        Assert.Equal(["P", "P"], list.Elements[1].Elements[1].Elements.Select(element => element.Tag));
        Assert.Contains("/ListNumbering/Disc", list.Elements[0].Elements[1].Elements[1].Dictionary);
    }

    [Fact]
    public void Tables_have_header_cells_with_a_scope()
    {
        Element table = Sample.Typeset(Letter).Root.Elements[7];
        Assert.Equal(["TR", "TR", "TR"], table.Elements.Select(element => element.Tag));
        Assert.All(table.Elements[0].Elements, cell => Assert.True(cell.Tag == "TH" && cell.Dictionary.Contains("/Scope/Column")));
        Assert.All(table.Elements.Skip(1).SelectMany(row => row.Elements), cell => Assert.Equal("TD", cell.Tag));
    }

    [Fact]
    public void Heading_levels_leave_no_gap_even_if_the_text_does()
    {
        Element root = Sample.Typeset(Sample.Heading(3, null, "a"), Sample.Heading(6, null, "b"), Sample.Heading(1, null, "c"), Sample.Heading(2, null, "d")).Root;
        Assert.Equal(["H1", "H2", "H1", "H2"], root.Elements.Skip(2).Select(element => element.Tag));
    }

    [Fact]
    public void Every_link_annotation_belongs_to_its_element_and_has_an_encoded_address()
    {
        ParsedPdf pdf = Sample.Typeset(Letter);
        string annotation = Assert.Single(pdf.ObjectNumbers.Select(pdf.Object), text => text.StartsWith("<</Type/Annot"));
        Assert.Contains(@"/URI(https://example.org/a\(1\)?%C3%BC=1)", annotation);
        int key = ParsedPdf.Number(annotation, @"/StructParent (\d+)");
        string parentTree = pdf.Object(ParsedPdf.Number(pdf.Object(ParsedPdf.Number(pdf.Catalog, @"/StructTreeRoot (\d+)")), @"/ParentTree (\d+)"));
        int link = ParsedPdf.Number(parentTree, $@"\]{key} (\d+) 0 R");
        Assert.Contains("/S/Link", pdf.Object(link));
        Assert.Contains("/Type/OBJR", pdf.Object(link));
    }

    [Fact]
    public void Outlines_nest_like_the_headings()
    {
        ParsedPdf pdf = Sample.Typeset(Sample.Heading(1, null, "A"), Sample.Heading(2, "1.", "B"), Sample.Heading(3, null, "C"), Sample.Heading(2, "2.", "D"));
        string outline = pdf.Object(ParsedPdf.Number(pdf.Catalog, @"/Outlines (\d+)"));
        Assert.Contains("/Count 4", outline);
        string top = pdf.Object(ParsedPdf.Number(outline, @"/First (\d+)"));
        Assert.Contains("/Count 3", top);
        string first = pdf.Object(ParsedPdf.Number(top, @"/First (\d+)"));
        Assert.Contains("<FEFF0031002E00200042>", first);
        Assert.Contains("/Count 1", first);
        Assert.Equal(ParsedPdf.Number(top, @"/Last (\d+)"), ParsedPdf.Number(first, @"/Next (\d+)"));
    }

    [Fact]
    public void Metadata_is_well_formed_and_agrees_with_the_document_information()
    {
        Document document = Sample.Document(Sample.Sentences(1)) with { Title = "Fragen & Antworten <„1“>", Author = "A \u0001 & B" };
        var pdf = new ParsedPdf(TestFonts.Typesetter.Typeset(document).Pdf);
        XDocument xmp = XDocument.Parse(Encoding.UTF8.GetString(pdf.Stream(ParsedPdf.Number(pdf.Catalog, @"/Metadata (\d+)"))));
        XNamespace dc = "http://purl.org/dc/elements/1.1/", ua = "http://www.aiim.org/pdfua/ns/id/", a = "http://www.aiim.org/pdfa/ns/id/", basic = "http://ns.adobe.com/xap/1.0/";
        Assert.Equal(document.Title, xmp.Descendants(dc + "title").Single().Value);
        Assert.Equal("1", xmp.Descendants(ua + "part").Single().Value);
        Assert.Equal("2A", xmp.Descendants(a + "part").Single().Value + xmp.Descendants(a + "conformance").Single().Value);
        Assert.Equal("2025-09-26T10:30:00+02:00", xmp.Descendants(basic + "CreateDate").Single().Value);
        string information = pdf.Object(ParsedPdf.Number(pdf.Trailer(), @"/Info (\d+)"));
        Assert.Contains("/CreationDate(D:20250926103000+02'00')", information);
        Assert.Contains($"/Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(document.Title))}>", information);
        Assert.Contains($"/Author<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(xmp.Descendants(dc + "creator").Single().Value))}>", information);
    }

    [Fact]
    public void Every_page_tells_its_tab_order_and_running_lines_are_artifacts()
    {
        ParsedPdf pdf = Sample.Typeset([.. Enumerable.Repeat(Sample.Sentences(5), 12)]);
        Assert.True(pdf.Pages >= 2);
        Assert.Equal(pdf.Pages, pdf.ObjectNumbers.Select(pdf.Object).Count(text => text.Contains("/Type/Page/") && text.Contains("/Tabs/S") && text.Contains("/Resources<</Font<<")));
        Assert.DoesNotContain("Antwort zur Anfrage Nr. 1435/2025", pdf.Artifacts(0));
        Assert.Contains("Antwort zur Anfrage Nr. 1435/2025", pdf.Artifacts(1));
        Assert.Contains($"Seite 2 von {pdf.Pages}", pdf.Artifacts(1));
    }

    [Fact]
    public async Task Qpdf_finds_no_fault()
    {
        byte[] pdf = TestFonts.Typesetter.Typeset(Sample.Document([.. Letter, .. Enumerable.Repeat(Sample.Table(80), 2)])).Pdf;
        if (await ExternalTool.RunAsync(output, "qpdf", pdf, "--check", "FILE") is { } text)
        {
            Assert.Contains("No syntax or stream encoding errors found", text);
        }
    }

    [Fact]
    public async Task Poppler_reads_the_structure()
    {
        byte[] pdf = TestFonts.Typesetter.Typeset(Sample.Document([.. Letter, Sample.Sentences(90)])).Pdf;
        if (await ExternalTool.RunAsync(output, "pdfinfo", pdf, "-struct-text", "FILE") is { } text)
        {
            string joined = Regex.Replace(text, "\"\\s+\"", "");
            Assert.Contains("\"" + string.Concat(Enumerable.Repeat(Sample.Sentence, 90)).Trim() + "\"", joined);
            Assert.Contains("LBody", text);
        }
    }

    [Fact]
    public async Task Poppler_finds_every_face_embedded_as_a_subset_with_a_character_map()
    {
        byte[] pdf = TestFonts.Typesetter.Typeset(Sample.Document(Letter)).Pdf;
        if (await ExternalTool.RunAsync(output, "pdffonts", pdf, "FILE") is { } text)
        {
            Assert.All(text.Trim().Split('\n').Skip(2), line => Assert.Matches(@"CID TrueType +Identity-H +yes yes yes", line));
        }
    }
}
