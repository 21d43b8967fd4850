using System.Buffers.Binary;
using System.Text;

namespace Anfragen.Typesetting.Fonts;

/// <summary>
/// Writes a TrueType file whose glyph n is the n-th of the list asked for. A glyph may be listed twice: two characters can
/// then share an outline and still be told apart. Parts of composite glyphs are appended; hinting programs are dropped.
/// </summary>
internal static class FontSubset
{
    private const int UsualOutline = 256;
    private const uint ChecksumMagic = 0xB1B0AFBA;

    public static byte[] Create(TrueTypeFont font, IEnumerable<ushort> glyphs)
    {
        List<int> order = [.. glyphs.Select(glyph => (int)glyph)];
        (byte[] glyf, byte[] loca) = Outlines(font, order);
        return Assemble(
        [
            ("glyf", glyf),
            ("head", Head(font)),
            ("hhea", WithGlyphCount(font.Table("hhea"), 34, order.Count)),
            ("hmtx", HorizontalMetrics(font, order)),
            ("loca", loca),
            ("maxp", WithGlyphCount(font.Table("maxp"), 4, order.Count)),
        ]);
    }

    /// <summary>Appends the components it meets to <paramref name="order"/>, so the loop also visits those.</summary>
    private static (byte[] Glyf, byte[] Loca) Outlines(TrueTypeFont font, List<int> order)
    {
        var slots = new Dictionary<int, int>(order.Count);
        for (int i = 0; i < order.Count; i++)
        {
            slots.TryAdd(order[i], i);
        }

        using var glyf = new MemoryStream(order.Count * UsualOutline);
        var ends = new List<uint>(order.Count) { 0 };
        for (int i = 0; i < order.Count; i++)
        {
            ReadOnlySpan<byte> outline = font.Outline(order[i]);
            bool composite = outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0;
            if (composite)
            {
                glyf.Write(Renumber(outline.ToArray(), order, slots));
            }
            else
            {
                WriteWithoutInstructions(glyf, outline);
            }

            while (glyf.Position % 4 != 0)
            {
                glyf.WriteByte(0);
            }

            ends.Add((uint)glyf.Position);
        }

        var loca = new byte[4 * ends.Count];
        for (int i = 0; i < ends.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * i), ends[i]);
        }

        return (glyf.ToArray(), loca);
    }

    private static byte[] Renumber(byte[] outline, List<int> order, Dictionary<int, int> slots)
    {
        int position = 10, flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(position));
            int component = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(position + 2));
            if (!slots.TryGetValue(component, out int slot))
            {
                slot = slots[component] = order.Count;
                order.Add(component);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(position), (ushort)(flags & ~CompositeGlyph.HasInstructions));
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(position + 2), (ushort)slot);
            position += 4 + ((flags & CompositeGlyph.ArgumentsAreWords) != 0 ? 4 : 2) + CompositeGlyph.TransformSize(flags);
        }
        while ((flags & CompositeGlyph.MoreComponents) != 0);

        return outline[..position];
    }

    private static void WriteWithoutInstructions(MemoryStream glyf, ReadOnlySpan<byte> outline)
    {
        if (outline.Length == 0)
        {
            return;
        }

        int lengthAt = 10 + 2 * BinaryPrimitives.ReadInt16BigEndian(outline);
        int length = BinaryPrimitives.ReadUInt16BigEndian(outline[lengthAt..]);
        glyf.Write(outline[..lengthAt]);
        glyf.Write([0, 0]);
        glyf.Write(outline[(lengthAt + 2 + length)..]);
    }

    private static byte[] Head(TrueTypeFont font)
    {
        byte[] head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] WithGlyphCount(ReadOnlySpan<byte> table, int offset, int count)
    {
        byte[] copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(offset), (ushort)count);
        return copy;
    }

    private static byte[] HorizontalMetrics(TrueTypeFont font, List<int> order)
    {
        var metrics = new byte[4 * order.Count];
        for (int i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)font.Advance(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(4 * i + 2), (short)font.LeftBearing(order[i]));
        }

        return metrics;
    }

    private static byte[] Assemble((string Tag, byte[] Data)[] tables)
    {
        var file = new byte[12 + 16 * tables.Length + tables.Sum(table => Padded(table.Data.Length))];
        WriteHeader(file, tables.Length);
        int position = 12 + 16 * tables.Length, checksumAdjustment = 0;
        for (int i = 0; i < tables.Length; i++)
        {
            (string tag, byte[] data) = tables[i];
            checksumAdjustment = tag == "head" ? position + 8 : checksumAdjustment;
            data.CopyTo(file, position);
            Span<byte> record = file.AsSpan(12 + 16 * i);
            Encoding.ASCII.GetBytes(tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(position, Padded(data.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)position);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)data.Length);
            position += Padded(data.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(checksumAdjustment), unchecked(ChecksumMagic - Checksum(file)));
        return file;
    }

    private static void WriteHeader(Span<byte> file, int tables)
    {
        int exponent = int.Log2(tables), range = 16 << exponent;
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file[4..], (ushort)tables);
        BinaryPrimitives.WriteUInt16BigEndian(file[6..], (ushort)range);
        BinaryPrimitives.WriteUInt16BigEndian(file[8..], (ushort)exponent);
        BinaryPrimitives.WriteUInt16BigEndian(file[10..], (ushort)(16 * tables - range));
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> words)
    {
        uint sum = 0;
        for (int i = 0; i < words.Length; i += 4)
        {
            unchecked
            {
                sum += BinaryPrimitives.ReadUInt32BigEndian(words[i..]);
            }
        }

        return sum;
    }
}
