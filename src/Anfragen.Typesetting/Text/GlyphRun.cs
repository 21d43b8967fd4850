using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Text;

/// <summary>A glyph of a mark, with the characters it stands for.</summary>
/// <param name="Glyph">Its number in the face.</param>
/// <param name="CodePoint">The character; of a ligature the first.</param>
/// <param name="Second">The second character of a ligature, or 0.</param>
/// <param name="Kerning">What is added before it, in font units.</param>
internal readonly record struct PlacedGlyph(ushort Glyph, int CodePoint, int Second, int Kerning);

/// <summary>Turns the text of a mark into glyphs; file and screen draw the same.</summary>
internal static class GlyphRun
{
    public static IEnumerable<PlacedGlyph> Of(TrueTypeFont face, string text)
    {
        ushort previous = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int codePoint = char.IsHighSurrogate(text[i]) ? char.ConvertToUtf32(text[i], text[++i]) : text[i], second = 0;
            ushort glyph = face.Glyph(codePoint);
            if (i + 2 < text.Length && text[i + 1] == SpecialCharacters.Joiner)
            {
                i += 2;
                second = text[i];
                glyph = face.Ligature(glyph, face.Glyph(second));
            }

            yield return new PlacedGlyph(glyph, codePoint, second, previous == 0 ? 0 : face.KerningBetween(previous, glyph));
            previous = codePoint == SpecialCharacters.SoftHyphen ? (ushort)0 : glyph;
        }
    }
}
