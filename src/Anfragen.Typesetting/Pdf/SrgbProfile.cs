using System.Buffers.Binary;
using System.Text;

namespace Anfragen.Typesetting.Pdf;

/// <summary>
/// The output intent PDF/A asks for: an ICC profile for sRGB, made here, so that no file with a licence of its own is needed.
/// Version 2.1, matrix and tone curve after IEC 61966-2-1, adapted to D50.
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;
    private const int CurvePoints = 1024;
    private static readonly double[] D50 = [0.9642, 1, 0.8249];

    public static byte[] Compressed { get; } = PdfFile.Deflate(Create());

    private static byte[] Create()
    {
        byte[] curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", [.. "text\0\0\0\0Public Domain\0"u8]),
            ("wtpt", Xyz(0.9504559, 1, 1.0890577)),
            ("rXYZ", Xyz(0.4360657, 0.2224884, 0.0139160)),
            ("gXYZ", Xyz(0.3851471, 0.7168732, 0.0970764)),
            ("bXYZ", Xyz(0.1430664, 0.0606079, 0.7140961)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var profile = new List<byte>(new byte[HeaderLength + 4 + 12 * tags.Length]);
        var directory = new byte[4 + 12 * tags.Length];
        var offsets = new Dictionary<byte[], int>();
        BinaryPrimitives.WriteInt32BigEndian(directory, tags.Length);
        for (int i = 0; i < tags.Length; i++)
        {
            (string tag, byte[] data) = tags[i];
            if (!offsets.TryGetValue(data, out int offset))
            {
                offset = offsets[data] = profile.Count;
                profile.AddRange(data);
                profile.AddRange(new byte[(4 - data.Length % 4) % 4]);
            }

            Encoding.ASCII.GetBytes(tag, directory.AsSpan(4 + 12 * i));
            BinaryPrimitives.WriteInt32BigEndian(directory.AsSpan(8 + 12 * i), offset);
            BinaryPrimitives.WriteInt32BigEndian(directory.AsSpan(12 + 12 * i), data.Length);
        }

        byte[] bytes = [.. profile];
        Header(bytes.Length).CopyTo(bytes, 0);
        directory.CopyTo(bytes, HeaderLength);
        return bytes;
    }

    private static byte[] Header(int length)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 0x02100000);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        short[] date = [2025, 1, 1, 0, 0, 0];
        for (int i = 0; i < date.Length; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24 + 2 * i), date[i]);
        }

        "acsp"u8.CopyTo(header.AsSpan(36));
        WriteFixed(header.AsSpan(68), D50);
        return header;
    }

    private static byte[] Description(string text)
    {
        const int UnicodeAndScriptParts = 8 + 3 + 67;
        var description = new byte[12 + text.Length + 1 + UnicodeAndScriptParts];
        "desc"u8.CopyTo(description);
        BinaryPrimitives.WriteInt32BigEndian(description.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, description.AsSpan(12));
        return description;
    }

    private static byte[] Xyz(params double[] values)
    {
        var xyz = new byte[20];
        "XYZ "u8.CopyTo(xyz);
        WriteFixed(xyz.AsSpan(8), values);
        return xyz;
    }

    private static byte[] Curve()
    {
        var curve = new byte[12 + 2 * CurvePoints];
        "curv"u8.CopyTo(curve);
        BinaryPrimitives.WriteInt32BigEndian(curve.AsSpan(8), CurvePoints);
        for (int i = 0; i < CurvePoints; i++)
        {
            double encoded = i / (CurvePoints - 1.0);
            double linear = encoded <= 0.04045 ? encoded / 12.92 : Math.Pow((encoded + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + 2 * i), (ushort)Math.Round(linear * 65535));
        }

        return curve;
    }

    private static void WriteFixed(Span<byte> target, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(target[(4 * i)..], (int)Math.Round(values[i] * 65536));
        }
    }
}
