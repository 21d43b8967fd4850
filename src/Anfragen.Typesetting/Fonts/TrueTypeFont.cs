using System.Text;

namespace Anfragen.Typesetting.Fonts;

/// <summary>One TrueType face with glyf outlines. Immutable after construction and so shared between threads.</summary>
internal sealed class TrueTypeFont
{
    private const int RestrictedLicence = 0x0002;

    private readonly byte[] data;
    private readonly FontReader reader;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly CharacterMap characters;
    private readonly Kerning? kerning;
    private readonly Ligatures? ligatures;
    private readonly ushort[] advances;
    private readonly short[] leftBearings;
    private readonly int[] outlines;

    public TrueTypeFont(byte[] data)
    {
        this.data = data;
        reader = new FontReader(data);
        ReadDirectory();
        int head = Offset("head"), hhea = Offset("hhea"), os2 = Offset("OS/2");
        UnitsPerEm = reader.Unsigned16(head + 18);
        BoundingBox = (reader.Signed16(head + 36), reader.Signed16(head + 38), reader.Signed16(head + 40), reader.Signed16(head + 42));
        GlyphCount = reader.Unsigned16(Offset("maxp") + 4);
        Ascent = reader.Signed16(hhea + 4);
        Descent = reader.Signed16(hhea + 6);
        ItalicAngle = (int)reader.Unsigned32(Offset("post") + 4) / 65536.0;
        IsBold = reader.Unsigned16(os2 + 4) >= 600;
        CapHeight = reader.Unsigned16(os2) >= 2 ? reader.Signed16(os2 + 88) : Ascent;
        if ((reader.Unsigned16(os2 + 8) & RestrictedLicence) != 0)
        {
            throw new InvalidDataException("The licence bits of the font forbid embedding.");
        }

        PostScriptName = ReadPostScriptName();
        (advances, leftBearings) = ReadHorizontalMetrics(reader.Unsigned16(hhea + 34));
        outlines = ReadOutlineOffsets(longFormat: reader.Signed16(head + 50) != 0);
        characters = new CharacterMap(reader, Offset("cmap"));
        kerning = tables.TryGetValue("GPOS", out var gpos) ? new Kerning(reader, gpos.Offset, GlyphCount) : null;
        ligatures = tables.TryGetValue("GSUB", out var gsub) ? new Ligatures(reader, gsub.Offset) : null;
    }

    public string PostScriptName { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public (int Left, int Bottom, int Right, int Top) BoundingBox { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public double ItalicAngle { get; }

    public bool IsBold { get; }

    /// <summary>Glyph of a code point, or 0. Spaces and hyphens of other widths fall back to the plain ones.</summary>
    public ushort Glyph(int codePoint)
    {
        ushort glyph = characters.Glyph(codePoint);
        return glyph != 0 ? glyph : (ushort)(codePoint switch
        {
            0x00A0 or (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000 => characters.Glyph(' '),
            0x00AD or 0x2010 or 0x2011 => characters.Glyph('-'),
            _ => 0,
        });
    }

    public int Advance(int glyph) => advances[glyph];

    public int LeftBearing(int glyph) => leftBearings[glyph];

    public int KerningBetween(ushort first, ushort second) => kerning?.Between(first, second) ?? 0;

    /// <summary>The ligature of two glyphs, or 0.</summary>
    public ushort Ligature(ushort first, ushort second) => ligatures?.Of(first, second) ?? 0;

    public ReadOnlySpan<byte> Outline(int glyph) => data.AsSpan(outlines[glyph], outlines[glyph + 1] - outlines[glyph]);

    public ReadOnlySpan<byte> Table(string tag) => data.AsSpan(Offset(tag), tables[tag].Length);

    private int Offset(string tag) =>
        tables.TryGetValue(tag, out var table) ? table.Offset : throw new InvalidDataException($"The font has no table '{tag}'.");

    private void ReadDirectory()
    {
        if (data.Length < 12 || reader.Unsigned32(0) != 0x00010000)
        {
            throw new InvalidDataException("Only TrueType fonts with glyf outlines can be used.");
        }

        for (int i = 0; i < reader.Unsigned16(4); i++)
        {
            int record = 12 + 16 * i;
            tables[reader.Tag(record)] = (reader.Offset32(record + 8), reader.Offset32(record + 12));
        }
    }

    private string ReadPostScriptName()
    {
        int name = Offset("name"), strings = name + reader.Unsigned16(name + 4);
        for (int i = 0; i < reader.Unsigned16(name + 2); i++)
        {
            int record = name + 6 + 12 * i;
            if (reader.Unsigned16(record) == 3 && reader.Unsigned16(record + 6) == 6)
            {
                return Encoding.BigEndianUnicode.GetString(data, strings + reader.Unsigned16(record + 10), reader.Unsigned16(record + 8));
            }
        }

        throw new InvalidDataException("The font has no PostScript name.");
    }

    private (ushort[] Advances, short[] LeftBearings) ReadHorizontalMetrics(int fullRecords)
    {
        int table = Offset("hmtx");
        var widths = new ushort[GlyphCount];
        var bearings = new short[GlyphCount];
        for (int glyph = 0; glyph < GlyphCount; glyph++)
        {
            bool full = glyph < fullRecords;
            widths[glyph] = (ushort)reader.Unsigned16(table + 4 * Math.Min(glyph, fullRecords - 1));
            bearings[glyph] = (short)reader.Signed16(full ? table + 4 * glyph + 2 : table + 4 * fullRecords + 2 * (glyph - fullRecords));
        }

        return (widths, bearings);
    }

    private int[] ReadOutlineOffsets(bool longFormat)
    {
        int locations = Offset("loca"), start = Offset("glyf");
        var offsets = new int[GlyphCount + 1];
        for (int i = 0; i <= GlyphCount; i++)
        {
            offsets[i] = start + (longFormat ? reader.Offset32(locations + 4 * i) : 2 * reader.Unsigned16(locations + 2 * i));
        }

        return offsets;
    }
}
