namespace Anfragen.Typesetting.Fonts;

/// <summary>What the tables GPOS and GSUB have in common (OpenType, "Common Table Formats"): scripts, features, lookups, coverage.</summary>
internal readonly struct LayoutTable(FontReader reader, int table)
{
    /// <summary>Offsets of the lookups that a feature uses for Latin script, in the order of the font.</summary>
    public IReadOnlyList<int> LookupsOf(string feature)
    {
        int features = table + reader.Unsigned16(table + 6), lookupList = table + reader.Unsigned16(table + 8);
        var lookups = new SortedSet<int>();
        foreach (int index in FeaturesOfLatin(table + reader.Unsigned16(table + 4)))
        {
            int record = features + 2 + 6 * index;
            if (reader.Tag(record) == feature)
            {
                lookups.UnionWith(Numbers(features + reader.Unsigned16(record + 4) + 2));
            }
        }

        var offsets = new List<int>();
        foreach (int lookup in lookups)
        {
            offsets.Add(lookupList + reader.Unsigned16(lookupList + 2 + 2 * lookup));
        }

        return offsets;
    }

    /// <summary>Glyphs that a subtable is about.</summary>
    public List<int> Coverage(int offset)
    {
        if (reader.Unsigned16(offset) == 1)
        {
            return [.. Numbers(offset + 2)];
        }

        var glyphs = new List<int>();
        for (int i = 0; i < reader.Unsigned16(offset + 2); i++)
        {
            int range = offset + 4 + 6 * i, first = reader.Unsigned16(range);
            glyphs.AddRange(Enumerable.Range(first, reader.Unsigned16(range + 2) - first + 1));
        }

        return glyphs;
    }

    /// <summary>A count and as many numbers.</summary>
    public IEnumerable<int> Numbers(int countOffset)
    {
        FontReader source = reader;
        return Enumerable.Range(1, source.Unsigned16(countOffset)).Select(i => source.Unsigned16(countOffset + 2 * i));
    }

    private IEnumerable<int> FeaturesOfLatin(int scripts)
    {
        int chosen = 0;
        for (int i = 0; i < reader.Unsigned16(scripts); i++)
        {
            int record = scripts + 2 + 6 * i;
            if (reader.Tag(record) is "latn" || (chosen == 0 && reader.Tag(record) is "DFLT"))
            {
                chosen = scripts + reader.Unsigned16(record + 4);
            }
        }

        int language = chosen == 0 ? 0 : reader.Unsigned16(chosen);
        return language == 0 ? [] : Numbers(chosen + language + 4);
    }
}
