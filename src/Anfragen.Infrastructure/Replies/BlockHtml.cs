using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Blocks as HTML. Every text and address goes through the encoder; there is no way to write markup from a text.</summary>
internal sealed class BlockHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();
    private readonly List<NoteRun> notes = [];
    private readonly string key;

    private BlockHtml(string key) => this.key = key;

    /// <param name="blocks">What is written.</param>
    /// <param name="key">Tells the notes of this text from those of others on the same page; letters and digits.</param>
    public static string Write(IReadOnlyList<Block> blocks, string key)
    {
        var page = new BlockHtml(key);
        page.WriteAll(blocks);
        page.WriteNotes();
        return page.html.ToString();
    }

    private void WriteAll(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Element("p", paragraph.Runs);
                break;
            case Heading heading:
                Element($"h{heading.Level}", heading.Runs);
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case Quotation quotation:
                html.Append("<blockquote>\n");
                WriteAll(quotation.Blocks);
                html.Append("</blockquote>\n");
                break;
            case Table table:
                WriteTable(table);
                break;
            default:
                throw new UnreachableException($"Markdown yields no {block.GetType().Name}.");
        }
    }

    private void WriteNotes()
    {
        if (notes.Count == 0) return;
        html.Append("<section class=\"notes\" aria-label=\"Fußnoten\"><ol>\n");
        foreach (var (index, note) in notes.Index())
        {
            html.Append($"<li id=\"{key}-note-{index + 1}\">");
            WriteRuns(note.Content);
            html.Append($" <a href=\"#{key}-ref-{index + 1}\" aria-label=\"Zurück zum Text, Fußnote {index + 1}\">↑</a></li>\n");
        }

        html.Append("</ol></section>\n");
    }

    private void WriteList(ListBlock list)
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
                Element("li", only.Runs);
            }
            else
            {
                html.Append("<li>\n");
                WriteAll(item.Blocks);
                html.Append("</li>\n");
            }
        }

        html.Append(list.FirstNumber is null ? "</ul>\n" : "</ol>\n");
    }

    // The box scrolls on narrow screens, so it must be reachable by keyboard.
    private void WriteTable(Table table)
    {
        List<ColumnAlignment> alignments = [.. table.Columns.Select((_, column) => table.AlignmentOf(column))];
        html.Append("<div class=\"table-scroll\" role=\"group\" aria-label=\"Tabelle\" tabindex=\"0\"><table>\n<thead><tr>");
        foreach (var (index, column) in table.Columns.Index())
        {
            // A header cell without text names nothing; screen readers would announce an empty header.
            Cell(column.Header.Count > 0 ? "th scope=\"col\"" : "td", column.Header, alignments[index]);
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var (column, cell) in row.Cells.Index())
            {
                Cell("td", cell, alignments[column]);
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    // Classes, because the content security policy allows no style attribute.
    private void Cell(string tag, IReadOnlyList<Run> runs, ColumnAlignment alignment)
    {
        html.Append('<').Append(tag).Append(alignment switch
        {
            ColumnAlignment.Center => " class=\"cell-center\">",
            ColumnAlignment.Right => " class=\"cell-right\">",
            _ => ">",
        });
        WriteRuns(runs);
        html.Append(tag[..2] is "th" ? "</th>" : "</td>");
    }

    private void Element(string tag, IReadOnlyList<Run> runs)
    {
        html.Append('<').Append(tag).Append('>');
        WriteRuns(runs);
        html.Append("</").Append(tag).Append(">\n");
    }

    private void WriteRuns(IReadOnlyList<Run> runs)
    {
        foreach (var run in runs)
        {
            switch (run)
            {
                case TextRun text:
                    WriteStyled(text.Text, text.Bold, text.Italic);
                    break;
                case LinkRun link:
                    html.Append("<a href=\"").Append(Encoder.Encode(link.Address)).Append("\" rel=\"noopener\">");
                    WriteStyled(link.Text, link.Bold, link.Italic);
                    html.Append("</a>");
                    break;
                case NoteRun note:
                    notes.Add(note);
                    html.Append($"<sup><a href=\"#{key}-note-{notes.Count}\" id=\"{key}-ref-{notes.Count}\" aria-label=\"Fußnote {notes.Count}\">{notes.Count}</a></sup>");
                    break;
                case LineBreakRun:
                    html.Append("<br>\n");
                    break;
                default:
                    throw new UnreachableException($"Markdown yields no {run.GetType().Name}.");
            }
        }
    }

    private void WriteStyled(string text, bool bold, bool italic)
    {
        html.Append(bold ? "<strong>" : "").Append(italic ? "<em>" : "");
        html.Append(Encoder.Encode(text));
        html.Append(italic ? "</em>" : "").Append(bold ? "</strong>" : "");
    }
}
