using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Replies;
using Anfragen.Typesetting;

namespace Anfragen.Application.Tests.Replies;

public sealed class AnswerMarkdownTests
{
    private static readonly AnswerMarkdown Markdown = new();

    [Theory]
    [InlineData("Text ![Bild](https://mainz.de/b.png)", "Zeile 1: Bilder")]
    [InlineData("a\n\nb [Anlage](anlage.pdf)", "Zeile 3: Die Adresse eines Links")]
    [InlineData("[x](javascript:alert(1))", "Zeile 1: Die Adresse eines Links")]
    [InlineData("[x](data:text/html,hallo)", "Zeile 1: Die Adresse eines Links")]
    [InlineData("[x](//example.org)", "Zeile 1: Die Adresse eines Links")]
    [InlineData("[x](https://mainz.de@example.org)", "Zeile 1: Die Adresse eines Links")]
    [InlineData("[x](mailto:niemand)", "Zeile 1: Die Adresse eines Links")]
    [InlineData("<javascript:alert(1)>", "Zeile 1: Die Adresse eines Links")]
    [InlineData("[](https://mainz.de)", "Zeile 1: Ein Link hat keinen Text")]
    [InlineData("[x](https://mainz.de \"Titel\")", "Zeile 1: Der Titel eines Links")]
    [InlineData("a\nb `code`", "Zeile 2: Programmtext")]
    [InlineData("```\ncode\n```", "Zeile 1: Programmtext")]
    [InlineData("a\n\n---\n\nb", "Zeile 3: Eine Trennlinie")]
    [InlineData("a\r\nb\u0007", "Zeile 2: Das Zeichen U+0007 ist ein unsichtbares Steuerzeichen")]
    [InlineData("a\u202Eb", "Zeile 1: Das Zeichen U+202E kehrt unsichtbar die Leserichtung um")]
    [InlineData("\uF0B7 Punkt", "Zeile 1: Das Zeichen U+F0B7 stammt aus einer Symbolschrift")]
    [InlineData("|a|b|\n|-|-|\n|1|2|\n|1|", "Zeile 4: Diese Zeile der Tabelle hat eine Zelle, der Tabellenkopf 2 Zellen.")]
    [InlineData("|a|b|\n|-|-|\n|1|2|3|", "Zeile 3: Diese Zeile der Tabelle hat 3 Zellen, der Tabellenkopf 2 Zellen.")]
    [InlineData("Text\n|a|b|\n|-|-|\n|1|2|", "Zeile 3: Vor einer Tabelle muss eine leere Zeile stehen")]
    [InlineData("1. a\n2. b\n4. c", "Zeile 3: Hier steht die Nummer 4, im Schreiben stünde 3.")]
    [InlineData("- a\n-\n- b", "Zeile 2: Ein Punkt der Aufzählung ist leer.")]
    [InlineData("#\n\nText", "Zeile 1: Eine Überschrift (#) ist leer.")]
    [InlineData(">", "Zeile 1: Ein Zitat (>) ist leer.")]
    [InlineData("- # a", "Zeile 1: Eine Überschrift kann nicht in einer Aufzählung")]
    [InlineData("- a\n\n  |x|y|\n  |-|-|\n  |1|2|", "Zeile 3: Eine Tabelle kann nicht in einer Aufzählung")]
    [InlineData("Text\n\n[^1]: Anmerkung", "Zeile 3: Auf diese Fußnote verweist keine Stelle")]
    [InlineData("Text[^1] und[^1]\n\n[^1]: Anmerkung", "Zeile 1: Auf eine Fußnote kann nur eine Stelle verweisen.")]
    [InlineData("Text[^1]\n\n[^1]: Eins\n\n    Zwei", "Zeile 1: Eine Fußnote besteht aus genau einem Absatz.")]
    [InlineData("# Titel[^1]\n\n[^1]: Anmerkung", "Zeile 1: Eine Überschrift kann keine Fußnote haben.")]
    [InlineData("Text[^1]\n\n[^1]: Siehe[^2]\n[^2]: Mehr", "Zeile 3: In einer Fußnote kann keine weitere stehen.")]
    [InlineData("> > > > > a", "Zeile 1: Aufzählungen und Zitate dürfen höchstens 4 Ebenen")]
    public void A_text_that_no_letter_can_hold_is_named_with_its_line(string markdown, string problem)
    {
        var found = Assert.Single(Markdown.Problems(markdown));
        Assert.StartsWith(problem, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Es gilt a<b und <script>alert(1)</script> & mehr.")]
    [InlineData("*kursiv*, **fett**, [Link](https://mainz.de), www.mainz.de, <https://mainz.de>, <amt@mainz.de>")]
    [InlineData("- a\n  - b\n    - c\n      - d\n\n1. a\n1. b\n\nText\n\n3. c")]
    [InlineData("> Zitat\n\n# Überschrift\n\n|a|b|\n|:-:|-:|\n|1||")]
    [InlineData("Es sind vier.[^1]\n\n[^1]: Stand **2025**, siehe [Bericht](https://mainz.de).")]
    [InlineData("Ein\u00a0geschütztes Leerzeichen, ein wei\u00adches Trennzeichen, ein Tabulator\t, 👍 und „Anführung“ – ja.")]
    public void Ordinary_text_has_no_problems(string markdown) => Assert.Empty(Markdown.Problems(markdown));

    [Fact]
    public void A_footnote_leads_to_its_text_and_back()
    {
        var html = Markdown.ToHtml("Es sind vier.[^a]\n\nMehr nicht.\n\n[^a]: Stand *2025*.", 3);

        var key = Regex.Match(html, "id=\"(?<key>n[0-9a-f]{8})-ref-1\"").Groups["key"].Value;
        Assert.Equal(
            $"""
            <p>Es sind vier.<sup><a href="#{key}-note-1" id="{key}-ref-1" aria-label="Fußnote 1">1</a></sup></p>
            <p>Mehr nicht.</p>
            <section class="notes" aria-label="Fußnoten"><ol>
            <li id="{key}-note-1">Stand <em>2025</em>. <a href="#{key}-ref-1" aria-label="Zurück zum Text, Fußnote 1">↑</a></li>
            </ol></section>

            """,
            html);
    }

    [Fact]
    public void A_column_of_numbers_is_set_right_unless_somebody_says_otherwise()
    {
        var html = Markdown.ToHtml("|Maßnahme|Euro|Anteil|\n|---|---|:--|\n|Weg|1.200|12 %|\n|Steg|–|3 %|", 3);

        Assert.Contains("<tr><td>Weg</td><td class=\"cell-right\">1.200</td><td>12 %</td></tr>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bürger*innen und Nutzer*innen", "<p>Bürger*innen und Nutzer*innen</p>\n")]
    [InlineData("snake_case_name", "<p>snake_case_name</p>\n")]
    [InlineData("26. September 2025 war Stichtag.", "<p>26. September 2025 war Stichtag.</p>\n")]
    [InlineData("[1]: Anlage", "<p>[1]: Anlage</p>\n")]
    [InlineData("siehe [Anlage][1]", "<p>siehe [Anlage][1]</p>\n")]
    [InlineData("    eingerückt", "<p>eingerückt</p>\n")]
    [InlineData("&nbsp;&lt;", "<p>&amp;nbsp;&amp;lt;</p>\n")]
    [InlineData("a  \nb\nc", "<p>a<br>\nb c</p>\n")]
    [InlineData("\\*a\\*", "<p>*a*</p>\n")]
    public void Text_stays_as_a_German_author_means_it(string markdown, string html) => Assert.Equal(html, Markdown.ToHtml(markdown, 3));

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n")]
    [InlineData("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n")]
    [InlineData("[x](https://mainz.de/?a=\"b\"&c='d')", "<p><a href=\"https://mainz.de/?a=%22b%22&amp;c=&#x27;d&#x27;\" rel=\"noopener\">x</a></p>\n")]
    [InlineData("[**f**](mailto:a@mainz.de)", "<p><a href=\"mailto:a@mainz.de\" rel=\"noopener\"><strong>f</strong></a></p>\n")]
    [InlineData("„www.mainz.de und »https://mainz.de/x«", "<p>„<a href=\"https://www.mainz.de/\" rel=\"noopener\">www.mainz.de</a> und »<a href=\"https://mainz.de/x\" rel=\"noopener\">https://mainz.de/x</a>«</p>\n")]
    [InlineData("mailto:a@mainz.de und tel:06131-120", "<p><a href=\"mailto:a@mainz.de\" rel=\"noopener\">mailto:a@mainz.de</a> und tel:06131-120</p>\n")]
    [InlineData("https://münchen.de/ä", "<p><a href=\"https://xn--mnchen-3ya.de/%C3%A4\" rel=\"noopener\">https://münchen.de/ä</a></p>\n")]
    public void Html_is_safe_and_shows_what_was_written(string markdown, string html) => Assert.Equal(html, Markdown.ToHtml(markdown, 3));

    [Fact]
    public void Headings_start_at_the_level_asked_for_and_leave_no_gap() =>
        Assert.Equal("<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h4>d</h4>\n<h3>e</h3>\n", Markdown.ToHtml("## a\n\n#### b\n\n##### c\n\n#### d\n\n# e", 3));

    [Fact]
    public void Tables_and_lists_become_html() =>
        Assert.Equal(
            """
            <ol start="3">
            <li>drei</li>
            <li>
            <p>vier</p>
            <ul>
            <li>a</li>
            </ul>
            </li>
            </ol>
            <div class="table-scroll" role="group" aria-label="Tabelle" tabindex="0"><table>
            <thead><tr><td></td><th scope="col" class="cell-right">Euro</th></tr></thead>
            <tbody>
            <tr><td><strong>x</strong></td><td class="cell-right">1</td></tr>
            </tbody></table></div>

            """.ReplaceLineEndings("\n"),
            Markdown.ToHtml("3. drei\n4. vier\n   - a\n\n| | Euro |\n|-|-:|\n| **x** | 1 |", 3));

    [Fact]
    public void Neighbouring_styles_become_one_run_each()
    {
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(MarkdownToBlocks.Convert("a **b *c*** [d\ne](https://x.de) [f", 3).Blocks));

        Assert.Equal(
            [
                new TextRun("a "), new TextRun("b ", Bold: true), new TextRun("c", Bold: true, Italic: true), new TextRun(" "),
                new LinkRun("d e", "https://x.de/"), new TextRun(" [f"),
            ],
            paragraph.Runs);
    }

    public static TheoryData<string> Hostile => new(
        new string('>', 5000) + "a",
        string.Concat(Enumerable.Repeat("- ", 3000)) + "a",
        new string('[', 50000),
        new string('*', 50000) + "a",
        string.Concat(Enumerable.Repeat("*a **b ", 14000)),
        string.Concat(Enumerable.Repeat("[a](", 25000)),
        string.Concat(Enumerable.Repeat("![", 30000)),
        string.Concat(Enumerable.Repeat("www.a_", 16000)),
        string.Concat(Enumerable.Repeat("http://a.b/(", 8000)),
        string.Concat(Enumerable.Repeat("a\n", 50000)),
        new string('|', 50000) + "\n" + string.Concat(Enumerable.Repeat("|-", 25000)),
        "\ud800\0\u0001[x](\ud800)");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_read_in_a_moment_and_nothing_of_it_is_lost(string markdown)
    {
        var clock = Stopwatch.StartNew();
        var html = Markdown.ToHtml(markdown, 3);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        var shown = WebUtility.HtmlDecode(Regex.Replace(html, "</?[a-z][^<>]*>", ""));
        Assert.Equal(markdown.Count(char.IsAsciiLetter), shown.Count(char.IsAsciiLetter));
    }

    [Fact]
    public void Of_very_many_problems_the_first_are_named_and_the_rest_counted()
    {
        var found = Markdown.Problems(string.Concat(Enumerable.Repeat("`a`\n", 100)));

        Assert.Equal(21, found.Count);
        Assert.Equal("… und 80 weitere Stellen.", found[^1]);
    }
}
