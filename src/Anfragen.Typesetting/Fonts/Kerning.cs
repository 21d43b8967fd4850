using System.Numerics;

namespace Anfragen.Typesetting.Fonts;

/// <summary>Pair kerning of the GPOS feature "kern" for Latin script (PairPos formats 1 and 2, also behind extensions).</summary>
internal sealed class Kerning
{
    private const int PairAdjustment = 2;
    private const int Extension = 9;
    private const int AdvanceOfFirst = 4;

    private readonly FontReader reader;
    private readonly LayoutTable layout;
    private readonly int glyphCount;

    private const int RememberedPairs = 1 << 12;

    // Text repeats few pairs. An entry is pair and adjustment in one value, so that threads can share it without a lock; 0 is none,
    // because glyph 0 is never kerned.
    private readonly long[] remembered = new long[RememberedPairs];

    // For every lookup and first glyph the subtables that may decide: mostly none or one, and a letter asks often.
    private readonly List<PairSubtable[]?[]> lookups = [];

    public Kerning(FontReader reader, int table, int glyphCount)
    {
        this.reader = reader;
        this.glyphCount = glyphCount;
        layout = new LayoutTable(reader, table);
        foreach (int lookup in layout.LookupsOf("kern"))
        {
            lookups.Add(ByFirstGlyph(ReadLookup(lookup)));
        }
    }

    /// <summary>What is added to the advance of the first glyph when the second follows, in font units.</summary>
    public int Between(ushort first, ushort second)
    {
        if (first == 0)
        {
            return 0;
        }

        long pair = ((long)first << 16) | second;
        ref long entry = ref remembered[(first * 31 + second) & (RememberedPairs - 1)];
        long known = Volatile.Read(ref entry);
        if (known >> 16 == pair)
        {
            return (short)known;
        }

        int sum = Compute(first, second);
        Volatile.Write(ref entry, (pair << 16) | (ushort)sum);
        return sum;
    }

    private int Compute(ushort first, ushort second)
    {
        int sum = 0;
        foreach (PairSubtable[]?[] lookup in lookups)
        {
            foreach (PairSubtable subtable in lookup[first] ?? [])
            {
                if (subtable.TryGet(first, second, out int adjustment))
                {
                    sum += adjustment;
                    break;
                }
            }
        }

        return sum;
    }

    private PairSubtable[]?[] ByFirstGlyph(List<PairSubtable> subtables)
    {
        var deciding = new PairSubtable[]?[glyphCount];
        for (int glyph = 0; glyph < glyphCount; glyph++)
        {
            PairSubtable[] covering = [.. subtables.Where(subtable => subtable.Covers((ushort)glyph))];
            deciding[glyph] = covering.Length == 0 ? null : covering;
        }

        return deciding;
    }

    private List<PairSubtable> ReadLookup(int lookup)
    {
        var subtables = new List<PairSubtable>();
        foreach (int offset in layout.Numbers(lookup + 4))
        {
            int type = reader.Unsigned16(lookup), subtable = lookup + offset;
            if (type == Extension)
            {
                type = reader.Unsigned16(subtable + 2);
                subtable += reader.Offset32(subtable + 4);
            }

            if (type == PairAdjustment)
            {
                subtables.Add(ReadPairs(subtable));
            }
        }

        return subtables;
    }

    private PairSubtable ReadPairs(int subtable)
    {
        int firstFormat = reader.Unsigned16(subtable + 4), secondFormat = reader.Unsigned16(subtable + 6);
        int valueSize = 2 * (BitOperations.PopCount((uint)firstFormat) + BitOperations.PopCount((uint)secondFormat));
        int advance = (firstFormat & AdvanceOfFirst) == 0 ? -1 : 2 * BitOperations.PopCount((uint)(firstFormat & (AdvanceOfFirst - 1)));
        List<int> covered = layout.Coverage(subtable + reader.Unsigned16(subtable + 2));
        return reader.Unsigned16(subtable) == 1
            ? ReadGlyphPairs(subtable, covered, valueSize, advance)
            : ReadClassPairs(subtable, covered, valueSize, advance);
    }

    private GlyphPairs ReadGlyphPairs(int subtable, List<int> covered, int valueSize, int advance)
    {
        var pairs = new Dictionary<int, short>();
        for (int i = 0; i < covered.Count; i++)
        {
            int set = subtable + reader.Unsigned16(subtable + 10 + 2 * i);
            for (int j = 0; j < reader.Unsigned16(set); j++)
            {
                int record = set + 2 + j * (2 + valueSize);
                pairs[(covered[i] << 16) | reader.Unsigned16(record)] = Advance(record + 2, advance);
            }
        }

        return new GlyphPairs([.. covered], pairs);
    }

    private ClassPairs ReadClassPairs(int subtable, List<int> covered, int valueSize, int advance)
    {
        int firstClasses = reader.Unsigned16(subtable + 12), secondClasses = reader.Unsigned16(subtable + 14);
        var adjustments = new short[firstClasses * secondClasses];
        for (int i = 0; i < adjustments.Length; i++)
        {
            adjustments[i] = Advance(subtable + 16 + i * valueSize, advance);
        }

        int[] classOfFirst = Enumerable.Repeat(-1, glyphCount).ToArray();
        ushort[] classes = ReadClasses(subtable + reader.Unsigned16(subtable + 8));
        foreach (int glyph in covered)
        {
            classOfFirst[glyph] = classes[glyph];
        }

        return new ClassPairs(classOfFirst, ReadClasses(subtable + reader.Unsigned16(subtable + 10)), secondClasses, adjustments);
    }

    private short Advance(int value, int advance) => advance < 0 ? (short)0 : (short)reader.Signed16(value + advance);

    private ushort[] ReadClasses(int table)
    {
        var classes = new ushort[glyphCount];
        if (reader.Unsigned16(table) == 1)
        {
            int first = reader.Unsigned16(table + 2);
            foreach (int glyphClass in layout.Numbers(table + 4))
            {
                classes[first++] = (ushort)glyphClass;
            }

            return classes;
        }

        for (int i = 0; i < reader.Unsigned16(table + 2); i++)
        {
            int range = table + 4 + 6 * i, first = reader.Unsigned16(range), last = reader.Unsigned16(range + 2);
            Array.Fill(classes, (ushort)reader.Unsigned16(range + 4), first, last - first + 1);
        }

        return classes;
    }

    private abstract class PairSubtable
    {
        public abstract bool Covers(ushort first);

        public abstract bool TryGet(ushort first, ushort second, out int adjustment);
    }

    private sealed class GlyphPairs(HashSet<int> covered, Dictionary<int, short> pairs) : PairSubtable
    {
        public override bool Covers(ushort first) => covered.Contains(first);

        public override bool TryGet(ushort first, ushort second, out int adjustment)
        {
            bool found = pairs.TryGetValue((first << 16) | second, out short value);
            adjustment = value;
            return found;
        }
    }

    /// <summary>Once the first glyph is covered the subtable decides, even if the value is zero: OpenType ends the lookup there.</summary>
    private sealed class ClassPairs(int[] classOfFirst, ushort[] classOfSecond, int secondClasses, short[] adjustments) : PairSubtable
    {
        public override bool Covers(ushort first) => classOfFirst[first] >= 0;

        public override bool TryGet(ushort first, ushort second, out int adjustment)
        {
            int firstClass = classOfFirst[first];
            adjustment = firstClass < 0 ? 0 : adjustments[firstClass * secondClasses + classOfSecond[second]];
            return firstClass >= 0;
        }
    }
}
