using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// The way back from blocks to Markdown, for texts that were written elsewhere. What is written is read again: a block that would come out
/// with other words loses its emphasis and links, and never a word.
/// </summary>
internal sealed partial class BlocksToMarkdown
{
    private readonly List<string> notes = [];
    private bool isOtherMark;

    public static string Write(IReadOnlyList<Block> blocks) => new BlocksToMarkdown().WriteAll(blocks);

    private string WriteAll(IReadOnlyList<Block> blocks)
    {
        var written = new List<string>();
        Block? before = null;
        foreach (var block in blocks)
        {
            // Two lists in succession would become one, unless their marks differ.
            isOtherMark = !isOtherMark && block is ListBlock list && before is ListBlock earlier && list.FirstNumber is null == earlier.FirstNumber is null;
            before = block;
            written.Add(Faithful(block));
        }

        return string.Join("\n\n", written.Where(text => text.Length > 0).Concat(notes.Select((note, index) => $"[^{index + 1}]: {note}")));
    }

    private string Faithful(Block block)
    {
        var count = notes.Count;
        var written = Of(block, isPlain: false);
        var read = MarkdownToBlocks.Convert(string.Join("\n\n", notes.Skip(count).Select((note, index) => $"[^{count + index + 1}]: {note}").Prepend(written)), firstHeadingLevel: 1);
        if (read.Problems.Count == 0 && Words(read.Blocks) == Words([block])) return written;
        notes.RemoveRange(count, notes.Count - count);
        return Of(block, isPlain: true);
    }

