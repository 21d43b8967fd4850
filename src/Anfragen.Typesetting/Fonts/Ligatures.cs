namespace Anfragen.Typesetting.Fonts;

/// <summary>Ligatures of two glyphs that the GSUB feature "liga" makes for Latin script (LigatureSubst, also behind extensions).</summary>
internal sealed class Ligatures
{
    private const int LigatureSubstitution = 4;
    private const int Extension = 7;

    private readonly FontReader reader;
    private readonly Dictionary<(ushort First, ushort Second), ushort> pairs = [];

    public Ligatures(FontReader reader, int table)
    {
        this.reader = reader;
        var layout = new LayoutTable(reader, table);
        foreach (int lookup in layout.LookupsOf("liga"))
        {
            foreach (int offset in layout.Numbers(lookup + 4))
            {
                int type = reader.Unsigned16(lookup), subtable = lookup + offset;
                if (type == Extension)
                {
                    type = reader.Unsigned16(subtable + 2);
                    subtable += reader.Offset32(subtable + 4);
                }

                if (type == LigatureSubstitution)
                {
                    Read(layout, subtable);
                }
            }
        }
    }

    /// <summary>The glyph for both, or 0.</summary>
    public ushort Of(ushort first, ushort second) => pairs.GetValueOrDefault((first, second));

    private void Read(LayoutTable layout, int subtable)
    {
        List<int> covered = layout.Coverage(subtable + reader.Unsigned16(subtable + 2));
        for (int i = 0; i < covered.Count; i++)
        {
            int set = subtable + reader.Unsigned16(subtable + 6 + 2 * i);
            foreach (int offset in layout.Numbers(set))
            {
                int ligature = set + offset;
                if (reader.Unsigned16(ligature + 2) == 2)
                {
                    pairs.TryAdd(((ushort)covered[i], (ushort)reader.Unsigned16(ligature + 4)), (ushort)reader.Unsigned16(ligature));
                }
            }
        }
    }
}
