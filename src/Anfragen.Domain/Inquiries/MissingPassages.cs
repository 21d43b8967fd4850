using System.Text;
using System.Text.RegularExpressions;

namespace Anfragen.Domain.Inquiries;

/// <summary>Fehlstelle: words of an original that do not stand in the form.</summary>
/// <param name="Line">The line of the original where they begin, 1 for the first.</param>
/// <param name="Text">As they stand in the original.</param>
public sealed record MissingPassage(int Line, string Text);

/// <summary>
/// Fehlstellen: which words of an original were dropped on the way into the form, wherever in the form the others went. Every word of the
/// form stands for one of the original alone; long runs are matched first, so that of a word that occurs often the right one is named.
/// Blanks, line ends, divided words and punctuation do not count.
/// </summary>
public static partial class MissingPassages
{
    // Runs of words that are matched, longest first; the last one makes sure that no single word is lost.
    private static readonly int[] Runs = [16, 8, 4, 2, 1];

    // Places of a run that are tried; a text of one word over and over must not cost its square.
    private const int MostTries = 32;

    /// <param name="original">Line by line.</param>
    /// <param name="form">Everything that stands in the form.</param>
    public static IReadOnlyList<MissingPassage> Of(IReadOnlyList<string> original, IEnumerable<string?> form)
    {
        var words = Words(original);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var source = Numbered(words, ids);
        // Between two fields no run goes on.
        var target = form.SelectMany(field => Numbered(Words((field ?? "").ReplaceLineEndings("\n").Split('\n')), ids).Append(-1)).ToArray();
        return Passages(original, words, new Matching(source, target).Run());
    }

    private static List<Word> Words(IReadOnlyList<string> lines)
    {
        var words = new List<Word>();
        var isDivided = false;
        for (var line = 0; line < lines.Count; line++)
        {
            foreach (Match match in WordPattern().Matches(lines[line]))
            {
                var word = new Word(Key(match.Value), line, match.Index, line, match.Index + match.Length);
                if (isDivided && char.IsLower(match.Value[0]) && words[^1].LastLine == line - 1)
                {
                    words[^1] = words[^1] with { Key = words[^1].Key + word.Key, LastLine = line, End = word.End };
                }
                else
                {
                    words.Add(word);
                }

                isDivided = false;
            }

            isDivided = words.Count > 0 && words[^1].LastLine == line && DividedEnd().IsMatch(lines[line], words[^1].End);
        }

        return words;
    }

    // Ligatures and the like count as the letters they stand for.
    private static string Key(string word) => string.Concat(word.Where(c => !SourceLines.IsInvisible(c))).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private static int[] Numbered(List<Word> words, Dictionary<string, int> ids) => [.. words.Select(word =>
    {
        if (ids.TryGetValue(word.Key, out var known)) return known;
        ids.Add(word.Key, ids.Count);
        return ids.Count - 1;
    })];

    private static List<MissingPassage> Passages(IReadOnlyList<string> original, List<Word> words, bool[] isFound)
    {
        var passages = new List<MissingPassage>();
        for (var first = 0; first < words.Count; first++)
        {
            if (isFound[first]) continue;
            var last = first;
            while (last + 1 < words.Count && !isFound[last + 1]) last++;
            passages.Add(new MissingPassage(words[first].Line + 1, Between(original, words[first], words[last])));
            first = last;
        }

        return passages;
    }

    private static string Between(IReadOnlyList<string> original, Word first, Word last)
    {
        if (first.Line == last.LastLine) return original[first.Line][first.Start..last.End];
        return string.Join(' ', new[] { original[first.Line][first.Start..].Trim() }
            .Concat(original.Skip(first.Line + 1).Take(last.LastLine - first.Line - 1).Select(line => line.Trim()))
            .Append(original[last.LastLine][..last.End].Trim())
            .Where(line => line.Length > 0));
    }

    // A soft hyphen divides within a word; signs that carry meaning count as words.
    [GeneratedRegex(@"[\p{L}\p{N}\p{M}](?:[\u00AD\u200B\u200C\u200D\u2060]?[\p{L}\p{N}\p{M}])*|[\p{Sc}%‰§°]")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\G[-\u00AD\u2010]\s*$")]
    private static partial Regex DividedEnd();

    private sealed record Word(string Key, int Line, int Start, int LastLine, int End);

    /// <summary>Finds the words of one text in another, each place used once.</summary>
    private sealed class Matching(int[] source, int[] target)
    {
        private readonly bool[] _isFound = new bool[source.Length];
        private readonly bool[] _isUsed = [.. target.Select(word => word < 0)];

        public bool[] Run()
        {
            foreach (var length in Runs) Match(length);
            return _isFound;
        }

        private void Match(int length)
        {
            var places = Places(length);
            for (var at = 0; at + length <= source.Length;)
            {
                var (place, run) = Longest(at, length, places);
                if (run == 0)
                {
                    at++;
                    continue;
                }

                Array.Fill(_isFound, true, at, run);
                Array.Fill(_isUsed, true, place, run);
                at += run;
            }
        }

        private Dictionary<int, Queue<int>> Places(int length)
        {
            var places = new Dictionary<int, Queue<int>>();
            for (var place = 0; place + length <= target.Length; place++)
            {
                if (_isUsed.AsSpan(place, length).Contains(true)) continue;
                var key = KeyOf(target.AsSpan(place, length));
                if (!places.TryGetValue(key, out var queue)) places.Add(key, queue = new Queue<int>());
                queue.Enqueue(place);
            }

            return places;
        }

        private (int Place, int Run) Longest(int at, int length, Dictionary<int, Queue<int>> places)
        {
            var best = (Place: 0, Run: 0);
            if (!places.TryGetValue(KeyOf(source.AsSpan(at, length)), out var queue)) return best;
            while (queue.TryPeek(out var place) && _isUsed[place]) queue.Dequeue();
            foreach (var place in queue.Take(MostTries))
            {
                var run = 0;
                while (at + run < source.Length && place + run < target.Length && source[at + run] == target[place + run]
                    && !_isFound[at + run] && !_isUsed[place + run])
                {
                    run++;
                }

                if (run >= length && run > best.Run) best = (place, run);
            }

            return best;
        }

        // A single word is its own key, so that its places are exactly those of this word.
        private static int KeyOf(ReadOnlySpan<int> words)
        {
            if (words.Length == 1) return words[0];
            var key = new HashCode();
            foreach (var word in words) key.Add(word);
            return key.ToHashCode();
        }
    }
}