    private string Of(Block block, bool isPlain) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {ClosingMarks().Replace(Inline(heading.Runs, isPlain, isCell: true), @"\$0")}",
        Paragraph paragraph => Paragraph(paragraph, isPlain),
        ListBlock list => List(list, isPlain),
        Quotation quotation => Regex.Replace(Join(quotation.Blocks, isPlain), "^", "> ", RegexOptions.Multiline),
        Table table => Table(table, isPlain),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No foreign text holds such a block."),
    };

    private string Join(IEnumerable<Block> blocks, bool isPlain) => string.Join("\n\n", blocks.Select(block => Of(block, isPlain)));

    private string Paragraph(Paragraph paragraph, bool isPlain) =>
        string.Join("\\\n", Lines(paragraph.Runs).Select(line => LineStart().Replace(Inline(line, isPlain, isCell: false), Escape)).Where(line => line.Length > 0));

    private string List(ListBlock list, bool isPlain)
    {
        var isTight = list.Items.All(item => item.Blocks.Skip(1).All(block => block is ListBlock));
        return string.Join(isTight ? "\n" : "\n\n", list.Items.Select((item, index) =>
        {
            var mark = list.FirstNumber is { } first
                ? (first + index).ToString(CultureInfo.InvariantCulture) + (isOtherMark ? ") " : ". ")
                : isOtherMark ? "* " : "- ";
            var text = string.Join(isTight ? "\n" : "\n\n", item.Blocks.Select(block => Of(block, isPlain)));
            return mark + text.ReplaceLineEndings("\n" + new string(' ', mark.Length));
        }));
    }

    private string Table(Table table, bool isPlain)
    {
        string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
        var written = new StringBuilder(Row(table.Columns.Select(column => Inline(column.Header, isPlain, isCell: true)))).Append('\n');
        written.Append('|').AppendJoin('|', table.Columns.Select(column => column.Alignment switch
        {
            ColumnAlignment.Right => "---:",
            ColumnAlignment.Center => ":---:",
            _ => "---",
        })).Append('|');
        foreach (var row in table.Rows) written.Append('\n').Append(Row(row.Cells.Select(cell => Inline(cell, isPlain, isCell: true))));
        return written.ToString();
    }

    private string Inline(IReadOnlyList<Run> runs, bool isPlain, bool isCell)
    {
        var written = new StringBuilder();
        for (var index = 0; index < runs.Count; index++)
        {
            var next = index + 1 < runs.Count && runs[index + 1] is TextRun { Text: [var first, ..] } ? first : ' ';
            var own = runs[index] is TextRun { Text: [_, ..] shown } ? shown : "-";
            var isFree = !isPlain && (own[0] == ' ' || written.Length == 0 || IsFree(written[^1])) && (own[^1] == ' ' || IsFree(next));
            written.Append(runs[index] switch
            {
                TextRun text => Emphasized(Escaped(text.Text, isCell), text.Bold, text.Italic, isFree),
                LinkRun link when isPlain || link.Text == link.Address => Escaped(link.Text, isCell),
                LinkRun link => Emphasized($"[{Escaped(link.Text, isCell)}]({Address(link.Address)})", link.Bold, link.Italic, isFree),
                // Directly after a bracket it would be taken for the other half of a link.
                NoteRun note => (written.Length > 0 && written[^1] == ']' ? " " : "") + Note(note, isPlain),
                _ => " ",
            });
        }

        return Blanks().Replace(written.ToString(), " ").Trim(' ');
    }

    // Within a word, and next to another mark, a mark would be text.
    private static bool IsFree(char neighbour) => !char.IsLetterOrDigit(neighbour) && neighbour is not ('*' or '_');

    private string Note(NoteRun note, bool isPlain)
    {
        notes.Add(LineStart().Replace(Inline(note.Content, isPlain, isCell: true), Escape));
        return $"[^{notes.Count}]";
    }

    // Marks stand directly at the words, never at a blank.
    private static string Emphasized(string text, bool bold, bool italic, bool isFree)
    {
        var inner = text.Trim(' ');
        if (!isFree || inner.Length == 0 || !(bold || italic)) return text;
        var mark = (bold ? "**" : "") + (italic ? "_" : "");
        var start = text.IndexOf(inner, StringComparison.Ordinal);
        return $"{text[..start]}{mark}{inner}{string.Concat(mark.Reverse())}{text[(start + inner.Length)..]}";
    }

    private static string Address(string address) => address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

    private static string Escaped(string text, bool isCell)
    {
        text = PlainTextToMarkdown.EscapedMarks(text).Replace("[^", @"\[^", StringComparison.Ordinal);
        return isCell ? text.Replace("|", @"\|", StringComparison.Ordinal) : text;
    }

    private static string Escape(Match start) => start.Groups["number"].Success
        ? $"{start.Groups["number"].Value}\\{start.Groups["dot"].Value}"
        : $@"\{start.Value}";

    private static List<IReadOnlyList<Run>> Lines(IReadOnlyList<Run> runs)
    {
        var lines = new List<IReadOnlyList<Run>>();
        var line = new List<Run>();
        foreach (var run in runs)
        {
            if (run is LineBreakRun)
            {
                lines.Add(line);
                line = [];
            }
            else
            {
                line.Add(run);
            }
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>All that is read, without marks, labels, addresses and blanks at the ends.</summary>
    internal static string Words(IEnumerable<Block> blocks) =>
        string.Join(' ', string.Join(' ', blocks.SelectMany(Texts)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Heading heading => [string.Concat(heading.Runs.Select(TextOf))],
        Paragraph paragraph => [string.Concat(paragraph.Runs.Select(TextOf))],
        ListBlock list => list.Items.SelectMany((item, index) => item.Blocks.SelectMany(Texts).Prepend($"{list.FirstNumber + index}")),
        Quotation quotation => quotation.Blocks.SelectMany(Texts),
        Table table => table.Columns.Select(column => column.Header).Concat(table.Rows.SelectMany(row => row.Cells)).Select(cell => string.Concat(cell.Select(TextOf))),
        _ => [],
    };

    private static string TextOf(Run run) => run switch
    {
        TextRun text => text.Text,
        LinkRun link => link.Text,
        NoteRun note => $" [ {string.Concat(note.Content.Select(TextOf))} ] ",
        _ => " ",
    };

    [GeneratedRegex(@"[ \u00A0]*\n[ ]*| {2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex("#+$")]
    private static partial Regex ClosingMarks();

    // What would begin a heading, a quotation, a fence, a list, a table's second line.
    [GeneratedRegex(@"^(?:#{1,6}(?=\s|$)|>|~~~|[-+*](?=\s)|(?=[-=|: ]*$)[-=|:]|(?<number>\d{1,9})(?<dot>[.)])(?=\s|$))")]
    private static partial Regex LineStart();
}
