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
                }
            }
        }
    }

    /// <summary>What an inquiry would get that says everything that is looked for over and over.</summary>
    public double Best => _rarity.Sum();

    /// <summary>How much a part says that so many of the inquiries have.</summary>
    public static double RarityOf(int documents, int inquiries) =>
        Math.Log(1 + ((Math.Max(inquiries, documents) - documents + 0.5) / (documents + 0.5)));

    /// <summary>The inquiry's score and which passage has most of it; null if a phrase is nowhere in it.</summary>
    public RelevanceOfInquiry? Of(IReadOnlyList<IndexedPassage> passages)
    {
        var heard = new double[_parts.Count];
        var best = (Index: 0, Score: 0.0);
        for (var index = 0; index < passages.Count; index++)
        {
            var weight = _weights.Of(passages[index].Kind);
            if (weight == 0) continue;
            var here = Heard(passages[index].Terms);
            var score = 0.0;
            for (var part = 0; part < here.Length; part++)
            {
                heard[part] += weight * here[part];
                score += _rarity[part] * here[part] / (here[part] + Saturation);
            }

            if (passages[index].Kind != PassageKind.Subject && score > best.Score) best = (index, score);
        }

        for (var part = 0; part < heard.Length; part++)
        {
            if (heard[part] == 0 && _parts[part].Words.Count > 1) return null;
        }

        return new(heard.Select((amount, part) => _rarity[part] * amount / (amount + Saturation)).Sum() + (best.Score / 2), best.Score == 0 ? null : best.Index);
    }

    // How often each part is said in a passage, weighed by how well it fits and how long the passage is.
    private double[] Heard(IReadOnlyList<int> terms)
    {
        var heard = new double[_parts.Count];
        for (var at = 0; at < terms.Count; at++)
        {
            if (!_wanted.TryGetValue(terms[at], out var uses)) continue;
            foreach (var (part, word, fit) in uses)
            {
                if (word == 0 && (_parts[part].Words.Count == 1 || FollowsFrom(terms, at, _parts[part].Words))) heard[part] += fit;
            }
        }

        var length = 1 - LengthShare + (LengthShare * terms.Count / UsualLength);
        for (var part = 0; part < heard.Length; part++) heard[part] /= Math.Max(length, 1);
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
}

/// <summary>What a search thinks of one inquiry.</summary>
/// <param name="Score">More is better.</param>
/// <param name="BestPassage">The place of the passage, not the subject, that says most of it; null if none says any.</param>
public readonly record struct RelevanceOfInquiry(double Score, int? BestPassage);
