using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Text;

/// <summary>A glyph of a mark, with the characters it stands for.</summary>
/// <param name="Glyph">Its number in the face.</param>
/// <param name="CodePoint">The character; of a ligature the first.</param>
/// <param name="Second">The second character of a ligature, or 0.</param>
/// <param name="Kerning">What is added before it, in font units.</param>
internal readonly record struct PlacedGlyph(ushort Glyph, int CodePoint, int Second, int Kerning);

/// <summary>Turns the text of a mark into glyphs; file and screen draw the same. A structure, because every letter of every page goes through it.</summary>
internal struct GlyphRun(TrueTypeFont face, string text)
{
    private int next;
    private ushort previous;

    public PlacedGlyph Current { get; private set; }

    public static GlyphRun Of(TrueTypeFont face, string text) => new(face, text);

    public readonly GlyphRun GetEnumerator() => this;

    public bool MoveNext()
    {
        if (next >= text.Length)
        {
            return false;
        }

        int codePoint = text[next], second = 0;
        if (char.IsHighSurrogate(text[next]))
        {
            codePoint = char.ConvertToUtf32(text[next], text[++next]);
        }

        ushort glyph = face.Glyph(codePoint);
        if (next + 2 < text.Length && text[next + 1] == SpecialCharacters.Joiner)
        {
            next += 2;
            second = text[next];
            glyph = face.Ligature(glyph, face.Glyph(second));
        }

        next++;
        Current = new PlacedGlyph(glyph, codePoint, second, previous == 0 ? 0 : face.KerningBetween(previous, glyph));
        previous = codePoint == SpecialCharacters.SoftHyphen ? (ushort)0 : glyph;
        return true;
    }
}
