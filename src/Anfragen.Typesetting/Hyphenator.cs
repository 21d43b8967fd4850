using System.Collections.Concurrent;

namespace Anfragen.Typesetting;

/// <summary>
/// Hyphenation by Liang's patterns, as TeX does it. Thread-safe: build it once and share it.
/// </summary>
public sealed class Hyphenator
{
    private const int ShortestHead = 2;
    private const int ShortestTail = 3;

    /// <summary>Letters of one city draw on a few thousand words; the limit keeps odd input from filling the memory.</summary>
    private const int MostRemembered = 20_000;
    private const int LongestRemembered = 60;

    // The trie, flattened: children of a node are neighbours, so a step is a search in a short span.
    private readonly char[] letters;
    private readonly int[] firstChildren;
    private readonly int[] childCounts;
    private readonly byte[]?[] levels;
    private readonly ConcurrentDictionary<string, int[]> remembered = new(StringComparer.Ordinal);
    private int rememberedCount;

    /// <summary>Builds from patterns in TeX notation (".ab3a"): digits are levels between letters, a dot is the edge of a word.</summary>
    public Hyphenator(IEnumerable<string> patterns)
    {
        var root = new Node();
        int count = 1;
        foreach (string pattern in patterns)
        {
            count += Insert(root, pattern);
        }

        letters = new char[count];
        firstChildren = new int[count];
        childCounts = new int[count];
        levels = new byte[]?[count];
        Flatten(root);
    }

    /// <summary>Positions before which the word may be divided, ascending; at least 2 letters stay before and 3 after.</summary>
    public IReadOnlyList<int> BreakPoints(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestHead + ShortestTail)
        {
            return [];
        }

        if (remembered.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int[]? known))
        {
            return known;
        }

        int[] points = FindBreakPoints(word);
        if (word.Length <= LongestRemembered && Volatile.Read(ref rememberedCount) < MostRemembered && remembered.TryAdd(word.ToString(), points))
        {
            Interlocked.Increment(ref rememberedCount);
        }

        return points;
    }

    private int[] FindBreakPoints(ReadOnlySpan<char> word)
    {
        Span<char> bounded = word.Length < 126 ? stackalloc char[word.Length + 2] : new char[word.Length + 2];
        Span<byte> strength = word.Length < 126 ? stackalloc byte[word.Length + 3] : new byte[word.Length + 3];
        bounded[0] = bounded[^1] = '.';
        word.ToLowerInvariant(bounded[1..]);
        strength.Clear();
        for (int start = 0; start < bounded.Length; start++)
        {
            ApplyPatterns(bounded[start..], strength[start..]);
        }

        var points = new List<int>();
        for (int position = ShortestHead; position <= word.Length - ShortestTail; position++)
        {
            if ((strength[position + 1] & 1) == 1)
            {
                points.Add(position);
            }
        }

        return [.. points];
    }

    private void ApplyPatterns(ReadOnlySpan<char> text, Span<byte> strength)
    {
        int node = 0;
        foreach (char letter in text)
        {
            int child = letters.AsSpan(firstChildren[node], childCounts[node]).IndexOf(letter);
            if (child < 0)
            {
                return;
            }

            node = firstChildren[node] + child;
            byte[] found = levels[node] ?? [];
            for (int i = 0; i < found.Length; i++)
            {
                strength[i] = Math.Max(strength[i], found[i]);
            }
        }
    }

    /// <summary>Returns the number of nodes added.</summary>
    private static int Insert(Node root, string pattern)
    {
        Node node = root;
        int added = 0;
        var found = new List<byte> { 0 };
        foreach (char sign in pattern)
        {
            if (char.IsAsciiDigit(sign))
            {
                found[^1] = (byte)(sign - '0');
                continue;
            }

            if (!node.Children.TryGetValue(sign, out Node? child))
            {
                child = node.Children[sign] = new Node();
                added++;
            }

            node = child;
            found.Add(0);
        }

        node.Levels = [.. found];
        return added;
    }

    private void Flatten(Node root)
    {
        var queue = new Queue<Node>([root]);
        int next = 1;
        for (int index = 0; queue.TryDequeue(out Node? node); index++)
        {
            levels[index] = node.Levels;
            firstChildren[index] = next;
            childCounts[index] = node.Children.Count;
            foreach ((char letter, Node child) in node.Children)
            {
                letters[next++] = letter;
                queue.Enqueue(child);
            }
        }
    }

    private sealed class Node
    {
        public Dictionary<char, Node> Children { get; } = [];

        public byte[]? Levels { get; set; }
    }
}
