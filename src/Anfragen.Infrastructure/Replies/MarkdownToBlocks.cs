using System.Text.RegularExpressions;
using Anfragen.Typesetting;
using Markdig;
using Markdig.Extensions.Footnotes;
using Md = Markdig.Syntax;
using MdTables = Markdig.Extensions.Tables;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Blocks of a text and the German sentences on what in it no letter can hold.</summary>
internal sealed record LetterText(IReadOnlyList<Block> Blocks, IReadOnlyList<string> Problems);

/// <summary>
/// The one way from Markdown to blocks. It is total: what cannot be expressed is named as a problem
/// and stands in the blocks as its source text, so that nothing ever disappears.
/// </summary>
internal sealed partial class MarkdownToBlocks
{
    private const int DeepestNesting = 4;

    // The parser's time grows with the square of what may begin a link; no answer has that many.
    private const int MostLinks = 500;

    private readonly string source;
    private readonly int firstHeadingLevel;
    private readonly MarkdownProblems problems;
    private readonly MarkdownToRuns runs;
    private readonly Stack<int> openHeadings = [];

    private MarkdownToBlocks(string source, int firstHeadingLevel)
    {
        this.source = source;
        this.firstHeadingLevel = firstHeadingLevel;
        problems = new MarkdownProblems(source);
        runs = new MarkdownToRuns(source, problems);
    }

    /// <param name="markdown">The text, with any line ends.</param>
    /// <param name="firstHeadingLevel">Level of the text's topmost headings; deeper ones follow without gaps.</param>
    public static LetterText Convert(string markdown, int firstHeadingLevel)
    {
        var source = markdown.ReplaceLineEndings("\n");
        return new MarkdownToBlocks(source, firstHeadingLevel).Convert();
    }

    private LetterText Convert()
    {
        problems.AddCharacters();
        List<Block> blocks = Parse() is { } document ? [.. BlocksOf(document, depth: 0), .. NotesWithoutReference(document)] : [new Paragraph(SourceLines(source))];
        return new LetterText(blocks, problems.Sentences());
    }

