using Anfragen.Typesetting.Fonts;
using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting.Layout;

/// <summary>Turns blocks into strips, with tags and the rules on where pages may break. Lives as long as one document.</summary>
internal sealed class BlockComposer(TextSetter setter)
{
    private const double ParagraphSpace = 7;
    private const double SmallPrintSpace = 24;
    private const double ListSpace = 6;
    private const double ItemSpace = 2.5;
    private const double HeadingSpace = 13;
    private const double SignatureSpace = 20;
    private const double HeadingIndent = 22;
    private const double ItemIndent = 16;
    private const double QuotationIndent = 20;
    private const double LabelGap = 5;
    private const double LongestHangingLabel = 90;
    private const double LabelInset = 3;
    private const int LinesKeptWithSignature = 2;
    private const double NoteSpace = 10;
    private const double NoteRuleHeight = 8;
    private const double NoteRuleWidth = 56;
    private const double NoteIndent = 10;

    private static readonly TextLook NoteLook = new(9, 12.2);

    private readonly TableComposer tables = new(setter);
    private readonly FigureComposer figures = new(setter);
    private readonly List<Strip> strips = [];
    private bool keepNext;
    private int headingLevel;

    public IReadOnlyList<Strip> Strips => strips;

    public void Compose(IReadOnlyList<Block> blocks, StructureElement parent, Area area, int listDepth = 0)
    {
        foreach (Block block in blocks)
        {
            if (EndsSection(block) && area == Area.Page)
            {
                ComposeNotes(parent, area);
            }

            int first = strips.Count;
            bool keepWithPrevious = keepNext;
            keepNext = false;
            Compose(block, parent, area, listDepth);
            if (strips.Count == first)
            {
                keepNext = keepWithPrevious;
            }
            else if (keepWithPrevious)
            {
                strips[first].MayStartPage = false;
            }
        }
    }

    private void Compose(Block block, StructureElement parent, Area area, int listDepth)
    {
        switch (block)
        {
            case Heading heading:
                ComposeHeading(heading, parent, area);
                break;
            case Paragraph paragraph:
                ComposeParagraph(paragraph, parent, area);
                break;
            case ListBlock list:
                ComposeList(list, parent, area, listDepth);
                break;
            case Quotation quotation:
                Compose(quotation.Blocks, parent.AddElement("BlockQuote"), area.Indented(QuotationIndent), listDepth);
                break;
            case Table table:
                strips.AddRange(tables.Compose(table, parent, area));
                break;
            case Figure figure:
                strips.Add(figures.Compose(figure, parent, area));
                break;
            case SignatureBlock signature:
                ComposeSignature(signature, parent, area);
                break;
            default:
                throw new NotSupportedException($"Blocks of type {block.GetType().Name} cannot be typeset.");
        }
    }

    private static bool EndsSection(Block block) => block is Heading { Level: <= 2 } or SignatureBlock or Figure;

    /// <summary>Sets the footnotes that wait for the end of their section, below a short rule.</summary>
    public void ComposeNotes(StructureElement parent, Area area)
    {
        if (!setter.Notes.AnyPending)
        {
            return;
        }

        var rule = new Strip(NoteRuleHeight) { SpaceBefore = NoteSpace, MayStartPage = !keepNext };
        rule.Marks.Add(new RuleMark(area.Left, NoteRuleHeight / 2, NoteRuleWidth, 0.5, 0));
        strips.Add(rule);
        keepNext = false;
        bool first = true;
        while (setter.Notes.TryTake(out (int Number, NoteRun Note) next))
        {
            List<Strip> lines = ComposeNote(next.Number, next.Note, parent, area);
            lines[0].MayStartPage = !first;
            first = false;
            strips.AddRange(lines);
        }
    }

