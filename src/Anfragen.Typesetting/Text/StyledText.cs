using System.Text;
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
    private readonly HashSet<int>? joined;
    private readonly Dictionary<FontStyle, double> hyphenWidths = [];

    /// <param name="text">The cleaned characters.</param>
    /// <param name="spans">Their styles.</param>
    /// <param name="typeface">The faces.</param>
    /// <param name="size">In points.</param>
    /// <param name="hyphenator">Where a word can be divided no ligature is made: that may be the seam of a compound (Auf-fassung).</param>
    public StyledText(string text, IReadOnlyList<TextSpan> spans, Typeface typeface, double size, Hyphenator? hyphenator)
    {
        Text = text;
        Spans = spans;
        Size = size;
        this.typeface = typeface;
        joined = FindLigatures(hyphenator);
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

    /// <summary>Whether the letter is drawn as one with the next.</summary>
    public bool IsJoinedWithNext(int position) => joined?.Contains(position) ?? false;

    /// <summary>The characters between two positions for a mark: no soft hyphens, ligatures named.</summary>
    public string Piece(int start, int end)
    {
        string plain = Text[start..end].Replace("\u00AD", "", StringComparison.Ordinal);
        if (joined is null)
        {
            return plain;
        }

        var piece = new StringBuilder(end - start + 2);
        for (int i = start; i < end; i++)
        {
            if (Text[i] != SpecialCharacters.SoftHyphen)
            {
                piece.Append(Text[i]);
            }

            if (i + 1 < end && joined.Contains(i))
            {
                piece.Append(SpecialCharacters.Joiner);
            }
        }

        return piece.ToString();
    }

    /// <summary>Positions of letters that are drawn as one with the next, or null where there are none, as in most texts.</summary>
    private HashSet<int>? FindLigatures(Hyphenator? hyphenator)
    {
        HashSet<int>? found = null;
        for (int i = Text.IndexOf('f'); i >= 0 && i + 1 < Text.Length; i = Text.IndexOf('f', i + 1))
        {
            int span = SpanAt(i);
            TrueTypeFont face = typeface.Face(Spans[span].Style);
            if (i + 1 < SpanEnd(span) && found?.Contains(i - 1) != true && face.Ligature(face.Glyph(Text[i]), face.Glyph(Text[i + 1])) != 0 && !IsSeam(i + 1, hyphenator))
            {
                (found ??= []).Add(i);
            }
        }

        return found;
    }

    private bool IsSeam(int position, Hyphenator? hyphenator)
    {
        int start = position, end = position;
        while (start > 0 && char.IsLetter(Text[start - 1]))
        {
            start--;
        }

        while (end < Text.Length && char.IsLetter(Text[end]))
        {
            end++;
        }

        return hyphenator?.BreakPoints(Text.AsSpan(start, end - start)).Contains(position - start) ?? false;
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
                    if (joined is not null && joined.Contains(i))
                    {
                        ushort ligature = face.Ligature(glyph, face.Glyph(Text[i + 1]));
                        units += previous == 0 ? 0 : face.KerningBetween(previous, ligature);
                        places[i + 1] = start + (units + face.Advance(ligature) / 2.0) * scale;
                        units += face.Advance(ligature);
                        places[i + 2] = start + units * scale;
                        previous = ligature;
                        i++;
                        continue;
                    }

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
