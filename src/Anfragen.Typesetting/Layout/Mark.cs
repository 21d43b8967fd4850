using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Layout;

/// <summary>Something placed on a page; vertical measures count down from the top of its strip.</summary>
internal abstract record Mark
{
    /// <summary>The same mark further down, for strips that are set into a taller one.</summary>
    public abstract Mark Lowered(double by);
}

/// <summary>Text in one style on one baseline. Without content it is an artifact.</summary>
internal sealed record TextMark(StructureContent? Content, double X, double Baseline, double Width, string Text, FontStyle Style, double Size, int Color) : Mark
{
    public override Mark Lowered(double by) => this with { Baseline = Baseline + by };
}

/// <summary>A horizontal rule, always an artifact.</summary>
internal sealed record RuleMark(double X, double Y, double Width, double Thickness, int Color) : Mark
{
    public override Mark Lowered(double by) => this with { Y = Y + by };
}

/// <summary>A drawing or picture, scaled to its width. Without content it is an artifact.</summary>
internal sealed record ArtworkMark(StructureContent? Content, double X, double Top, double Width, Artwork Artwork) : Mark
{
    public double Height => Width / Artwork.Width * Artwork.Height;

    public override Mark Lowered(double by) => this with { Top = Top + by };
}

/// <summary>An empty signature field; it has no area.</summary>
internal sealed record FieldMark(StructureElement Element, string Name) : Mark
{
    public override Mark Lowered(double by) => this;
}

/// <summary>The part of a link that lies on one line.</summary>
internal sealed record LinkMark(StructureElement Element, double X, double Top, double Width, double Height, LinkRun Link) : Mark
{
    public override Mark Lowered(double by) => this with { Top = Top + by };
}
