namespace Anfragen.Typesetting.Layout;

/// <summary>Measures of the page in points, from the top left corner: A4, margins after DIN 5008.</summary>
internal static class PageGeometry
{
    public const double Width = 595.276;
    public const double Height = 841.89;
    public const double LeftMargin = 70.87;
    public const double RightMargin = 56.69;
    public const double TextWidth = Width - LeftMargin - RightMargin;

    /// <summary>Where text begins on pages with a running header.</summary>
    public const double Top = 86;

    /// <summary>Where text ends.</summary>
    public const double Bottom = Height - 78;

    public const double HeaderBaseline = 50;
    public const double HeaderRule = 57;
    public const double FooterBaseline = Height - 40;
}
