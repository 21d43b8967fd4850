using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>A number of a question as a reply names it: "4.1" is 4 and 1, "3. a)" is 3 and a.</summary>
internal sealed record QuestionRef(string Path, string? UntilPath = null);

/// <summary>
/// The line by which a reply says which questions follow: "Zu Frage 1:", "Antwort zu den Fragen 2 bis 4", "zu 1. und 2.",
/// "Frage 1:".
/// </summary>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the closing marks.</param>
/// <param name="IsAnswer">It announces the answer; else it stands before the question.</param>
/// <param name="Refs">The questions named.</param>
internal sealed record ReplyLabel(int Start, int End, bool IsAnswer, IReadOnlyList<QuestionRef> Refs)
{
    /// <summary>Such a sentence stands at the beginning of an answer.</summary>
    private const int LatestStatement = 500;

    private static readonly string[] Answers = ["Antworten", "Antwort", "Stellungnahme", "Beantwortung", "Erwiderung"];
    private static readonly string[] Prepositions = ["zu", "zur", "auf", "ad"];
    private static readonly string[] Articles = ["den", "der", "die"];
    private static readonly string[] Nouns =
    [
        "Fragen", "Frage", "Teilfragen", "Teilfrage", "Unterfragen", "Unterfrage", "Einzelfrage", "Zusatzfrage", "Ziffern", "Ziffer", "Ziff.",
        "Nummern", "Nummer", "Nrn.", "Nr.", "Punkten", "Punkte", "Punkt", "Pkt.", "Buchstabe",
    ];

    /// <summary>Reads the label at <paramref name="from"/> in a line that ends at <paramref name="to"/>, or null.</summary>
    public static ReplyLabel? Scan(string text, int from, int to)
    {
        var reader = new Reader(text, from, to);
        reader.Skip("„\"“*_ ");
        var start = reader.At;
        var isAnswer = reader.TakeWord(Answers);
        if (isAnswer && reader.TakeWord(["der", "des", "dem"]))
        {
            reader.TakeAnyWord();
        }

        var hasPreposition = reader.TakeWord(Prepositions);
        if (hasPreposition)
        {
            reader.TakeWord(Articles);
        }

        var hasNoun = reader.TakeWord(Nouns);
        if (!isAnswer && !hasPreposition && !hasNoun)
        {
            return null;
        }

        reader.TakeWord(["Nr.", "Nrn."]);
        var refs = reader.Refs(allowLetters: hasNoun || hasPreposition);
        if (refs.Count == 0)
        {
            return null;
        }

        var endsInMark = reader.EndsInMark;
        var isClosed = reader.TakeClosing() || endsInMark;
        var rest = reader.Rest;
        var isOver = rest.IsEmpty;
        var isLabel = isOver || (isClosed && !Phrases.IsMonth(Phrases.FirstWord(rest)) && !Phrases.IsUnit(Phrases.FirstWord(rest)) && !char.IsLower(rest[0]))
            || (isAnswer && hasPreposition && char.IsUpper(rest[0]));
        return isLabel && (hasNoun || isAnswer || isClosed) ? new ReplyLabel(start, reader.At, isAnswer || hasPreposition, refs) : null;
    }

    /// <summary>"Die Fragen 2 bis 4 werden gemeinsam beantwortet": the questions that a sentence of this kind names.</summary>
    public static IReadOnlyList<QuestionRef> JointStatement(string text)
    {
        var to = Math.Min(text.Length, LatestStatement);
        for (var at = 0; at < to; at++)
        {
            if (text[at] != 'F' || string.CompareOrdinal(text, at, "Fragen ", 0, 7) != 0)
            {
                continue;
            }

            var reader = new Reader(text, at, to);
            reader.TakeWord(Nouns);
            var refs = reader.Refs(allowLetters: true);
            var stop = text.IndexOf("beantwortet", reader.At, Math.Max(0, Math.Min(to, reader.At + 160) - reader.At), StringComparison.Ordinal);
            if (refs.Count > 0 && stop > 0 && SaysTogether(text.AsSpan(reader.At, stop - reader.At)))
            {
                return refs;
            }
        }

        return [];
    }

    private static bool SaysTogether(ReadOnlySpan<char> words) =>
        words.Contains("gemeinsam", StringComparison.OrdinalIgnoreCase) || words.Contains("zusammen", StringComparison.OrdinalIgnoreCase);

    private struct Reader(string text, int from, int to)
    {
        public int At { get; private set; } = from;

        /// <summary>The last number ended in "." or ")".</summary>
        public bool EndsInMark { get; private set; }

