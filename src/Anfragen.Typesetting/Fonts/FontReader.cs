using System.Buffers.Binary;

namespace Anfragen.Typesetting.Fonts;

/// <summary>Big-endian numbers of a font file, by absolute offset.</summary>
internal readonly struct FontReader(byte[] data)
{
    public int Unsigned16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(offset));

    public int Signed16(int offset) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(offset));

    public uint Unsigned32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(offset));

    public int Offset32(int offset) => checked((int)Unsigned32(offset));

    public string Tag(int offset) => System.Text.Encoding.ASCII.GetString(data, offset, 4);
}
