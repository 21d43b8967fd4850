using System.Text;
using Anfragen.Application.Answers;
using Anfragen.Application.Tests.Database;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Documents;
using Anfragen.Infrastructure.Replies;
using Anfragen.Typesetting;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Documents;

/// <summary>Texts that were written in a word processor become Markdown, and none of their words gets lost.</summary>
public sealed class ForeignTextTests
{
    private const string Bullets = """
        <w:numbering {0}>
          <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
          <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
          <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        </w:numbering>
        """;

    [Fact]
    public void A_Word_file_keeps_its_lists_table_emphasis_links_and_notes()
    {
        var word = SampleFiles.Docx(
            P("<w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr>", R("Sachstand", bold: true))
            + P("", R("Es sind ") + R("412 ", bold: true) + R("Bäume") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + R(" am *Rhein*."))
            + Item(1, 0, "Nordufer") + Item(1, 1, "Abschnitt A") + Item(1, 0, "Südufer")
            + Item(2, 0, "Zählung") + Item(2, 0, "Prüfung")
            + Item(3, 0, "erstens")
            + "<w:tbl>" + Row("Ufer", "Bäume") + Row("Nord | West", "200") + Row("Süd", "212") + "</w:tbl>"
            + P("", "<w:hyperlink r:id=\"rId77\">" + R("Bericht") + "</w:hyperlink>" + R(", Stand ") + R("2025", italic: true) + "<w:r><w:br/></w:r>" + R("1. Januar")),
            ("word/numbering.xml", string.Format(null, CompositeFormat.Parse(Bullets), SampleFiles.WordNamespace)),
            ("word/styles.xml", $"<w:styles {SampleFiles.WordNamespace}><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"),
            ("word/footnotes.xml", $"<w:footnotes {SampleFiles.WordNamespace}><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>{R(" Stand: Juni.")}</w:p></w:footnote></w:footnotes>"));

        var text = WordBlocks.Read(word, CancellationToken.None);

        Assert.Equal(
            """
            ## Sachstand

            Es sind **412** Bäume[^1] am \*Rhein\*.

            - Nordufer
              - Abschnitt A
            - Südufer

            3. Zählung
            4. Prüfung

            a) erstens

            | Ufer | Bäume |
            |---|---|
            | Nord \| West | 200 |
            | Süd | 212 |

            Bericht, Stand _2025_\
            1\. Januar

            [^1]: Stand: Juni.
            """.ReplaceLineEndings("\n"),
            BlocksToMarkdown.Write(text.Blocks));
    }

    [Fact]
    public void What_Word_copies_keeps_its_lists_though_they_are_none_in_HTML()
    {
        const string Html = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=DE>
            <!--StartFragment-->
            <p class=MsoNormal>Zu <b>Frage 2</b>&nbsp;teilt das
            Amt mit:<o:p></o:p></p>
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Nordufer<o:p></o:p></p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Abschnitt <i>A</i></p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Zählung</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Prüfung</p>
            <p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>b)<span>&nbsp; </span></span>zweitens</p>
            <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Ufer</b></p></td><td><p class=MsoNormal align=right>Bäume</p></td></tr>
            <tr><td><p>Nord</p></td><td><p align=right style='text-align:right'>200</p></td></tr></table>
            <p class=MsoNormal>Siehe <a href="https://www.mainz.de/baum(2)">Bericht</a> und <a href="javascript:alert(1)">hier</a>.<img src="file:///C:/bild.png"></p>
            <!--EndFragment--></body></html>
            """;

        var text = HtmlBlocks.Read(Html, CancellationToken.None);

        Assert.Equal(
            """
            Zu **Frage 2** teilt das Amt mit:

            - Nordufer
              - Abschnitt _A_

            1. Zählung
            2. Prüfung