        public readonly ReadOnlySpan<char> Rest
        {
            get
            {
                var (start, end) = SourceLines.Trim(text, At, to);
                return text.AsSpan(start, Math.Max(0, end - start));
            }
        }

        public void Skip(string signs)
        {
            while (At < to && (signs.Contains(text[At]) || SourceLines.IsInvisible(text[At])))
            {
                At++;
            }
        }

        public bool TakeWord(string[] words)
        {
            foreach (var word in words)
            {
                var end = At + word.Length;
                if (end <= to && string.Compare(text, At, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
                    && (word[^1] == '.' || end == to || !char.IsLetterOrDigit(text[end])))
                {
                    At = end;
                    Skip("");
                    return true;
                }
            }

            return false;
        }

        public void TakeAnyWord()
        {
            while (At < to && char.IsLetter(text[At]))
            {
                At++;
            }

            Skip("");
        }

        public bool TakeClosing()
        {
            var start = At;
            var end = At;
            while (end < to && text[end] is '.' or ')' or ':' or '*' or '_')
            {
                end++;
            }

            if (end == start)
            {
                var dash = start;
                while (dash < to && SourceLines.IsInvisible(text[dash]))
                {
                    dash++;
                }

                end = dash < to && text[dash] is '-' or '–' or '—' ? dash + 1 : end;
            }

            At = end;
            return end > start;
        }

        public List<QuestionRef> Refs(bool allowLetters)
        {
            var refs = new List<QuestionRef>();
            while (Path(allowLetters) is { } path)
            {
                refs.Add(new QuestionRef(path));
                var back = At;
                var mark = EndsInMark;
                if (TakeRange() && Path(allowLetters) is { } until)
                {
                    refs[^1] = new QuestionRef(path, until);
                    back = At;
                    mark = EndsInMark;
                }
                else
                {
                    At = back;
                }

                if (!TakeSeparator())
                {
                    At = back;
                    EndsInMark = mark;
                    break;
                }

                TakeWord(Prepositions);
                TakeWord(Nouns);
                if (!IsPathAhead(allowLetters))
                {
                    At = back;
                    EndsInMark = mark;
                    break;
                }
            }

            return refs;
        }

        private readonly bool IsPathAhead(bool allowLetters)
        {
            var ahead = this;
            return ahead.Path(allowLetters) is not null;
        }

        private bool TakeRange()
        {
            if (At < to && text[At] is '-' or '–')
            {
                At++;
                Skip("");
                return At < to && char.IsAsciiDigit(text[At]);
            }

            var back = At;
            Skip("");
            if (TakeWord(["bis", "–", "-"]))
            {
                TakeWord(["zu"]);
                return true;
            }

            At = back;
            return false;
        }

        private bool TakeSeparator()
        {
            Skip("");
            if (At < to && text[At] is ',' or '+' or '&' or '/')
            {
                At++;
                Skip("");
                TakeWord(["und", "u."]);
                return true;
            }

            return TakeWord(["und", "u.", "sowie"]);
        }

        /// <summary>"4.1", "1a", "3. a)", "II.2", "b)".</summary>
        private string? Path(bool allowLetters)
        {
            var start = At;
            var parts = new List<string>();
            while (parts.Count < 5 && Part(allowLetters || parts.Count > 0) is { } part)
            {
                parts.Add(part);
                EndsInMark = false;
                var back = At;
                while (At < to && text[At] is '.' or ')')
                {
                    At++;
                }

                EndsInMark = At > back;
                if (At < to && (char.IsAsciiLetterOrDigit(text[At]) || IsLetterBehindBlank()))
                {
                    Skip("");
                    continue;
                }

                break;
            }

            if (parts.Count == 0)
            {
                At = start;
                return null;
            }

            return string.Join('.', parts);
        }

        /// <summary>The "a)" of "3. a)".</summary>
        private readonly bool IsLetterBehindBlank() =>
            text[At] == ' ' && At + 2 < to && char.IsAsciiLetterLower(text[At + 1]) && text[At + 2] == ')';

        private string? Part(bool allowLetters)
        {
            var end = At;
            while (end < to && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end == At && allowLetters)
            {
                while (end < to && char.IsAsciiLetter(text[end]))
                {
                    end++;
                }

                var isRoman = end - At <= 5 && text.AsSpan(At, end - At).IndexOfAnyExcept("IVX") < 0;
                var isLetter = end - At == 1;
                if ((!isRoman && !isLetter) || (end < to && char.IsLetterOrDigit(text[end])))
                {
                    return null;
                }
            }

            if (end == At || end - At > 5 || (char.IsAsciiDigit(text[At]) && end - At > 3))
            {
                return null;
            }

            var part = text[At..end];
            At = end;
            return part;
        }
    }
}
