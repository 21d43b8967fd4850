namespace Anfragen.Domain.Search;

/// <summary>Where in an inquiry a text stands.</summary>
public enum PassageKind
{
    /// <summary>Betreff.</summary>
    Subject,

    /// <summary>Frage.</summary>
    Question,

    /// <summary>Vorbemerkung oder Begründung.</summary>
    Context,

    /// <summary>Antwort.</summary>
    Answer,
}

/// <summary>One text of an inquiry as the index keeps it.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Terms">The numbers of its terms, in their order.</param>
public sealed record IndexedPassage(PassageKind Kind, IReadOnlyList<int> Terms);

/// <summary>A part of what is looked for, in the numbers of the vocabulary.</summary>
/// <param name="Words">For each of its words the terms that fit.</param>
/// <param name="Documents">In how many inquiries there is one of them, as far as is known; rare parts say more.</param>
public sealed record WantedPart(IReadOnlyList<IReadOnlyList<TermMatch>> Words, int Documents);

/// <summary>How much each kind of passage says about what an inquiry is about; 0 leaves it out.</summary>
public sealed record PassageWeights(double Subject, double Question, double Context, double Answer)
{
    /// <summary>For a search: everything is read, the subject says most.</summary>
    public static readonly PassageWeights Search = new(3, 1.5, 1, 1);

    /// <summary>For "asked before?": what was asked, and a little of what was said about it.</summary>
    public static readonly PassageWeights Asked = new(2, 2, 0.3, 0.2);

    internal double Of(PassageKind kind) => kind switch
    {
        PassageKind.Subject => Subject,
        PassageKind.Question => Question,
        PassageKind.Context => Context,
        _ => Answer,
    };
}

/// <summary>
/// How well an inquiry fits what is looked for: BM25 over weighted passages, with the rarity of a part counted over all inquiries. The same
/// for both databases, because it is computed here.
/// </summary>
public sealed class Relevance
{
    // The usual constants of BM25: how soon a word that is repeated says nothing new, and how much a long passage counts less.
    private const double Saturation = 1.2;
    private const double LengthShare = 0.4;
    private const double UsualLength = 15;

    private readonly IReadOnlyList<WantedPart> _parts;
    private readonly double[] _rarity;
    private readonly PassageWeights _weights;
    private readonly Dictionary<int, List<(int Part, int Word, double Fit)>> _wanted = [];

    // Most terms are not wanted: a bit by the number's end says so faster than the dictionary.
    private readonly ulong[] _maybeWanted = new ulong[1024];

    /// <param name="parts">What is looked for.</param>
    /// <param name="inquiries">How many inquiries there are, at least 1.</param>
    /// <param name="weights">What counts how much.</param>
    public Relevance(IReadOnlyList<WantedPart> parts, int inquiries, PassageWeights weights)
    {
        (_parts, _weights) = (parts, weights);
        _rarity = [.. parts.Select(part => RarityOf(part.Documents, inquiries))];
        for (var part = 0; part < parts.Count; part++)
        {
            for (var word = 0; word < parts[part].Words.Count; word++)
            {
                foreach (var match in parts[part].Words[word])
                {
                    if (!_wanted.TryGetValue(match.Id, out var uses)) _wanted.Add(match.Id, uses = []);
                    uses.Add((part, word, match.Fit));
                    _maybeWanted[(match.Id >> 6) & 1023] |= 1UL << (match.Id & 63);
                }
            }
        }
    }

    /// <summary>What an inquiry would get that says everything that is looked for over and over.</summary>
    public double Best => _rarity.Sum();

    /// <summary>How much a part says that so many of the inquiries have.</summary>
    public static double RarityOf(int documents, int inquiries) =>
        Math.Log(1 + ((Math.Max(inquiries, documents) - documents + 0.5) / (documents + 0.5)));

    /// <summary>The inquiry's score; null if a phrase is nowhere in it.</summary>
    public double? Of(IReadOnlyList<IndexedPassage> passages)
    {
        var all = new Heard[_parts.Count];
        var best = 0.0;
        foreach (var passage in passages)
        {
            var weight = _weights.Of(passage.Kind);
            if (weight == 0) continue;
            var here = Listen(passage.Terms);
            if (passage.Kind != PassageKind.Subject) best = Math.Max(best, Score(here));
            for (var part = 0; part < all.Length; part++) all[part] = new(all[part].Amount + (weight * here[part].Amount), Math.Max(all[part].Fit, here[part].Fit));
        }

        for (var part = 0; part < all.Length; part++)
        {
            if (all[part].Fit == 0 && _parts[part].Words.Count > 1) return null;
        }

        // One passage that says much of it is worth more than many that say a little each.
        return Score(all) + (best / 2);
    }

    // How often a doubtful word is repeated does not make it less doubtful, so the fit stays outside of what saturates.
    private double Score(Heard[] heard)
    {
        var score = 0.0;
        for (var part = 0; part < heard.Length; part++) score += _rarity[part] * heard[part].Fit * heard[part].Amount / (heard[part].Amount + Saturation);
        return score;
    }

    // How often each part is said in a passage, a long one counting less, and how well it fits at best.
    private Heard[] Listen(IReadOnlyList<int> passage)
    {
        // An array behind its interface costs a call for each of some hundred thousand terms.
        var terms = passage as int[] ?? [.. passage];
        var heard = new Heard[_parts.Count];
        var once = 1 / Math.Max(1, 1 - LengthShare + (LengthShare * terms.Length / UsualLength));
        for (var at = 0; at < terms.Length; at++)
        {
            var term = terms[at];
            if ((_maybeWanted[(term >> 6) & 1023] & (1UL << (term & 63))) == 0 || !_wanted.TryGetValue(term, out var uses)) continue;
            foreach (var (part, word, fit) in uses)
            {
                if (word > 0 || (_parts[part].Words.Count > 1 && !FollowsFrom(terms, at, _parts[part].Words))) continue;
                heard[part] = new(heard[part].Amount + once, Math.Max(heard[part].Fit, fit));
            }
        }

        return heard;
    }

    private static bool FollowsFrom(IReadOnlyList<int> terms, int at, IReadOnlyList<IReadOnlyList<TermMatch>> words)
    {
        if (at + words.Count > terms.Count) return false;
        for (var word = 0; word < words.Count; word++)
        {
            if (!words[word].Any(match => match.Id == terms[at + word])) return false;
        }

        return true;
    }

    private readonly record struct Heard(double Amount, double Fit);
}
