using Anfragen.Typesetting.Graphics;
using Anfragen.Typesetting.Pdf;

namespace Anfragen.Typesetting;

/// <summary>A picture made of pixels, its transparency included.</summary>
public sealed class Picture : Artwork
{
    private Picture(PngPixels pixels, byte[] file)
        : base(pixels.Width, pixels.Height)
    {
        File = file;
        Colors = PdfFile.Deflate(pixels.Colors);
        Opacity = pixels.Opacity is { } opacity ? PdfFile.Deflate(opacity) : null;
    }

    /// <summary>As it was read.</summary>
    internal byte[] File { get; }

    /// <summary>Red, green and blue of every pixel, row by row, compressed.</summary>
    internal byte[] Colors { get; }

    /// <summary>Opacity of every pixel, compressed; null if all are opaque.</summary>
    internal byte[]? Opacity { get; }

    /// <summary>Reads a PNG file with up to 8 bits per channel, not interlaced; colours are taken as sRGB. The array must not change afterwards.</summary>
    /// <exception cref="InvalidDataException">The file cannot be used; the message is a German sentence.</exception>
    public static Picture FromPng(byte[] file) => new(PngReader.Read(file), file);
}
