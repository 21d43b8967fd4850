using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>A word of a text, made whole where a line end divided it.</summary>
/// <param name="Key">The word in lower case, as a number of the vocabulary; -1 for a word that no question has.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last one.</param>
internal readonly record struct Word(int Key, int Start, int End);

/// <summary>The words of the questions, numbered; compares them with stretches of another text.</summary>
internal sealed class Wording
{
    private const int ClosestQuestions = 6;
    private const int WordsLookedAt = 14;
    private const int CommonWord = 400;
    private const double LeastShared = 0.3;

    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly List<int[]> questions = [];
    private readonly List<bool> asks = [];
    private readonly List<List<int>> questionsWith = [];

    /// <summary>Counters that are zero between calls: of a word in the question compared, of a question in <see cref="Closest"/>.</summary>
    private readonly List<int> left = [];
    private readonly List<int> shared = [];
    private readonly List<int> touched = [];
    private readonly List<(int Question, double Score)> closest = [];

    /// <summary>Words of the text that is compared with the questions.</summary>
    private IReadOnlyList<Word> words = [];
    private string text = "";

    public int Count => questions.Count;

    public void Add(string question)
    {
        var keys = WordsOf(question, 0, question.Length, grow: true).Select(word => word.Key).ToArray();
        foreach (var key in keys.Distinct())
        {
            questionsWith[key].Add(questions.Count);
        }

        questions.Add(keys);
        asks.Add(Phrases.HasQuestionMark(question));
        shared.Add(0);
    }

    public void Read(string source, int from, int to)
    {
        text = source;
        words = WordsOf(source, from, to, grow: false);
    }

    /// <summary>The questions that share most words with the beginning of the stretch. Words of very many questions tell nothing.</summary>
    public IReadOnlyList<int> Closest(int position)
    {
        touched.Clear();
        var first = IndexAt(position);
        for (var i = first; i < words.Count && i < first + WordsLookedAt; i++)
        {
            if (words[i].Key >= 0 && questionsWith[words[i].Key] is { Count: <= CommonWord } sharing)
            {
                foreach (var question in sharing)
                {
                    if (shared[question]++ == 0)
                    {
                        touched.Add(question);
                    }
                }
            }
        }

        closest.Clear();
        foreach (var question in touched)
        {
            var score = (double)shared[question] / Math.Min(WordsLookedAt, questions[question].Length);
            shared[question] = 0;
            if (score >= LeastShared)
            {
                Insert(question, score);
            }
        }

        return closest.ConvertAll(item => item.Question);
    }

    private void Insert(int question, double score)
    {
        var place = closest.FindIndex(other => other.Score < score);
        if (place >= 0 || closest.Count < ClosestQuestions)
        {
            closest.Insert(place < 0 ? closest.Count : place, (question, score));
        }

        if (closest.Count > ClosestQuestions)
        {
            closest.RemoveAt(ClosestQuestions);
        }
    }

    /// <summary>
    /// How far the text at the position says the same as the question: 1 for the same words, and where it stops doing so.
    /// A question may be repeated in other words and in another order.
    /// </summary>
    public (double Score, int End) Compare(int position, int question, int limit)
    {
        var length = questions[question].Length;
        var first = IndexAt(position);
        foreach (var key in questions[question])
        {
            left[key]++;
        }

        var (best, end) = (0.0, position);
        var same = 0;
        for (var i = first; i < words.Count && words[i].Start < limit && i - first < (length * 2) + 8; i++)
        {
            if (words[i].Key >= 0 && left[words[i].Key] > 0)
            {
                left[words[i].Key]--;
                same++;
            }

            var score = 2.0 * same / (i - first + 1 + length);
            if (score >= best && IsBoundary(i))
            {
                (best, end) = (score, BehindMarks(words[i].End));
            }
        }

        foreach (var key in questions[question])
        {
            left[key] = 0;
        }

        return (best, end);
    }

    /// <summary>A question with a question mark is hardly repeated without one: such a likeness is an answer that takes up its words.</summary>
    public bool AsksAlike(int question, int from, int to) => !asks[question] || Phrases.HasQuestionMark(text.AsSpan(from, to - from));

    private int IndexAt(int position)
    {
        int low = 0, high = words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private bool IsBoundary(int index)
    {
        var end = words[index].End;
        for (; end < text.Length; end++)
        {
            if (text[end] is '\n' or '\r' or '\f' or ')' or '*' or '“' or '"' or ';' or '|' or '\t')
            {
                return true;
            }

            if (text[end] is '.' or '?' or ':' or '!' && (end + 1 == text.Length || SourceLines.IsInvisible(text[end + 1]) || text[end + 1] is '*' or '“' or '"' or ')'))
            {
                return true;
            }

            if (!SourceLines.IsInvisible(text[end]) && text[end] is not (',' or '-' or '–' or '/'))
            {
                return false;
            }
        }

        return true;
    }

    private int BehindMarks(int end)
    {
        while (end < text.Length && text[end] is '.' or '?' or ':' or '!' or ')' or '*' or '_' or '“' or '”' or '"' or ',' or ';' or '/')
        {
            end++;
        }

        return end;
    }

    private List<Word> WordsOf(string source, int from, int to, bool grow)
    {
        var found = new List<Word>();
        var word = new System.Text.StringBuilder();
        for (var at = from; at < to;)
        {
            if (!char.IsLetterOrDigit(source[at]))
            {
                at++;
                continue;
            }

            var start = at;
            word.Clear();
            while (at < to && char.IsLetterOrDigit(source[at]))
            {
                word.Append(char.ToLowerInvariant(source[at++]));
                if (at < to && BehindDivision(source, at, to) is { } next)
                {
                    at = next;
                }
            }

            found.Add(new Word(KeyOf(word.ToString(), grow), start, at));
        }

        return found;
    }

    /// <summary>Where a word goes on behind a hyphen, a soft hyphen or a hyphen at a line's end; null where it ends.</summary>
    private static int? BehindDivision(string source, int at, int to)
    {
        if (source[at] is not ('-' or '\u00AD' or '\u2010'))
        {
            return null;
        }

        var next = at + 1;
        while (next < to && SourceLines.IsInvisible(source[next]))
        {
            next++;
        }

        var crossesLine = source.AsSpan(at + 1, next - at - 1).IndexOfAny('\n', '\r') >= 0;
        var isWord = next < to && char.IsLetterOrDigit(source[next]) && (next == at + 1 || crossesLine);
        return isWord && Phrases.FirstWord(source.AsSpan(next, Math.Min(to, next + 8) - next)) is not ("und" or "oder" or "bzw") ? next : null;
    }

    private int KeyOf(string word, bool grow)
    {
        if (vocabulary.TryGetValue(word, out var key))
        {
            return key;
        }

        if (!grow)
        {
            return -1;
        }

        questionsWith.Add([]);
        left.Add(0);
        return vocabulary[word] = questionsWith.Count - 1;
    }
}
