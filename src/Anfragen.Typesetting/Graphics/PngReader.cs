using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Anfragen.Typesetting.Graphics;

/// <summary>Pixels row by row: three bytes of colour each, and one of opacity if any pixel is not opaque.</summary>
internal sealed record PngPixels(int Width, int Height, byte[] Colors, byte[]? Opacity);

/// <summary>Reads PNG files (ISO/IEC 15948): grey, colour or palette, up to 8 bits per channel, not interlaced.</summary>
internal sealed class PngReader
{
    private const int MostPixels = 16_000_000;

    private static readonly byte[] Mark = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly byte[] file;
    private readonly MemoryStream compressed = new();
    private byte[] palette = [];
    private byte[] transparency = [];
    private int width;
    private int height;
    private int depth;
    private int kind;

    private PngReader(byte[] file) => this.file = file;

    /// <exception cref="InvalidDataException">The file is damaged or of a kind that is not read; the message is a German sentence.</exception>
    public static PngPixels Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Mark))
        {
            throw new InvalidDataException("Die Datei ist kein PNG-Bild.");
        }

        try
        {
            var reader = new PngReader(file);
            reader.ReadChunks();
            if (reader.width == 0)
            {
                throw Damaged(null);
            }

            return reader.Expand(reader.Unfilter());
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            throw Damaged(exception);
        }
    }

    private int Channels => kind switch { 0 or 3 => 1, 2 => 3, 4 => 2, _ => 4 };

    private int RowLength => (width * Channels * depth + 7) / 8;

    private void ReadChunks()
    {
        for (int position = 8; position < file.Length;)
        {
            int length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(position, 4)));
            string type = Encoding.ASCII.GetString(file, position + 4, 4);
            ReadOnlySpan<byte> data = file.AsSpan(position + 8, length);
            switch (type)
            {
                case "IHDR":
                    ReadHeader(data);
                    break;
                case "PLTE":
                    palette = data.ToArray();
                    break;
                case "tRNS":
                    transparency = data.ToArray();
                    break;
                case "IDAT":
                    compressed.Write(data);
                    break;
                case "IEND":
                    return;
            }

            position += 12 + length;
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> header)
    {
        (width, height, depth, kind) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]), header[8], header[9]);
        bool known = kind is 0 or 2 or 3 or 4 or 6 && depth is 1 or 2 or 4 or 8 && (depth == 8 || kind is 0 or 3);
        if (!known || header[12] != 0)
        {
            throw new InvalidDataException("Das PNG-Bild hat eine Form, die nicht gelesen wird; bitte mit 8 Bit je Farbe und ohne „Interlacing“ speichern.");
        }

        if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
        {
            throw new InvalidDataException($"Das PNG-Bild ist leer oder hat mehr als {MostPixels / 1_000_000} Millionen Bildpunkte.");
        }
    }

    /// <summary>Undoes the filters by which every row is written as a difference to its neighbours (clause 9).</summary>
    private byte[] Unfilter()
    {
        int row = RowLength, step = Math.Max(1, Channels * depth / 8);
        byte[] filtered = Inflate((row + 1) * height);
        var samples = new byte[row * height];
        for (int y = 0; y < height; y++)
        {
            int filter = filtered[y * (row + 1)];
            Span<byte> line = samples.AsSpan(y * row, row), above = y > 0 ? samples.AsSpan((y - 1) * row, row) : new byte[row];
            filtered.AsSpan(y * (row + 1) + 1, row).CopyTo(line);
            for (int x = 0; x < row; x++)
            {
                int left = x >= step ? line[x - step] : 0, corner = x >= step ? above[x - step] : 0;
                line[x] += (byte)(filter switch { 0 => 0, 1 => left, 2 => above[x], 3 => (left + above[x]) / 2, _ => Paeth(left, above[x], corner) });
            }
        }

        return samples;
    }

    private byte[] Inflate(int length)
    {
        var inflated = new byte[length];
        compressed.Position = 0;
        using var stream = new ZLibStream(compressed, CompressionMode.Decompress);
        try
        {
            stream.ReadExactly(inflated);
        }
        catch (InvalidDataException exception)
        {
            throw Damaged(exception);
        }

        return inflated;
    }

    private static InvalidDataException Damaged(Exception? exception) => new("Das PNG-Bild ist beschädigt.", exception);

    private static int Paeth(int left, int above, int corner)
    {
        int estimate = left + above - corner;
        int toLeft = Math.Abs(estimate - left), toAbove = Math.Abs(estimate - above), toCorner = Math.Abs(estimate - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private PngPixels Expand(byte[] samples)
    {
        var colors = new byte[3 * width * height];
        var opacity = new byte[width * height];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int pixel = y * width + x;
                (colors[3 * pixel], colors[3 * pixel + 1], colors[3 * pixel + 2], opacity[pixel]) = Pixel(samples, y * RowLength, x);
            }
        }

        return new PngPixels(width, height, colors, opacity.AsSpan().ContainsAnyExcept((byte)255) ? opacity : null);
    }

    private (byte Red, byte Green, byte Blue, byte Opacity) Pixel(byte[] samples, int row, int x)
    {
        int at = row + x * Channels;
        switch (kind)
        {
            case 0:
                int level = Packed(samples, row, x);
                byte grey = (byte)(level * 255 / ((1 << depth) - 1));
                return (grey, grey, grey, IsKey(level) ? (byte)0 : (byte)255);
            case 2:
                return (samples[at], samples[at + 1], samples[at + 2], IsKey(samples[at], samples[at + 1], samples[at + 2]) ? (byte)0 : (byte)255);
            case 3:
                int entry = Packed(samples, row, x);
                return (palette[3 * entry], palette[3 * entry + 1], palette[3 * entry + 2], entry < transparency.Length ? transparency[entry] : (byte)255);
            case 4:
                return (samples[at], samples[at], samples[at], samples[at + 1]);
            default:
                return (samples[at], samples[at + 1], samples[at + 2], samples[at + 3]);
        }
    }

    private int Packed(byte[] samples, int row, int x)
    {
        int bit = x * depth;
        return (samples[row + bit / 8] >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
    }

    /// <summary>Whether this is the one colour that counts as transparent.</summary>
    private bool IsKey(params ReadOnlySpan<int> channels)
    {
        if (transparency.Length < 2 * channels.Length)
        {
            return false;
        }

        for (int i = 0; i < channels.Length; i++)
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(2 * i)) != channels[i])
            {
                return false;
            }
        }

        return true;
    }
}
