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

/// <summary>A word, or several that must follow one another.</summary>
public sealed record SearchPart(IReadOnlyList<SearchWord> Words);

/// <summary>A word that is looked for, in its spellings.</summary>
public sealed record SearchWord
{
    public SearchWord(string typed) => Spellings = GermanWords.Spellings(typed);

    /// <summary>Folded, the likeliest first.</summary>
    public IReadOnlyList<string> Spellings { get; }

    /// <summary>How well a term of a text fits: 1 for the word itself, less for its forms and for compounds with it, 0 for anything else.</summary>
    public double Fit(string term) => Spellings.Max(spelling => Fit(spelling, GermanWords.Stem(spelling), term));

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
