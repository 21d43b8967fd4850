using Anfragen.Typesetting.Fonts;
using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting.Layout;

/// <summary>Where text may stand: left edge and width.</summary>
internal readonly record struct Area(double Left, double Width)
{
    private const double Narrowest = 120;

    public static Area Page => new(PageGeometry.LeftMargin, PageGeometry.TextWidth);

    /// <summary>Nesting stops to indent where lines would become too short to read.</summary>
    public Area Indented(double by) => Width - by < Narrowest ? this : new Area(Left + by, Width - by);
}

/// <summary>Size, distance of lines and colour of text.</summary>
internal readonly record struct TextLook(double Size, double Leading, int Color = 0)
{
    public static TextLook Body => new(11, 15.2);

    /// <summary>Of what accompanies the text.</summary>
    public static TextLook SmallPrint => new(9, 12.2);

    /// <summary>Baseline within a line that starts at 0.</summary>
    public double Baseline => Leading * 0.5 + Size * 0.33;
}

/// <summary>Turns runs into lines and lines into marks. Lives as long as one document.</summary>
internal sealed class TextSetter(Typeface typeface, Hyphenator? hyphenator, CharacterSupply supply)
{
    private const int LinkColor = 0x1A4B8C;

    private readonly StyledTextBuilder builder = new(typeface, hyphenator, supply);
    private readonly LineBreaker breaker = new(hyphenator);

    /// <summary>Footnotes met in what was shaped so far.</summary>
    public NoteList Notes => builder.Notes;

    public StyledText Shape(IReadOnlyList<Run> runs, double size, FontStyle added = FontStyle.Regular) => builder.Build(runs, size, added);

    public StyledText Shape(string text, double size, FontStyle style = FontStyle.Regular) => builder.Build(text, size, style);

    public IReadOnlyList<Line> Break(StyledText text, double width) => breaker.Break(text, width);

    /// <summary>One strip for every line, text tagged as children of the element.</summary>
    public List<Strip> Set(StructureElement element, StyledText text, Area area, TextLook look)
    {
        Tagged tagged = Tag(element, text);
        var strips = new List<Strip>();
        foreach (Line line in Break(text, area.Width))
        {
            var strip = new Strip(look.Leading) { IsTextLine = true };
            Draw(strip.Marks, line, tagged, area.Left, look.Baseline, look);
            strips.Add(strip);
        }

        return strips;
    }

    /// <summary>Gives every stretch between links its content, and every link and every number of a note its element.</summary>
    public static Tagged Tag(StructureElement element, StyledText text)
    {
        var contents = new List<StructureContent>();
        for (int span = 0; span < text.Spans.Count; span++)
        {
            Run? anchor = text.Spans[span].Anchor;
            bool continues = span > 0 && ReferenceEquals(text.Spans[span - 1].Anchor, anchor);
            contents.Add(continues ? contents[^1] : (anchor is null ? element : element.AddElement(anchor is NoteRun ? "Reference" : "Link")).AddContent());
        }

        return new Tagged(text, contents);
    }

    public static void Draw(List<Mark> marks, Line line, Tagged tagged, double left, double baseline, TextLook look)
    {
        foreach (LineSegment segment in line.Segments)
        {
            TextSpan span = tagged.Text.Spans[segment.Span];
            StructureContent content = tagged.Contents[segment.Span];
            int color = span.Anchor is LinkRun ? LinkColor : look.Color;
            marks.Add(new TextMark(content, left + segment.X, baseline, segment.Width, segment.Text, span.Style, look.Size, color));
            if (span.Anchor is LinkRun link)
            {
                marks.Add(new LinkMark(content.Element, left + segment.X, baseline - look.Size * 0.85, segment.Width, look.Size * 1.15, link));
            }
        }
    }

    /// <summary>Text for one line outside the flow, cut with "…" where it would not fit.</summary>
    public TextMark OneLine(StructureContent? content, string text, double left, double baseline, double width, TextLook look)
    {
        string shown = Shape(text, look.Size).Text.Replace(SpecialCharacters.LineBreak, ' ').Replace("\u00AD", "", StringComparison.Ordinal);
        string kept = shown;
        while (typeface.Width(kept, FontStyle.Regular, look.Size) > width && shown.Length > 0)
        {
            shown = shown[..^(shown.Length > 1 && char.IsLowSurrogate(shown[^1]) ? 2 : 1)];
            kept = shown.TrimEnd() + "…";
        }

        return new TextMark(content, left, baseline, typeface.Width(kept, FontStyle.Regular, look.Size), kept, FontStyle.Regular, look.Size, look.Color);
    }
}

/// <summary>A text and the content that each of its spans belongs to.</summary>
internal sealed record Tagged(StyledText Text, IReadOnlyList<StructureContent> Contents);
