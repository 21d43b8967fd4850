using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Anfragen.Typesetting.Pdf;

/// <summary>The file as it grows: numbered objects, written one after another, then the cross-reference table.</summary>
internal sealed class PdfFile
{
    private const int UsualSize = 64 * 1024;

    // Half the time of the usual level for some hundredths more bytes.
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 3 };

    private readonly PdfBuffer output = new(UsualSize);
    private readonly MemoryStream compressed = new();
    private readonly List<int> offsets = [0];

    public PdfFile() => output.Append("%PDF-1.7\n%"u8).Append([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    /// <summary>Gives a number to an object that is written later, so that others can refer to it.</summary>
    public int Reserve()
    {
        offsets.Add(0);
        return offsets.Count - 1;
    }

    public PdfBuffer Begin(int id)
    {
        offsets[id] = output.Length;
        return output.Append(id).Append(" 0 obj\n"u8);
    }

    public void End() => output.Append("\nendobj\n"u8);

    public void WriteStream(int id, string entries, ReadOnlySpan<byte> data)
    {
        compressed.SetLength(0);
        Deflate(data, compressed);
        WriteRawStream(id, entries + "/Filter/FlateDecode", compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
    }

    /// <summary>For data that is compressed already, or must stay readable as metadata must.</summary>
    public void WriteRawStream(int id, string entries, ReadOnlySpan<byte> data)
    {
        Begin(id).Append("<<"u8).Append(entries).Append("/Length "u8).Append(data.Length).Append(">>\nstream\n"u8).Append(data).Append("\nendstream"u8);
        End();
    }

    /// <summary>Ends the file. Its identifier is made from its content, so the same content gives the same bytes.</summary>
    public byte[] Finish(int catalog, int information)
    {
        string identifier = Convert.ToHexString(SHA256.HashData(output.Written).AsSpan(0, 16));
        int table = output.Length;
        output.Append("xref\n0 "u8).Append(offsets.Count).Append("\n0000000000 65535 f \n"u8);
        for (int id = 1; id < offsets.Count; id++)
        {
            if (offsets[id] == 0)
            {
                throw new InvalidOperationException($"Object {id} was reserved and never written.");
            }

            output.Append(offsets[id].ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n"u8);
        }

        output.Append("trailer\n<</Size "u8).Append(offsets.Count).Append("/Root "u8).Reference(catalog).Append("/Info "u8).Reference(information);
        output.Append("/ID[<"u8).Append(identifier).Append("><"u8).Append(identifier).Append(">]>>\nstartxref\n"u8).Append(table).Append("\n%%EOF\n"u8);
        return output.Written.ToArray();
    }

    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var compressed = new MemoryStream();
        Deflate(data, compressed);
        return compressed.ToArray();
    }

    private static void Deflate(ReadOnlySpan<byte> data, MemoryStream target)
    {
        using var stream = new ZLibStream(target, Compression, leaveOpen: true);
        stream.Write(data);
    }
}
