using System.Text;
using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting;

/// <summary>
/// A family of four TrueType faces (glyf outlines, GPOS kerning). Immutable: load it once and share it between threads.
/// </summary>
public sealed class Typeface
{
    private readonly TrueTypeFont[] faces;

    private Typeface(TrueTypeFont[] faces) => this.faces = faces;

    /// <summary>Reads the four faces; the arrays must not change afterwards.</summary>
    /// <exception cref="InvalidDataException">A file is no TrueType font with glyf outlines, or its licence bits forbid embedding.</exception>
    public static Typeface Load(byte[] regular, byte[] bold, byte[] italic, byte[] boldItalic) =>
        new([new(regular), new(bold), new(italic), new(boldItalic)]);

    internal TrueTypeFont Face(FontStyle style) => faces[(int)style];

    /// <summary>Width of text as it will be drawn, kerning included. Every character must have a glyph.</summary>
    internal double Width(string text, FontStyle style, double size)
    {
        TrueTypeFont face = Face(style);
        long units = 0;
        ushort previous = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            ushort glyph = face.Glyph(rune.Value);
            units += face.Advance(glyph) + (previous == 0 ? 0 : face.KerningBetween(previous, glyph));
            previous = glyph;
        }

        return units * size / face.UnitsPerEm;
    }
}
