namespace Anfragen.Typesetting.Fonts;

/// <summary>Code point to glyph, from the cmap table (formats 4 and 12).</summary>
internal sealed class CharacterMap
{
    private readonly ushort[] basicPlane = new ushort[0x10000];
    private readonly Dictionary<int, ushort> otherPlanes = [];

    public CharacterMap(FontReader reader, int table)
    {
        int subtable = ChooseSubtable(reader, table);
        if (reader.Unsigned16(subtable) == 12)
        {
            ReadSegmentedCoverage(reader, subtable);
        }
        else
        {
            ReadSegmentMapping(reader, subtable);
        }
    }

    /// <summary>Glyph of the code point, or 0 if the font has none.</summary>
    public ushort Glyph(int codePoint) =>
        codePoint < 0x10000 ? basicPlane[codePoint] : otherPlanes.GetValueOrDefault(codePoint);

    private static int ChooseSubtable(FontReader reader, int table)
    {
        int chosen = -1;
        for (int i = 0; i < reader.Unsigned16(table + 2); i++)
        {
            int record = table + 4 + 8 * i;
            int platform = reader.Unsigned16(record), encoding = reader.Unsigned16(record + 2);
            bool unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            int subtable = table + reader.Offset32(record + 4);
            int format = reader.Unsigned16(subtable);
            if (unicode && (format == 12 || (format == 4 && chosen < 0)))
            {
                chosen = subtable;
            }
        }

        return chosen >= 0 ? chosen : throw new InvalidDataException("The font has no Unicode character map in format 4 or 12.");
    }

    private void ReadSegmentedCoverage(FontReader reader, int subtable)
    {
        for (int i = 0; i < reader.Offset32(subtable + 12); i++)
        {
            int group = subtable + 16 + 12 * i;
            int first = reader.Offset32(group), last = reader.Offset32(group + 4), glyph = reader.Offset32(group + 8);
            for (int codePoint = first; codePoint <= last; codePoint++)
            {
                Map(codePoint, (ushort)(glyph + codePoint - first));
            }
        }
    }

    private void ReadSegmentMapping(FontReader reader, int subtable)
    {
        int doubledCount = reader.Unsigned16(subtable + 6);
        int ends = subtable + 14, starts = ends + doubledCount + 2, deltas = starts + doubledCount, offsets = deltas + doubledCount;
        for (int i = 0; i < doubledCount; i += 2)
        {
            int first = reader.Unsigned16(starts + i), last = reader.Unsigned16(ends + i);
            int delta = reader.Unsigned16(deltas + i), offset = reader.Unsigned16(offsets + i);
            for (int codePoint = first; codePoint <= last && codePoint < 0xFFFF; codePoint++)
            {
                int glyph = offset == 0 ? codePoint : reader.Unsigned16(offsets + i + offset + 2 * (codePoint - first));
                Map(codePoint, glyph == 0 ? (ushort)0 : (ushort)(glyph + delta));
            }
        }
    }

    private void Map(int codePoint, ushort glyph)
    {
        if (codePoint < 0x10000)
        {
            basicPlane[codePoint] = glyph;
        }
        else
        {
            otherPlanes[codePoint] = glyph;
        }
    }
}
