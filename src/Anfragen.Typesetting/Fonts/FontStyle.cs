namespace Anfragen.Typesetting.Fonts;

/// <summary>Style of a stretch of text; the value is the index of its face.</summary>
[Flags]
internal enum FontStyle
{
    Regular = 0,
    Bold = 1,
    Italic = 2,
}
