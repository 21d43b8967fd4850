namespace Anfragen.Typesetting.Fonts;

/// <summary>The flags of a component in a composite glyph (OpenType, table glyf).</summary>
internal static class CompositeGlyph
{
    public const int ArgumentsAreWords = 0x0001;
    public const int ArgumentsAreOffsets = 0x0002;
    public const int HasScale = 0x0008;
    public const int MoreComponents = 0x0020;
    public const int HasTwoScales = 0x0040;
    public const int HasMatrix = 0x0080;
    public const int HasInstructions = 0x0100;

    /// <summary>Bytes that the scale or matrix takes after the arguments.</summary>
    public static int TransformSize(int flags) => (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
}
