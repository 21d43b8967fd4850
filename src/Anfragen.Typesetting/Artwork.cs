namespace Anfragen.Typesetting;

/// <summary>What can stand on a page beside text: a <see cref="Drawing"/> or a <see cref="Picture"/>. Immutable: load it once and share it between threads.</summary>
public abstract class Artwork
{
    private protected Artwork(double width, double height) => (Width, Height) = (width, height);

    /// <summary>Width in a unit of its own.</summary>
    public double Width { get; }

    /// <summary>Height in the same unit.</summary>
    public double Height { get; }
}
