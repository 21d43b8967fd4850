namespace Anfragen.Domain.Search;

/// <summary>A piece of text, told apart by whether it is what was looked for.</summary>
public readonly record struct ExcerptRun(string Text, bool IsHit);

/// <summary>A text shortened to where the words are that were looked for.</summary>
/// <param name="Runs">The pieces in their order; joined they are the text that is shown.</param>
/// <param name="Hits">How many different words of those looked for stand in it.</param>
public sealed record Excerpt(IReadOnlyList<ExcerptRun> Runs, int Hits)
{
    private const int WordsBefore = 6;

    /// <summary>Cuts a text to about so many characters, at words.</summary>
    /// <param name="text">Plain text or Markdown; line ends become spaces.</param>
    /// <param name="wanted">What is looked for.</param>
    /// <param name="length">How many characters there may be, at least 40.</param>
    public static Excerpt Of(string text, WordFinder wanted, int length)
    {
        var words = GermanWords.Words(text);
        var hits = words.Select(word => wanted.Find(word.Term)).ToList();
        var (start, end) = Window(text, words, hits, length);
        var runs = new List<ExcerptRun>();
        if (start > 0) runs.Add(new("… ", false));
        var at = start;
        for (var i = 0; i < words.Count; i++)
        {
            if (hits[i] < 0 || words[i].Start < start || words[i].Start + words[i].Length > end) continue;
            Add(runs, text[at..words[i].Start], false);
            Add(runs, text.Substring(words[i].Start, words[i].Length), true);
            at = words[i].Start + words[i].Length;
        }

        Add(runs, text[at..end], false);
        if (end < text.Length) runs.Add(new(" …", false));
        return new(runs, hits.Where(hit => hit >= 0).Distinct().Count());
    }

    // The window with the most different words that were looked for, the first of those; it begins some words before its first hit.
    private static (int Start, int End) Window(string text, IReadOnlyList<TextWord> words, List<int> hits, int length)
    {
        if (text.Length <= length) return (0, text.Length);
        var (best, most) = (0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (hits[i] < 0) continue;
            var first = Math.Max(0, i - WordsBefore);
            var different = Enumerable.Range(i, words.Count - i).TakeWhile(j => words[j].Start + words[j].Length - words[first].Start <= length)
                .Select(j => hits[j]).Where(hit => hit >= 0).Distinct().Count();
            if (different > most) (best, most) = (first, different);
        }

        var start = most == 0 || best == 0 ? 0 : words[best].Start;
        if (text.Length - start <= length) return (start, text.Length);
        var end = words.LastOrDefault(word => word.Start >= start && word.Start + word.Length <= start + length) is { Length: > 0 } last ? last.Start + last.Length : start + length;
        return (start, end);
    }

    private static void Add(List<ExcerptRun> runs, string text, bool isHit)
    {
        if (text.Length > 0) runs.Add(new(text.ReplaceLineEndings(" "), isHit));
    }
}
