namespace Anfragen.Domain.Search;

/// <summary>What somebody looks for: every part must be there.</summary>
/// <param name="Parts">Single words, and phrases in quotation marks; words that every text has are left out.</param>
public sealed record SearchText(IReadOnlyList<SearchPart> Parts)
{
    /// <summary>More parts are not looked for.</summary>
    public const int MostParts = 12;

    private const string Quotes = "\"„“”»«";

    /// <summary>Reads what was typed; nothing in it is an error.</summary>
    public static SearchText Parse(string typed)
    {
        var parts = new List<SearchPart>();
        var pieces = typed.Split(Quotes.ToCharArray());
        for (var i = 0; i < pieces.Length; i++)
        {
            // A mark without its partner begins nothing.
            var quoted = i % 2 == 1 && i < pieces.Length - 1;
            var words = GermanWords.Words(pieces[i]).Select(word => new SearchWord(pieces[i].Substring(word.Start, word.Length))).ToList();
            if (quoted && words.Count > 1) parts.Add(new(words));
            else parts.AddRange(words.Select(word => new SearchPart([word])));
        }

        return new([.. parts.Take(MostParts)]);
    }
}

/// <summary>Tells which of the words that are looked for a term of a text is; what it was told once it knows. Not safe for several threads.</summary>
public sealed class WordFinder(IReadOnlyList<SearchWord> wanted)
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>The place among the wanted of the word that fits best, or -1.</summary>
    public int Find(string term)
    {
        if (_known.TryGetValue(term, out var known)) return known;
        var (best, fit) = (-1, 0.0);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Fit(term) is var found && found > fit) (best, fit) = (i, found);
        }

        return _known[term] = best;
    }

    /// <summary>How many different words of those looked for stand in a text.</summary>
    public int HitsIn(string text) => GermanWords.Words(text).Select(word => Find(word.Term)).Where(place => place >= 0).Distinct().Count();
}

/// <summary>A word, or several that must follow one another.</summary>
public sealed record SearchPart(IReadOnlyList<SearchWord> Words);

/// <summary>A word that is looked for, in its spellings.</summary>
public sealed record SearchWord
{
    private readonly IReadOnlyList<(string Word, string Stem)> _forms;

    public SearchWord(string typed)
    {
        Spellings = GermanWords.Spellings(typed);
        _forms = [.. Spellings.Select(spelling => (spelling, GermanWords.Stem(spelling)))];
    }

    /// <summary>Folded, the likeliest first.</summary>
    public IReadOnlyList<string> Spellings { get; }

    /// <summary>How well a term of a text fits: 1 for the word itself, less for its forms and for compounds with it, 0 for anything else.</summary>
    public double Fit(string term)
    {
        var best = 0.0;
        foreach (var (word, stem) in _forms) best = Math.Max(best, Fit(word, stem, term));
        return best;
    }

    private static double Fit(string word, string stem, string term)
    {
        if (term == word) return 1;
        if (!term.StartsWith(stem, StringComparison.Ordinal)) return IsPart(stem) ? FitAsPart(stem, term) : 0;
        var other = GermanWords.Stem(term);
        if (other == stem) return 0.95;
        return IsPart(stem) ? 0.6 : 0;
    }

    private static double FitAsPart(string stem, string term)
    {
        if (!term.Contains(stem, StringComparison.Ordinal)) return 0;
        return GermanWords.Stem(term).EndsWith(stem, StringComparison.Ordinal) ? 0.6 : 0.3;
    }

    // "eu" is in "neu" and "euro"; shorter words are found as words alone.
    internal static bool IsPart(string stem) => stem.Length >= 3;
}
