using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Layout;

/// <summary>Something placed on a page; vertical measures count down from the top of its strip.</summary>
internal abstract record Mark;

/// <summary>Text in one style on one baseline. Without content it is an artifact.</summary>
internal sealed record TextMark(StructureContent? Content, double X, double Baseline, double Width, string Text, FontStyle Style, double Size, int Color) : Mark;

/// <summary>A horizontal rule, always an artifact.</summary>
internal sealed record RuleMark(double X, double Y, double Width, double Thickness, int Color) : Mark;

/// <summary>An empty signature field; it has no area.</summary>
internal sealed record FieldMark(StructureElement Element, string Name) : Mark;

/// <summary>The part of a link that lies on one line.</summary>
internal sealed record LinkMark(StructureElement Element, double X, double Top, double Width, double Height, LinkRun Link) : Mark;
