using Anfragen.Domain.Search;

namespace Anfragen.Infrastructure.Search;

/// <summary>Indexed passages as bytes: for each its kind, how many terms, then their numbers, seven bits to a byte, the lowest first.</summary>
internal static class PassageBytes
{
    public static byte[] Of(IReadOnlyList<IndexedPassage> passages)
    {
        var bytes = new List<byte>(passages.Sum(passage => 3 + (passage.Terms.Count * 3)));
        foreach (var passage in passages)
        {
            Add(bytes, (int)passage.Kind);
            Add(bytes, passage.Terms.Count);
            foreach (var term in passage.Terms) Add(bytes, term);
        }

        return [.. bytes];
    }

    public static IReadOnlyList<IndexedPassage> Read(byte[] bytes)
    {
        var passages = new List<IndexedPassage>();
        for (var at = 0; at < bytes.Length;)
        {
            var kind = (PassageKind)Next(bytes, ref at);
            var terms = new int[Next(bytes, ref at)];
            for (var i = 0; i < terms.Length; i++) terms[i] = Next(bytes, ref at);
            passages.Add(new(kind, terms));
        }

        return passages;
    }

    private static void Add(List<byte> bytes, int number)
    {
        for (; number > 127; number >>= 7) bytes.Add((byte)(number | 128));
        bytes.Add((byte)number);
    }

    private static int Next(byte[] bytes, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            number |= (part & 127) << shift;
            if (part < 128) return number;
        }
    }
}
