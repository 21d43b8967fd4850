using System.Text;

namespace Anfragen.Typesetting.Text;

/// <summary>Characters of the scripts that run from right to left, by the blocks Unicode keeps for them (Bidi_Class R and AL).</summary>
internal static class RightToLeft
{
    public static bool Contains(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
