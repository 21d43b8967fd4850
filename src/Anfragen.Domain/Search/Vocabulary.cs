using System.Text;

namespace Anfragen.Domain.Search;

/// <summary>A term of the vocabulary that fits a word.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Fit">From 0 to 1, see <see cref="SearchWord.Fit(string)"/>.</param>
public readonly record struct TermMatch(int Id, double Fit);

/// <summary>
/// All terms of the texts, in memory: one string of bytes, so that a part of a compound is found by reading through it, in about a
/// millisecond for a few hundred thousand terms. Not safe for several threads.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>More terms are not tried for one word.</summary>
    public const int MostMatches = 600;

    private const int ShortestPart = 4;
    private const double OfCompound = 0.5;

    private readonly Dictionary<string, List<int>> _byStem = new(StringComparer.Ordinal);
    private readonly List<int> _starts = [];
    private readonly List<int> _ids = [];
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>The highest number so far, 0 at first.</summary>
    public int LastId { get; private set; }

    public int Count => _ids.Count;

    /// <summary>Adds a term.</summary>
    public void Add(int id, string term)
    {
        var size = Encoding.UTF8.GetByteCount(term);
        if (_length + size + 1 > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size + 1));
        _starts.Add(_length);
        _ids.Add(id);
        Encoding.UTF8.GetBytes(term, _bytes.AsSpan(_length));
        _length += size;
        _bytes[_length++] = (byte)'\n';
        var stem = GermanWords.Stem(term);
        if (_byStem.TryGetValue(stem, out var others)) others.Add(id);
        else _byStem.Add(stem, [id]);
        LastId = Math.Max(LastId, id);
    }

    /// <summary>The terms that are this word, a form of it or a compound with it, the best first.</summary>
    public IReadOnlyList<TermMatch> Matches(SearchWord word)
    {
        var found = new Dictionary<int, double>();
        foreach (var stem in word.Spellings.Select(GermanWords.Stem).Distinct())
        {
            if (!SearchWord.IsPart(stem))
            {
                foreach (var id in _byStem.GetValueOrDefault(stem) ?? []) found[id] = 1;
                continue;
            }

            foreach (var (index, term) in Containing(stem)) found[_ids[index]] = word.Fit(term);
        }

        return [.. found.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostMatches).Select(pair => new TermMatch(pair.Key, pair.Value))];
    }

    /// <summary>
    /// The terms that may mean the same in another text: those of <see cref="Matches"/>, the parts this word is made of, what means nearly
    /// the same in a city's affairs, and compounds with either.
    /// </summary>
    public IReadOnlyList<TermMatch> Related(SearchWord word)
    {
        var found = Matches(word).ToDictionary(match => match.Id, match => match.Fit);
        foreach (var (stem, fit) in word.Spellings.Select(GermanWords.Stem).Distinct().SelectMany(Kin))
        {
            foreach (var id in _byStem.GetValueOrDefault(stem) ?? []) found[id] = Math.Max(found.GetValueOrDefault(id), fit);
            foreach (var (index, term) in Containing(stem))
            {
                if (!term.StartsWith(stem, StringComparison.Ordinal) && !GermanWords.Stem(term).EndsWith(stem, StringComparison.Ordinal)) continue;
                found[_ids[index]] = Math.Max(found.GetValueOrDefault(_ids[index]), fit * OfCompound);
            }
        }

        return [.. found.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostMatches).Select(pair => new TermMatch(pair.Key, pair.Value))];
    }

    private IEnumerable<(string Stem, double Fit)> Kin(string stem)
    {
        foreach (var like in CityWords.Like(stem)) yield return (like, 0.6);
        // A head is worth more than what stands before it: a "Schulmensa" is a Mensa. Only what is a word by itself is a part.
        for (var cut = ShortestPart; cut <= stem.Length - ShortestPart; cut++)
        {
            foreach (var kin in Known(GermanWords.Stem(stem[cut..]), 0.6).Concat(Known(GermanWords.Stem(stem[..cut]), 0.45))) yield return kin;
            if (stem[cut - 1] == 's' && cut > ShortestPart)
            {
                foreach (var kin in Known(GermanWords.Stem(stem[..(cut - 1)]), 0.45)) yield return kin;
            }
        }
    }

    private IEnumerable<(string Stem, double Fit)> Known(string part, double fit)
    {
        var like = CityWords.Like(part);
        if (part.Length < ShortestPart || (like.Count == 0 && !_byStem.ContainsKey(part))) return [];
        return like.Select(other => (other, fit * 0.6)).Prepend((part, fit));
    }

    private List<(int Index, string Term)> Containing(string stem)
    {
        var pattern = Encoding.UTF8.GetBytes(stem);
        var found = new List<(int, string)>();
        for (var at = 0; at < _length;)
        {
            var next = _bytes.AsSpan(at, _length - at).IndexOf(pattern);
            if (next < 0) break;
            var index = _starts.BinarySearch(at + next);
            if (index < 0) index = ~index - 1;
            var end = index + 1 < _starts.Count ? _starts[index + 1] : _length;
            found.Add((index, Encoding.UTF8.GetString(_bytes, _starts[index], end - _starts[index] - 1)));
            at = end;
        }

        return found;
    }
}
