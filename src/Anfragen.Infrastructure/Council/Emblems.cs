using System.Text;
using Anfragen.Application.Council;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Council;

/// <summary>Coats of arms as the typesetter can draw them.</summary>
internal sealed class Emblems : IEmblems
{
    private const int MostBytes = 1024 * 1024;

    private static ReadOnlySpan<byte> PngBegins => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    public ExaminedEmblem Examine(byte[] file)
    {
        if (file.Length > MostBytes) return new ExaminedEmblem(null, "Sie ist größer als 1 MB.");
        try
        {
            return new ExaminedEmblem(Read(file) is Picture ? "image/png" : "image/svg+xml", null);
        }
        catch (InvalidDataException problem)
        {
            return new ExaminedEmblem(null, problem.Message);
        }
    }

    /// <summary>The picture of a file that was examined.</summary>
    /// <exception cref="InvalidDataException">It cannot be drawn; the message is a German sentence.</exception>
    public static Artwork Read(byte[] file) => file.AsSpan().StartsWith(PngBegins)
        ? Picture.FromPng(file)
        : Drawing.FromSvg(Encoding.UTF8.GetString(file).TrimStart('\uFEFF'));
}
