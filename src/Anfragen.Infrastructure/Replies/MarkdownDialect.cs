using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// CommonMark with tables, footnotes and bare links, less what would change ordinary German text without the author noticing:
/// "Bürger*innen und Nutzer*innen" is not emphasis, "26. September" at the start of a line is not a list,
/// "[1]: Anlage" is not a hidden definition, indentation is not program code and HTML is text.
/// </summary>
internal static partial class MarkdownDialect
{
    public static readonly MarkdownPipeline Pipeline = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            // GFM's own rules drop surplus cells; without them every cell stays and can be counted.
            .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true })
            .UseFootnotes()
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true, ValidPreviousCharacters = "*_~(„‚»›" })
            .UsePreciseSourceLocation();

        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.ReplaceOrAdd<ParagraphBlockParser>(new VerbatimParagraphParser());
        builder.BlockParsers.FindExact<ListBlockParser>()!.ItemParsers.ReplaceOrAdd<NumberedListItemParser>(new NumberedItemButNoDateParser());
        builder.InlineParsers.TryRemove<HtmlEntityParser>();

        var emphasis = builder.InlineParsers.FindExact<EmphasisInlineParser>()!.EmphasisDescriptors;
        emphasis.Clear();
        emphasis.Add(new EmphasisDescriptor('*', 1, 2, enableWithinWord: false));
        emphasis.Add(new EmphasisDescriptor('_', 1, 2, enableWithinWord: false));

        return builder.Build();
    }

    /// <summary>Keeps link reference definitions and lines of dashes as the text they are; CommonMark would take them out of the text.</summary>
    private sealed class VerbatimParagraphParser : ParagraphBlockParser
    {
        public VerbatimParagraphParser() => ParseSetextHeadings = false;

        public override bool Close(BlockProcessor processor, Block block)
        {
            if (block is not ParagraphBlock paragraph)
            {
                return base.Close(processor, block);
            }

            var lines = paragraph.Lines.Lines.AsSpan(0, paragraph.Lines.Count);
            foreach (ref var line in lines)
            {
                line.Slice.TrimStart();
            }

            if (lines.Length > 0)
            {
                lines[^1].Slice.TrimEnd();
            }

            return lines.Length > 0;
        }
    }

    private sealed partial class NumberedItemButNoDateParser : NumberedListItemParser
    {
        public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
        {
            result = default;
            return !DayAndMonth().IsMatch(state.Line.AsSpan()) && base.TryParse(state, pendingBulletType, out result);
        }

        [GeneratedRegex(@"^[0-9]{1,2}\. (Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b")]
        private static partial Regex DayAndMonth();
    }
}
