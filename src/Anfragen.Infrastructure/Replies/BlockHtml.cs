using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Blocks as HTML. Every text and address goes through the encoder; there is no way to write markup from a text.</summary>
internal static class BlockHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(IReadOnlyList<Block> blocks)
    {
        var html = new StringBuilder();
        WriteAll(html, blocks);
        return html.ToString();
    }

    private static void WriteAll(StringBuilder html, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(html, block);
        }
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Element(html, "p", paragraph.Runs);
                break;
            case Heading heading:
                Element(html, $"h{heading.Level}", heading.Runs);
                break;
            case ListBlock list:
                WriteList(html, list);
                break;
            case Quotation quotation:
                html.Append("<blockquote>\n");
                WriteAll(html, quotation.Blocks);
                html.Append("</blockquote>\n");
                break;
            case Table table:
                WriteTable(html, table);
                break;
            default:
                throw new UnreachableException($"Markdown yields no {block.GetType().Name}.");
        }
    }

    private static void WriteList(StringBuilder html, ListBlock list)
    {
        html.Append(list.FirstNumber switch
        {
            null => "<ul>\n",
            1 => "<ol>\n",
            var first => $"<ol start=\"{first}\">\n",
        });
        foreach (var item in list.Items)
        {
            if (item.Blocks is [Paragraph only])
            {
                Element(html, "li", only.Runs);
            }
            else
            {
                html.Append("<li>\n");
                WriteAll(html, item.Blocks);
                html.Append("</li>\n");
            }
        }

        html.Append(list.FirstNumber is null ? "</ul>\n" : "</ol>\n");
    }

    // The box scrolls on narrow screens, so it must be reachable by keyboard.
    private static void WriteTable(StringBuilder html, Table table)
    {
        html.Append("<div class=\"table-scroll\" role=\"group\" aria-label=\"Tabelle\" tabindex=\"0\"><table>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            // A header cell without text names nothing; screen readers would announce an empty header.
            Cell(html, column.Header.Count > 0 ? "th scope=\"col\"" : "td", column.Header, column.Alignment);
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var (column, cell) in row.Cells.Index())
            {
                Cell(html, "td", cell, table.Columns[column].Alignment);
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    // Classes, because the content security policy allows no style attribute.
    private static void Cell(StringBuilder html, string tag, IReadOnlyList<Run> runs, ColumnAlignment alignment)
    {
        html.Append('<').Append(tag).Append(alignment switch
        {
            ColumnAlignment.Center => " class=\"cell-center\">",
            ColumnAlignment.Right => " class=\"cell-right\">",
            _ => ">",
        });
        WriteRuns(html, runs);
        html.Append(tag[..2] is "th" ? "</th>" : "</td>");
    }

    private static void Element(StringBuilder html, string tag, IReadOnlyList<Run> runs)
    {
        html.Append('<').Append(tag).Append('>');
        WriteRuns(html, runs);
        html.Append("</").Append(tag).Append(">\n");
    }

    private static void WriteRuns(StringBuilder html, IReadOnlyList<Run> runs)
    {
        foreach (var run in runs)
        {
            switch (run)
            {
                case TextRun text:
                    WriteStyled(html, text.Text, text.Bold, text.Italic);
                    break;
                case LinkRun link:
                    html.Append("<a href=\"").Append(Encoder.Encode(link.Address)).Append("\" rel=\"noopener\">");
                    WriteStyled(html, link.Text, link.Bold, link.Italic);
                    html.Append("</a>");
                    break;
                case LineBreakRun:
                    html.Append("<br>\n");
                    break;
                default:
                    throw new UnreachableException($"Markdown yields no {run.GetType().Name}.");
            }
        }
    }

    private static void WriteStyled(StringBuilder html, string text, bool bold, bool italic)
    {
        html.Append(bold ? "<strong>" : "").Append(italic ? "<em>" : "");
        html.Append(Encoder.Encode(text));
        html.Append(italic ? "</em>" : "").Append(bold ? "</strong>" : "");
    }
}