    private List<Strip> ComposeNote(int number, NoteRun note, StructureElement parent, Area area)
    {
        StructureElement element = parent.AddNote(number);
        StyledText label = setter.Shape(NoteList.Raised(number), NoteLook.Size);
        StructureContent labelContent = element.AddElement("Lbl").AddContent();
        StyledText text = setter.Shape(note.Content, NoteLook.Size);
        double indent = Math.Max(NoteIndent, label.Width(0, label.Text.Length) + LabelInset);
        List<Strip> lines = text.IsEmpty ? [new Strip(NoteLook.Leading)] : setter.Set(element.AddElement("P"), text, area.Indented(indent), NoteLook);
        ForbidWidowsAndOrphans(lines);
        lines[0].Marks.Insert(0, LabelMark(labelContent, label, area.Left, NoteLook, FontStyle.Regular));
        return lines;
    }

    private void ComposeHeading(Heading heading, StructureElement parent, Area area)
    {
        TextLook look = heading.Level == 1 ? new TextLook(14, 18.5) : TextLook.Body;
        StyledText label = setter.Shape(heading.Label ?? "", look.Size, FontStyle.Bold);
        double labelWidth = label.Width(0, label.Text.Length);
        bool hangs = !label.IsEmpty && labelWidth <= LongestHangingLabel;
        IReadOnlyList<Run> runs = label.IsEmpty || hangs ? heading.Runs : [new TextRun(label.Text + " ", Bold: true), .. heading.Runs];
        StyledText text = setter.Shape(runs, look.Size, heading.BoldAsMarked ? FontStyle.Regular : FontStyle.Bold);
        if (label.IsEmpty && text.IsEmpty)
        {
            return;
        }

        headingLevel = Math.Clamp(heading.Level, 1, Math.Min(6, headingLevel + 1));
        StructureElement element = parent.AddElement("H" + headingLevel);
        StructureContent? labelContent = hangs ? element.AddContent() : null;
        Area textArea = hangs ? area.Indented(Math.Max(HeadingIndent, labelWidth + LabelGap)) : area;
        List<Strip> lines = setter.Set(element, text, textArea, look);
        if (labelContent is not null)
        {
            Hang(lines, labelContent, label, area.Left, look);
        }

        lines[0].SpaceBefore = HeadingSpace;
        lines[0].Bookmark = new Bookmark(headingLevel, Plain(hangs ? $"{label.Text} {text.Text}" : text.Text));
        foreach (Strip strip in lines.Skip(1))
        {
            strip.MayStartPage = false;
        }

        strips.AddRange(lines);
        keepNext = true;
    }

    private void ComposeParagraph(Paragraph paragraph, StructureElement parent, Area area)
    {
        TextLook look = paragraph.IsSmallPrint ? TextLook.SmallPrint : TextLook.Body;
        StyledText text = setter.Shape(paragraph.Runs, look.Size);
        if (text.IsEmpty)
        {
            return;
        }

        List<Strip> lines = setter.Set(parent.AddElement("P"), text, area, look);
        lines[0].SpaceBefore = paragraph.IsSmallPrint ? SmallPrintSpace : ParagraphSpace;
        ForbidWidowsAndOrphans(lines);
        strips.AddRange(lines);
        keepNext = text.Text.EndsWith(':');
    }

    private void ComposeList(ListBlock list, StructureElement parent, Area area, int depth)
    {
        if (list.Items.Count == 0)
        {
            return;
        }

        StructureElement element = parent.AddElement("L", $"<</O/List/ListNumbering/{(list.FirstNumber is null ? "Disc" : "Decimal")}>>");
        List<StyledText> labels = [.. list.Items.Select((_, index) => setter.Shape(ItemLabel(list.FirstNumber, index, depth), TextLook.Body.Size))];
        double indent = Math.Max(ItemIndent, labels.Max(label => label.Width(0, label.Text.Length)) + LabelInset + LabelGap);
        Area inner = area.Indented(indent);
        var firstStrips = new List<int>();
        for (int i = 0; i < list.Items.Count; i++)
        {
            firstStrips.Add(strips.Count);
            ComposeItem(list.Items[i], labels[i], element.AddElement("LI"), inner, inner.Left - indent + LabelInset, depth);
            strips[firstStrips[i]].SpaceBefore = i == 0 ? ListSpace : ItemSpace;
        }

        KeepPairsOfShortItems(firstStrips);
    }

