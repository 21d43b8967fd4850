using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Text;

/// <summary>A stretch of one style, up to the start of the next.</summary>
/// <param name="Start">Position of its first character.</param>
/// <param name="Style">Style of its characters.</param>
/// <param name="Anchor">The link or the number of a note that it is (part of), or null.</param>
internal readonly record struct TextSpan(int Start, FontStyle Style, Run? Anchor);

/// <summary>The text of one block, measured: cleaned characters, spans of style, and the place of every character on an endless line.</summary>
internal sealed class StyledText
{
    private readonly Typeface typeface;
    private readonly double[] offsets;
    private readonly Dictionary<FontStyle, double> hyphenWidths = [];

    public StyledText(string text, IReadOnlyList<TextSpan> spans, Typeface typeface, double size)
    {
        Text = text;
        Spans = spans;
        Size = size;
        this.typeface = typeface;
        offsets = Measure();
    }

    public string Text { get; }

    public IReadOnlyList<TextSpan> Spans { get; }

    public double Size { get; }

    public bool IsEmpty => Text.Length == 0;

    public double Width(int start, int end) => offsets[end] - offsets[start];

    /// <summary>Where the character begins on the endless line; at the text's length, where it ends.</summary>
    public double Offset(int position) => offsets[position];

    public int SpanEnd(int span) => span + 1 < Spans.Count ? Spans[span + 1].Start : Text.Length;

    public int SpanAt(int position)
    {
        int low = 0, high = Spans.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Spans[middle].Start <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Width of the hyphen that a division before this position adds.</summary>
    public double HyphenWidth(int position)
    {
        FontStyle style = Spans[SpanAt(Math.Max(0, position - 1))].Style;
        if (!hyphenWidths.TryGetValue(style, out double width))
        {
            hyphenWidths[style] = width = typeface.Width("-", style, Size);
        }

        return width;
    }

    private double[] Measure()
    {
        var places = new double[Text.Length + 1];
        long units = 0;
        double start = 0;
        for (int span = 0; span < Spans.Count; span++)
        {
            TrueTypeFont face = typeface.Face(Spans[span].Style);
            double scale = Size / face.UnitsPerEm;
            ushort previous = 0;
            int end = SpanEnd(span);
            for (int i = Spans[span].Start; i < end; i++)
            {
                int length = char.IsHighSurrogate(Text[i]) ? 2 : 1;
                int codePoint = length == 2 ? char.ConvertToUtf32(Text[i], Text[i + 1]) : Text[i];
                if (codePoint is not (SpecialCharacters.SoftHyphen or SpecialCharacters.LineBreak))
                {
                    ushort glyph = face.Glyph(codePoint);
                    units += face.Advance(glyph) + (previous == 0 ? 0 : face.KerningBetween(previous, glyph));
                    previous = glyph;
                }

                places.AsSpan(i + 1, length).Fill(start + units * scale);
                i += length - 1;
            }

            start += units * scale;
            units = 0;
        }

        return places;
    }
}
