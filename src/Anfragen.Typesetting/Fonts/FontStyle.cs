namespace Anfragen.Typesetting.Fonts;

/// <summary>Style of a stretch of text; the value is the index of its face. Values from <see cref="FirstFallback"/> on name the fallback faces.</summary>
[Flags]
internal enum FontStyle
{
    Regular = 0,
    Bold = 1,
    Italic = 2,

    /// <summary>The first of the faces that stand in for missing characters; they have no styles of their own.</summary>
    FirstFallback = 4,
}
