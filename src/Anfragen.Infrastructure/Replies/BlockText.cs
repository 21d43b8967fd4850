using System.Globalization;
using System.Text;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Blocks as plain text: what is read when all marks are gone. Lines end with a line feed, blocks are an empty line apart, cells a tab.</summary>
internal static class BlockText
{
    private const string Indent = "  ";

    public static string Of(IReadOnlyList<Block> blocks) => string.Join("\n\n", blocks.Select(Of));

    private static string Of(Block block) => block switch
    {
        Heading heading => Of(heading.Runs),
        Paragraph paragraph => Of(paragraph.Runs),
        Quotation quotation => Of(quotation.Blocks),
        ListBlock list => string.Join('\n', list.Items.Select((item, index) => Of(item, list.FirstNumber is { } first ? string.Create(CultureInfo.InvariantCulture, $"{first + index}. ") : "- "))),
        Table table => string.Join('\n', table.Rows.Select(row => row.Cells).Prepend([.. table.Columns.Select(column => column.Header)]).Select(cells => string.Join('\t', cells.Select(Of)))),
        _ => throw new NotSupportedException($"{block.GetType().Name} does not come from Markdown."),
    };

    private static string Of(ListItem item, string mark) => mark + Of(item.Blocks).Replace("\n", "\n" + Indent, StringComparison.Ordinal);

    private static string Of(IReadOnlyList<Run> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            text.Append(run switch
            {
                TextRun plain => plain.Text,
                LinkRun link when link.Text == link.Address => link.Text,
                LinkRun link => $"{link.Text} ({link.Address})",
                NoteRun note => $" [{Of(note.Content)}]",
                LineBreakRun => "\n",
                _ => throw new NotSupportedException($"{run.GetType().Name} does not come from Markdown."),
            });
        }

        return text.ToString();
    }
}
