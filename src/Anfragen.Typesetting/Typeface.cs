using System.Text;
using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting;

/// <summary>
/// A family of four TrueType faces (glyf outlines, GPOS kerning) and the faces that stand in for characters it does not hold.
/// Immutable: load it once and share it between threads.
/// </summary>
public sealed class Typeface
{
    private readonly TrueTypeFont[] faces;
    private readonly Lazy<TrueTypeFont>[] fallbacks;

    private Typeface(TrueTypeFont[] faces, Lazy<TrueTypeFont>[] fallbacks) => (this.faces, this.fallbacks) = (faces, fallbacks);

    /// <summary>Reads the four faces; the arrays must not change afterwards.</summary>
    /// <param name="regular">TrueType file of the upright face.</param>
    /// <param name="bold">Of the bold one.</param>
    /// <param name="italic">Of the italic one.</param>
    /// <param name="boldItalic">Of the bold italic one.</param>
    /// <param name="fallbacks">
    /// Read the files that are asked, in this order, for a character the family does not hold; each is called when that happens first, at most once.
    /// </param>
    /// <exception cref="InvalidDataException">A file is no TrueType font with glyf outlines, or its licence bits forbid embedding.</exception>
    public static Typeface Load(byte[] regular, byte[] bold, byte[] italic, byte[] boldItalic, params IEnumerable<Func<byte[]>> fallbacks) =>
        new(
            [Read(regular), Read(bold), Read(italic), Read(boldItalic)],
            [.. fallbacks.Select(read => new Lazy<TrueTypeFont>(() => Read(read())))]);

    /// <summary>Whether a file can be a face: TrueType with glyf outlines, which may be embedded.</summary>
    public static bool IsUsable(byte[] file)
    {
        try
        {
            Read(file);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>This family with the fallbacks of another, which both share from then on.</summary>
    public Typeface WithFallbacksOf(Typeface other) => new(faces, other.fallbacks);

    private static TrueTypeFont Read(byte[] file)
    {
        try
        {
            return new TrueTypeFont(file);
        }
        catch (Exception damage) when (damage is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("The font file is damaged.", damage);
        }
    }

    internal TrueTypeFont Face(FontStyle style) =>
        style < FontStyle.FirstFallback ? faces[(int)style] : fallbacks[style - FontStyle.FirstFallback].Value;

    /// <summary>In which face the character can be set: in the style asked for, upright, or by a fallback; null where none has it.</summary>
    internal FontStyle? StyleFor(Rune rune, FontStyle wanted)
    {
        if (Face(wanted).Glyph(rune.Value) != 0) return wanted;
        if (Face(FontStyle.Regular).Glyph(rune.Value) != 0) return FontStyle.Regular;
        for (int i = 0; i < fallbacks.Length; i++)
        {
            if (fallbacks[i].Value.Glyph(rune.Value) != 0) return FontStyle.FirstFallback + i;
        }

        return null;
    }

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
