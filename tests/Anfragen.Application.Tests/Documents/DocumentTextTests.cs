using System.Text;
using Anfragen.Application.Documents;
using Anfragen.Application.Tests.Replies;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Documents;
using static Anfragen.Application.Tests.Documents.SampleFiles;

namespace Anfragen.Application.Tests.Documents;

/// <summary>The text of a document as one sees it, lists with their labels; what is not in it is named.</summary>
public sealed class DocumentTextTests
{
    private const string Lists = $"""
        <w:numbering {WordNamespace}>
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2.%3"/><w:isLgl/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Frage %1:"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        </w:numbering>
        """;

    [Fact]
    public async Task Lists_of_Word_keep_the_labels_they_are_shown_with()
    {
        var text = await Read(Docx(
            Paragraph("Wir fragen:") + Paragraph("Eins", 1) + Paragraph("Teil", 1, 1) + Paragraph("Teil", 1, 1) + Paragraph("Tief", 1, 2) + Paragraph("Zwei", 1)
            + Paragraph("Teil", 1, 1) + Paragraph("Punkt", 2) + Paragraph("Drei", 3) + Paragraph("Vier", 3) + Paragraph("Neu", 4) + Paragraph("Weiter", 1),
            ("word/numbering.xml", Lists)));

        Assert.Equal(
            [
                "Wir fragen:", "1. Eins", "    a) Teil", "    b) Teil", "        1.2.1 Tief", "2. Zwei", "    a) Teil", "• Punkt",
                "Frage III: Drei", "Frage IV: Vier", "1. Neu", "2. Weiter",
            ],
            text.Lines);
    }

    [Fact]
    public async Task A_list_can_come_from_the_style_and_end_by_number_zero()
    {
        var styles = $"""
            <w:styles {WordNamespace}><w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Frage"><w:basedOn w:val="Base"/></w:style></w:styles>
            """;
        const string Styled = "<w:p><w:pPr><w:pStyle w:val=\"Frage\"/></w:pPr><w:r><w:t>Warum?</w:t></w:r></w:p>";
        const string Unlisted = "<w:p><w:pPr><w:pStyle w:val=\"Frage\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>Ohne.</w:t></w:r></w:p>";

        var text = await Read(Docx(Styled + Styled + Unlisted, ("word/numbering.xml", Lists), ("word/styles.xml", styles)));

        Assert.Equal(["1. Warum?", "2. Warum?", "Ohne."], text.Lines);
    }