    private void ComposeItem(ListItem item, StyledText label, StructureElement element, Area area, double labelLeft, int depth)
    {
        int first = strips.Count;
        StructureContent labelContent = element.AddElement("Lbl").AddContent();
        Compose(item.Blocks, element.AddElement("LBody"), area, depth + 1);
        if (strips.Count == first)
        {
            strips.Add(new Strip(TextLook.Body.Leading));
        }

        strips[first].Marks.Insert(0, LabelMark(labelContent, label, labelLeft, TextLook.Body, FontStyle.Regular));
    }

    /// <summary>One short item alone at the foot or head of a page looks like a stray line, so the first and last two stay together.</summary>
    private void KeepPairsOfShortItems(List<int> firstStrips)
    {
        if (firstStrips.Count < 2)
        {
            return;
        }

        if (firstStrips[1] - firstStrips[0] == 1)
        {
            strips[firstStrips[1]].MayStartPage = false;
        }

        if (strips.Count - firstStrips[^1] == 1)
        {
            strips[firstStrips[^1]].MayStartPage = false;
        }
    }

    private void ComposeSignature(SignatureBlock signature, StructureElement parent, Area area)
    {
        int first = strips.Count;
        SignatureLine(signature.PlaceAndDate, SignatureSpace);
        SignatureLine(signature.ConformedSignature, SignatureSpace);
        SignatureLine(signature.Name, SignatureSpace);
        SignatureLine(signature.Office, 0);
        for (int i = first; i < strips.Count; i++)
        {
            strips[i].MayStartPage = false;
        }

        for (int i = first - 1, lines = 0; i >= 0; i--)
        {
            lines += strips[i].IsTextLine ? 1 : 0;
            if (lines >= LinesKeptWithSignature)
            {
                break;
            }

            strips[i].MayStartPage = false;
        }

        void SignatureLine(string source, double space)
        {
            StyledText text = setter.Shape(source, TextLook.Body.Size);
            if (!text.IsEmpty)
            {
                List<Strip> lines = setter.Set(parent.AddElement("P"), text, area, TextLook.Body);
                lines[0].SpaceBefore = space;
                strips.AddRange(lines);
            }
        }
    }

    private static void Hang(List<Strip> lines, StructureContent content, StyledText label, double left, TextLook look)
    {
        if (lines.Count == 0)
        {
            lines.Add(new Strip(look.Leading) { IsTextLine = true });
        }

        lines[0].Marks.Insert(0, LabelMark(content, label, left, look, FontStyle.Bold));
    }

    /// <summary>The space behind the label keeps it apart from the text when it is read out or copied.</summary>
    private static TextMark LabelMark(StructureContent content, StyledText label, double left, TextLook look, FontStyle style) =>
        new(content, left, look.Baseline, label.Width(0, label.Text.Length), label.Text + " ", style, look.Size, look.Color);

    private static string ItemLabel(int? firstNumber, int index, int depth) =>
        firstNumber is { } number ? $"{(long)number + index}." : depth % 2 == 0 ? "•" : "–";

    /// <summary>Empty lines between hard breaks are nobody's company.</summary>
    private static void ForbidWidowsAndOrphans(List<Strip> lines)
    {
        int visible = lines.Count(line => line.Marks.Count > 0), before = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            bool seen = lines[i].Marks.Count > 0;
            lines[i].MayStartPage = i == 0 || (seen && before >= 2 && visible - before >= 2);
            before += seen ? 1 : 0;
        }
    }

    private static string Plain(string text) =>
        text.Replace(SpecialCharacters.NoBreakSpace, ' ').Replace(SpecialCharacters.LineBreak, ' ').Replace("\u00AD", "", StringComparison.Ordinal).TrimEnd();
}
