using System.Globalization;
using System.Text;

namespace Anfragen.Typesetting.Text;

/// <summary>Characters that steer the line breaker instead of being seen.</summary>
internal static class SpecialCharacters
{
    public const char NoBreakSpace = '\u00A0';
    public const char SoftHyphen = '\u00AD';
    public const char LineBreak = '\n';

    /// <summary>
    /// Stands in marks between two letters that are drawn as one; a private use character, which no text holds by then. Only what draws meets it.
    /// </summary>
    public const char Joiner = '\uE000';
    private const char FigureSpace = '\u2007';
    private const char NarrowNoBreakSpace = '\u202F';

    public static bool IsNoBreakSpace(int character) => character is NoBreakSpace or FigureSpace or NarrowNoBreakSpace;

    /// <summary>Spaces a line may end at; runs of them count as one.</summary>
    public static bool IsBreakableSpace(Rune rune) => Rune.IsWhiteSpace(rune) && !IsNoBreakSpace(rune.Value);

    /// <summary>Invisible by definition: controls, joiners, direction marks, variation selectors. Fonts rightly hold no glyph for them.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0
        || (rune.Value != SoftHyphen && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);
}