    [Fact]
    public async Task Tables_notes_margins_boxes_and_breaks_are_read_and_the_rest_is_named()
    {
        const string Table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Jahr</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Zahl</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        const string Layout = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Fragen</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1. Eine</w:t></w:r></w:p><w:p><w:r><w:t>2. Noch eine</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        const string Mixed = "<w:p><w:r><w:t>Oben</w:t><w:br/><w:t>Unten</w:t><w:footnoteReference w:id=\"2\"/></w:r>"
            + "<w:ins w:id=\"8\"><w:r><w:t> neu</w:t></w:r></w:ins><w:del w:id=\"9\"><w:r><w:delText> alt</w:delText></w:r></w:del>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:drawing/></w:r></w:p>";
        const string Field = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + "<w:r><w:t>1.2.2025</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        const string Box = "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>";

        var text = await Read(Docx(
            Table + Layout + Mixed + Field + Box,
            ("word/footnotes.xml", $"<w:footnotes {WordNamespace}><w:footnote w:type=\"separator\" w:id=\"0\"/><w:footnote w:id=\"2\">{Paragraph("Quelle")}</w:footnote></w:footnotes>"),
            ("word/header1.xml", $"<w:hdr {WordNamespace}>{Paragraph("Fraktion im Rat")}</w:hdr>"),
            ("word/comments.xml", $"<w:comments {WordNamespace}><w:comment w:id=\"1\"/></w:comments>")));

        Assert.Equal(["Jahr\tZahl", "Fragen", "1. Eine", "2. Noch eine", "Oben", "Unten[1] neu", "1.2.2025", "", "Im Kasten"], text.Lines);
        Assert.Equal(["[1] Quelle"], text.Footnotes);
        Assert.Equal(["Fraktion im Rat"], text.Margins);
        Assert.Collection(
            text.Unread,
            sentence => Assert.StartsWith("Als gelöscht markierter Text", sentence, StringComparison.Ordinal),
            sentence => Assert.StartsWith("Ausgeblendeter Text", sentence, StringComparison.Ordinal),
            sentence => Assert.StartsWith("Kommentare", sentence, StringComparison.Ordinal),
            sentence => Assert.StartsWith("Bilder", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_nobody_can_follow_does_not_keep_a_document_from_being_read()
    {
        var broken = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" TargetMode=\"External\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:a@b;c@d@@x y://[\"/></Relationships>";

        var text = await Read(Docx("<w:p><w:hyperlink r:id=\"rId1\">" + Run("Adresse") + "</w:hyperlink></w:p>", ("word/_rels/document.xml.rels", broken)));

        Assert.Equal(["Adresse"], text.Lines);
    }

    [Fact]
    public async Task The_splitter_finds_the_questions_of_a_Word_document()
    {
        var text = await Read(Docx(
            Paragraph("Die Verwaltung wird gebeten, folgende Fragen zu beantworten:") + Paragraph("Wie viele Haltestellen gibt es?", 1)
            + Paragraph("Wie viele sind barrierefrei?", 1) + Paragraph("davon im Westen?", 1, 1) + Paragraph("davon im Osten?", 1, 1) + Paragraph("Was kostet der Umbau?", 1),
            ("word/numbering.xml", Lists)));

        var split = QuestionSplitter.Split(text.Text);

        Assert.Equal(["1.", "2.", "a)", "b)", "3."], split.Questions.SelectMany(question => question.Children.Prepend(question)).Select(question => question.Label));
    }

    [Fact]
    public async Task Lists_of_OpenDocument_keep_the_labels_they_are_shown_with()
    {
        const string Styles = """
            <text:list-style style:name="L1">
              <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
              <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
            </text:list-style>
            <text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
            <style:style style:name="Weg" style:family="text"><style:text-properties text:display="none"/></style:style>
            """;
        const string Body = """
            <office:text>
            <text:p>Wir   fragen<text:s text:c="2"/>jetzt:<text:span text:style-name="Weg">geheim</text:span></text:p>
            <text:list text:style-name="L1"><text:list-item><text:p>Eins</text:p><text:p>und weiter</text:p>
              <text:list><text:list-item><text:p>Teil</text:p></text:list-item><text:list-item><text:p>Teil</text:p></text:list-item></text:list></text:list-item></text:list>
            <text:p/>
            <text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Zwei<text:note><text:note-body><text:p>Quelle</text:p></text:note-body></text:note></text:p></text:list-item></text:list>
            <text:list text:style-name="L2"><text:list-item><text:p>Strich</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>Jahr</text:p></table:table-cell><table:table-cell><text:p>Zahl</text:p></table:table-cell></table:table-row></table:table>
            </office:text>
            """;

        var text = await Read(Odf(FileFormat.Odt, Body, Styles));

        Assert.Equal(["Wir fragen  jetzt:", "1. Eins", "und weiter", "    a) Teil", "    b) Teil", "", "2. Zwei[1]", "– Strich", "Jahr\tZahl"], text.Lines);
        Assert.Equal(["[1] Quelle"], text.Footnotes);
        Assert.StartsWith("Ausgeblendeter Text", Assert.Single(text.Unread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_is_read_in_its_encoding()
    {
        Assert.Equal(["1. Größe?", "2. Straße?"], (await Read(Encoding.Latin1.GetBytes("1. Größe?\r\n2. Straße?\r\n"))).Lines);
        Assert.Equal(["Größe"], (await Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Größe")])).Lines);
        Assert.Equal(["Größe"], (await Read([0xEF, 0xBB, 0xBF, .. Bytes("Größe")])).Lines);
    }

    [PdfToolsFact]
    public async Task The_text_of_a_PDF_is_read()
    {
        var text = await Read(Pdf("1. Wie viele?"));

        Assert.Equal("1. Wie viele?", Assert.Single(text.Lines).Trim());
        Assert.NotEmpty(text.Unread);
    }

    [PdfToolsFact]
    public async Task A_PDF_without_text_says_that_it_is_a_scan() =>
        Assert.Contains("eingescannt", (await Assert.ThrowsAsync<DocumentRefused>(() => Read(Pdf("")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Without_poppler_a_sentence_says_what_is_missing()
    {
        var reader = new DocumentTextReader(new DocumentExaminer(), new PdfToText("gibt-es-nicht"));

        var refused = await Assert.ThrowsAsync<DocumentRefused>(() => reader.Read(Pdf(), CancellationToken.None));

        Assert.Contains("poppler-utils", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_text_says_which_kinds_have_one() =>
        Assert.Contains("DOCX", (await Assert.ThrowsAsync<DocumentRefused>(() => Read(Png))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Too_many_paragraphs_are_refused()
    {
        var body = string.Concat(Enumerable.Repeat("<w:p/>", DocumentLimits.Paragraphs + 1));

        Assert.Contains("zu lang", (await Assert.ThrowsAsync<DocumentRefused>(() => Read(Docx(body)))).Message, StringComparison.Ordinal);
    }

    private static Task<DocumentText> Read(byte[] content) =>
        new DocumentTextReader(new DocumentExaminer(), new PdfToText()).Read(content, CancellationToken.None);
}