            b) zweitens

            | Ufer | Bäume |
            |---|---:|
            | Nord | 200 |

            Siehe [Bericht](https://www.mainz.de/baum%282%29) und hier.
            """.ReplaceLineEndings("\n"),
            BlocksToMarkdown.Write(text.Blocks).Replace('\u00A0', ' '));
        Assert.Contains("Bilder wurden nicht gelesen", Assert.Single(text.Unread), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ul><li><p>eins</p><p>zwei</p><ol start=4><li>vier</li></ol></li><li>drei</li></ul>", "- eins\\\n  zwei\n  4. vier\n- drei")]
    [InlineData("<b style='font-weight:normal'><span style='font-weight:700'>fett</span> und nicht</b>", "**fett** und nicht")]
    [InlineData("<p>ein<b>ge</b>fügt und <i>*schräg*</i></p>", "eingefügt und _\\*schräg\\*_")]
    [InlineData("<h2>Titel</h2><div>Text<br>Zeile<div>innen</div></div>", "### Titel\n\nText\\\nZeile\n\ninnen")]
    [InlineData("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n- b")]
    [InlineData("<ul><li>a</li></ul><p></p><ol><li>b</li></ol><ol start=7><li>c</li></ol>", "- a\n\n1. b\n\n7) c")]
    [InlineData("# kein Titel<br>- keine Liste<br>&gt; kein Zitat", "\\# kein Titel\\\n\\- keine Liste\\\n\\> kein Zitat")]
    [InlineData("<table><tr><td>nur ein Rahmen</td></tr></table><script>alert(1)</script>", "nur ein Rahmen")]
    public void Copied_HTML_becomes_Markdown(string html, string markdown) =>
        Assert.Equal(markdown, BlocksToMarkdown.Write(HtmlBlocks.Read(html, CancellationToken.None).Blocks));

    [Fact]
    public void No_word_gets_lost_whatever_the_blocks_are()
    {
        var random = new Random(20251122);
        string[] words = ["Rhein", "*", "_x_", "1.", "- a", "[^1]", "](b)", "<b>", "|", "\\", "`c`", "#", "Bürger*innen", "www.mainz.de", "26. September", "~~~", "---", "a_b", "**"];
        for (var round = 0; round < 2_000; round++)
        {
            Run Text() => new TextRun(string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => words[random.Next(words.Length)])) + (random.Next(2) == 0 ? " " : ""), random.Next(4) == 0, random.Next(4) == 0);
            IReadOnlyList<Run> Runs() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(9) == 0 ? new NoteRun([Text()]) : Text())];
            Block Any(int depth) => random.Next(depth > 2 ? 1 : 4) switch
            {
                1 => new ListBlock(random.Next(2) == 0 ? null : random.Next(1, 20), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new ListItem([new Paragraph(Runs()), .. random.Next(3) == 0 ? [Any(depth + 3)] : Array.Empty<Block>()]))]),
                2 when depth == 0 => new Table([new TableColumn(Runs(), ColumnAlignment.Left), new TableColumn(Runs(), ColumnAlignment.Automatic)], [new TableRow([Runs(), Runs()])]),
                3 when depth == 0 => new Heading(random.Next(2, 6), null, [Text()]),
                _ => new Paragraph(Runs()),
            };
            IReadOnlyList<Block> blocks = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Any(0))];

            var written = BlocksToMarkdown.Write(blocks);

            var read = MarkdownToBlocks.Convert(written, firstHeadingLevel: 1);
            Assert.True(BlocksToMarkdown.Words(blocks) == BlocksToMarkdown.Words(read.Blocks), $"Round {round}:\n{written}\n{BlocksToMarkdown.Words(blocks)}\n{BlocksToMarkdown.Words(read.Blocks)}");
            Assert.Empty(read.Problems);
        }
    }

    [Fact]
    public async Task A_file_nobody_can_read_is_refused_beside_its_field()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        var refused = await Assert.ThrowsAsync<ValidationException>(() => app.As(MainOfficeClerk, new ConvertToMarkdown { Document = SampleFiles.Program }));
        Assert.Equal("Document", Assert.Single(refused.Errors).PropertyName);
        await Assert.ThrowsAsync<ValidationException>(() => app.As(MainOfficeClerk, new ConvertToMarkdown()));
        Assert.Equal("Zeile", (await app.As(MainOfficeClerk, new ConvertToMarkdown { Document = "Zeile"u8.ToArray() })).Markdown);
    }

    private static string P(string properties, string runs) => $"<w:p>{properties}{runs}</w:p>";

    private static string R(string text, bool bold = false, bool italic = false) =>
        $"<w:r><w:rPr>{(bold ? "<w:b/>" : "")}{(italic ? "<w:i/>" : "")}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Item(int list, int level, string text) =>
        P($"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>", R(text));

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{P("", R(cell))}</w:tc>"))}</w:tr>";
}