    private Md.MarkdownDocument? Parse()
    {
        if (LinkBeginning().Count(source) > MostLinks)
        {
            problems.AtLine(1, $"Der Text hat mehr als {MostLinks} Links.");
            return null;
        }

        try
        {
            return Markdown.Parse(source, MarkdownDialect.Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's only refusal: more than 128 levels inside one another.
            problems.AtLine(1, "Der Text ist so tief verschachtelt, dass er sich nicht lesen lässt.");
            return null;
        }
    }

    private List<Block> BlocksOf(Md.ContainerBlock container, int depth)
    {
        if (depth == DeepestNesting + 1)
        {
            Problem(container, $"Aufzählungen und Zitate dürfen höchstens {DeepestNesting} Ebenen tief ineinanderstehen.");
        }

        return [.. container.Where(block => block is not (FootnoteGroup or Md.LinkReferenceDefinitionGroup)).Select(block => Convert(block, depth))];
    }

    // Notes stand where the text refers to them; one to which nothing refers would be lost.
    private IEnumerable<Block> NotesWithoutReference(Md.MarkdownDocument document)
    {
        var notes = document.OfType<Md.LinkReferenceDefinitionGroup>().SelectMany(group => group).OfType<FootnoteLinkReferenceDefinition>()
            .Select(definition => definition.Footnote).Where(note => note.Links.Count == 0);
        return notes.Select(note => Unsupported(note, "Auf diese Fußnote verweist keine Stelle im Text."));
    }

    private Block Convert(Md.Block block, int depth) => block switch
    {
        Md.ParagraphBlock paragraph => ToParagraph(paragraph),
        Md.HeadingBlock heading => ToHeading(heading, depth),
        Md.ListBlock list => ToList(list, depth),
        Md.QuoteBlock { Count: > 0 } quote => new Quotation(BlocksOf(quote, depth + 1)),
        MdTables.Table table => ToTable(table, depth),
        Md.QuoteBlock => Unsupported(block, "Ein Zitat (>) ist leer."),
        Md.CodeBlock => Unsupported(block, "Programmtext (```) kann im Schreiben nicht stehen."),
        Md.ThematicBreakBlock => Unsupported(block, "Eine Trennlinie kann im Schreiben nicht stehen."),
        _ => Unsupported(block, "Dieser Abschnitt kann im Schreiben nicht stehen."),
    };

    private Paragraph ToParagraph(Md.ParagraphBlock paragraph)
    {
        if (TableSeparator().Match(SourceOf(paragraph)) is { Success: true } separator)
        {
            problems.AtOffset(paragraph.Span.Start + separator.Index, "Vor einer Tabelle muss eine leere Zeile stehen, und Kopf und Trennzeile müssen gleich viele Zellen haben.");
        }

        return new Paragraph(runs.Of(paragraph.Inline));
    }

    private Block ToHeading(Md.HeadingBlock heading, int depth)
    {
        var text = runs.Of(heading.Inline);
        if (text.Count == 0)
        {
            return Unsupported(heading, "Eine Überschrift (#) ist leer.");
        }

        if (text.OfType<NoteRun>().Any())
        {
            Problem(heading, "Eine Überschrift kann keine Fußnote haben.");
        }

        if (depth > 0)
        {
            Problem(heading, "Eine Überschrift kann nicht in einer Aufzählung oder einem Zitat stehen.");
        }

        return new Heading(LevelOf(heading), null, text);
    }

    private int LevelOf(Md.HeadingBlock heading)
    {
        while (openHeadings.TryPeek(out var open) && open >= heading.Level)
        {
            openHeadings.Pop();
        }

        var level = Math.Min(6, firstHeadingLevel + openHeadings.Count);
        openHeadings.Push(heading.Level);
        return level;
    }

    private ListBlock ToList(Md.ListBlock list, int depth)
    {
        var items = list.Cast<Md.ListItemBlock>().ToList();
        if (list.IsOrdered)
        {
            CheckNumbers(items);
        }

        return new ListBlock(list.IsOrdered ? items[0].Order : null, [.. items.Select(item => new ListItem(ItemBlocks(item, depth + 1)))]);
    }

    private List<Block> ItemBlocks(Md.ListItemBlock item, int depth) =>
        item.Count > 0 ? BlocksOf(item, depth) : [Unsupported(item, "Ein Punkt der Aufzählung ist leer.")];

    // Lists are numbered on from their first number, so any other number in the source would silently change. All alike is Markdown's usual shorthand.
    private void CheckNumbers(List<Md.ListItemBlock> items)
    {
        if (items.All(item => item.Order == items[0].Order))
        {
            return;
        }

        foreach (var (index, item) in items.Index())
        {
            if (item.Order != items[0].Order + index)
            {
                Problem(item, $"Hier steht die Nummer {item.Order}, im Schreiben stünde {items[0].Order + index}. Soll keine Liste entstehen, schreiben Sie „{item.Order}\\.“.");
                return;
            }
        }
    }

    private Table ToTable(MdTables.Table table, int depth)
    {
        if (depth > 0)
        {
            Problem(table, "Eine Tabelle kann nicht in einer Aufzählung oder einem Zitat stehen.");
        }

        var rows = table.Cast<MdTables.TableRow>().ToList();
        foreach (var row in rows.Where(row => CellsWritten(row) != CellsWritten(rows[0])))
        {
            Problem(row, $"Diese Zeile der Tabelle hat {Cells(CellsWritten(row))}, der Tabellenkopf {Cells(CellsWritten(rows[0]))}.");
        }

        var header = CellRuns(rows[0]);
        return new Table(
            [.. header.Select((cell, column) => new TableColumn(cell, AlignmentOf(table, column)))],
            [.. rows.Skip(1).Select(row => new TableRow(CellRuns(row)))]);
    }

    // Cells that Markdig adds to fill up a short row have no paragraph; empty ones in the source do.
    private static int CellsWritten(MdTables.TableRow row) => row.Cast<MdTables.TableCell>().Count(cell => cell.Count > 0);

    private static string Cells(int count) => count == 1 ? "eine Zelle" : $"{count} Zellen";

    private List<IReadOnlyList<Run>> CellRuns(MdTables.TableRow row) =>
        [.. row.Cast<MdTables.TableCell>().Select(cell => runs.Of((cell.FirstOrDefault() as Md.ParagraphBlock)?.Inline))];

    private static ColumnAlignment AlignmentOf(MdTables.Table table, int column) =>
        table.ColumnDefinitions.ElementAtOrDefault(column)?.Alignment switch
        {
            MdTables.TableColumnAlign.Center => ColumnAlignment.Center,
            MdTables.TableColumnAlign.Right => ColumnAlignment.Right,
            MdTables.TableColumnAlign.Left => ColumnAlignment.Left,
            _ => ColumnAlignment.Automatic,
        };

    private Paragraph Unsupported(Md.Block block, string sentence)
    {
        Problem(block, sentence);
        return new Paragraph(SourceLines(SourceOf(block)));
    }

    private void Problem(Md.Block block, string sentence) => problems.AtOffset(block.Span.Start, sentence);

    private string SourceOf(Md.Block block) => source[block.Span.Start..Math.Min(source.Length, block.Span.End + 1)];

    private static List<Run> SourceLines(string text) =>
        [.. text.Trim('\n').Split('\n').SelectMany((line, index) => index == 0 ? [new TextRun(line)] : new Run[] { new LineBreakRun(), new TextRun(line) })];

    [GeneratedRegex(@"\]\(|://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex LinkBeginning();

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$", RegexOptions.Multiline)]
    private static partial Regex TableSeparator();
}
