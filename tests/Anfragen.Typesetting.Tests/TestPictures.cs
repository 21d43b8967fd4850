using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Anfragen.Typesetting.Tests;

/// <summary>Small PNG files.</summary>
internal static class TestPictures
{
    public const string Arms = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 72">
          <path fill="#9b1b1b" d="M2 2h56v38c0 16-12 25-28 30C14 65 2 56 2 40z"/>
          <g fill="#fff"><circle cx="20" cy="24" r="9"/><circle cx="40" cy="44" r="9"/></g>
          <path fill="gold" d="M28 30l6 6-2 2-6-6z"/>
        </svg>
        """;

    /// <param name="kind">Colour type of PNG.</param>
    /// <param name="depth">Bits for each channel.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="rows">Filter byte and samples of every row.</param>
    /// <param name="palette">Colours for kind 3.</param>
    /// <param name="transparency">Content of tRNS.</param>
    public static byte[] Png(int kind, int depth, int width, byte[][] rows, byte[]? palette = null, byte[]? transparency = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), rows.Length);
        (header[8], header[9]) = ((byte)depth, (byte)kind);
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (byte[] row in rows)
            {
                stream.Write(row);
            }
        }

        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
            .. Chunk("IHDR", header),
            .. palette is null ? [] : Chunk("PLTE", palette),
            .. transparency is null ? [] : Chunk("tRNS", transparency),
            .. Chunk("IDAT", compressed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }
}
