namespace Anfragen.Domain.Inquiries;

/// <summary>A label-like token with what surrounds it.</summary>
internal sealed record Candidate(LabelToken Token, int Order, int Line, int Indent, LabelPlace Place)
{
    /// <summary>A blank line, or nothing at all, stands before it.</summary>
    public bool IsApart { get; init; }

    /// <summary>The line before ends a clause, so that a list may begin here.</summary>
    public bool IsClean { get; init; }

    /// <summary>The line before is short and carries a label: "III. Sport".</summary>
    public bool IsBelowHeading { get; init; }

    /// <summary>The line before ends with a word that wants to go on: "im", "der", "Woh-".</summary>
    public bool IsWrapped { get; init; }

    /// <summary>The line before names this number: "siehe Frage".</summary>
    public bool IsReferred { get; init; }

    /// <summary>A bracket is open: "3)" may close it.</summary>
    public bool IsInBrackets { get; init; }

    /// <summary>The line before announces the questions.</summary>
    public bool IsAnnounced { get; init; }

    /// <summary>The word behind: decides about dates, sums, ordinals and abbreviations.</summary>
    public Follower Follower { get; init; }

    public LabelReading Main => Token.Readings[0];
}

/// <summary>Where in its line a label-like token stands.</summary>
internal enum LabelPlace
{
    LineStart,

    /// <summary>Right behind another one: the "a)" of "7. a)".</summary>
    Nested,

    /// <summary>Behind a question mark: the "2." of "1. Wie viele? 2. Warum?".</summary>
    Inline,
}

/// <summary>What the word behind a label-like token is.</summary>
internal enum Follower
{
    Text,
    Month,
    MonthAndYear,
    OrdinalNoun,
    Unit,
    Abbreviation,
}

/// <summary>A part of the text under one label, or under none for a heading. Its text reaches to the next part.</summary>
internal sealed class OutlineNode
{
    public required int Start { get; init; }

    public required int TextStart { get; init; }

    public bool HasLabel => TextStart > Start;

    /// <summary>The candidate it was made from; null for a heading without a label.</summary>
    public Candidate? Candidate { get; init; }

    /// <summary>Begins the numbering of its list anew, or is the first of its list.</summary>
    public bool StartsList { get; init; }

    public List<OutlineNode> Children { get; } = [];
}

/// <summary>
/// Decides, candidate by candidate, which are labels and where they stand in the tree. The lists open at this point are
/// kept from the outermost to the innermost; a label goes on with one of them, restarts it or opens one inside.
/// </summary>
internal sealed class Outline(CandidateIndex index)
{
    /// <summary>Deeper lists are kept flat: no inquiry needs more, and the depth of the tree stays bounded.</summary>
    private const int DeepestList = 6;

    private const int LargestGap = 3;

    private readonly List<OpenList> open = [];

    private enum Relation
    {
        Successor,
        ChildOfPath,
        First,
        FuzzySuccessor,
        Restart,
        Near,
        Odd,
        Start,
    }

    public List<OutlineNode> Roots { get; } = [];

    /// <summary>All parts in reading order.</summary>
    public List<OutlineNode> Nodes { get; } = [];

    /// <summary>The style of the outermost list and the number it has reached.</summary>
    public LabelReading? RootLast => open.Count > 0 ? open[0].Last : null;

    public bool TryAdd(Candidate candidate)
    {
        if (candidate.Token.Shape == LabelShape.Bullet)
        {
            return TryAddBullet(candidate);
        }

        var (relation, reading, level) = Relate(candidate);
        if (!IsAccepted(candidate, relation, reading))
        {
            return false;
        }

        switch (relation)
        {
            case Relation.ChildOfPath:
                Close(level + 1);
                Add(candidate, reading, startsList: true);
                break;
            case Relation.First or Relation.Start:
                CloseBullets(candidate);
                Add(candidate, reading, startsList: true);
                break;
            default:
                Close(level);
                Add(candidate, reading, relation is Relation.Restart or Relation.Odd);
                break;
        }

        return true;
    }

    private bool TryAddBullet(Candidate candidate)
    {
        var reading = candidate.Main;
        var level = open.FindLastIndex(list => list.Last.Style == reading.Style && list.Indent <= candidate.Indent + 1);
        if (level < 0)
        {
            level = open.FindIndex(list => list.Last.Style == reading.Style);
        }

        var isOpen = level >= 0;
        var isConfirmed = index.HasLater(reading, candidate.Order);
        if (!isOpen && !isConfirmed && !(candidate.IsApart || candidate.IsAnnounced || candidate.IsClean))
        {
            return false;
        }

        var isDeeper = isOpen && candidate.Indent > open[level].Indent + 1 && level == open.Count - 1;
        if (isOpen && !isDeeper)
        {
            Close(level);
        }

        Add(candidate, reading, startsList: !isOpen || isDeeper);
        return true;
    }

    private (Relation Relation, LabelReading Reading, int Level) Relate(Candidate candidate)
    {
        (Relation Relation, LabelReading Reading, int Level)? best = null;
        foreach (var reading in candidate.Token.Readings)
        {
            var found = Relate(reading);
            if (best is null || found.Relation < best.Value.Relation)
            {
                best = (found.Relation, reading, found.Level);
            }
        }

        return best!.Value;
    }

    private (Relation Relation, int Level) Relate(LabelReading reading)
    {
        var successor = open.FindLastIndex(list => list.Last.Style == reading.Style && list.Last.Value + 1 == reading.Value && list.Last.ParentPath == reading.ParentPath);
        if (successor >= 0)
        {
            return (Relation.Successor, successor);
        }

        if (reading.ParentPath is not null)
        {
            var parent = open.FindLastIndex(list => list.Last.Path == reading.ParentPath);
            var isRepeated = parent >= 0 && parent + 1 < open.Count && open[parent + 1].Last.Style == reading.Style;
            if (parent >= 0 && !isRepeated)
            {
                return (Relation.ChildOfPath, parent);
            }
        }

        var same = open.FindLastIndex(list => list.Last.Style == reading.Style);
        if (reading.Value == 1)
        {
            return same >= 0 ? (Relation.Restart, same) : (Relation.First, open.Count);
        }

        var fuzzy = open.FindLastIndex(list => list.Last.Family == reading.Family && list.Last.Value + 1 == reading.Value && list.Last.ParentPath == reading.ParentPath);
        if (fuzzy >= 0)
        {
            return (Relation.FuzzySuccessor, fuzzy);
        }

        if (same < 0)
        {
            return (Relation.Start, open.Count);
        }

        var gap = reading.Value - open[same].Last.Value;
        return (gap is >= 0 and <= LargestGap ? Relation.Near : Relation.Odd, same);
    }

    private bool IsAccepted(Candidate candidate, Relation relation, LabelReading reading)
    {
        if (candidate.IsReferred || candidate.Follower is Follower.MonthAndYear or Follower.Abbreviation)
        {
            return false;
        }

        var isConfirmed = index.HasSuccessor(reading, candidate.Order);
        if (candidate.Place != LabelPlace.LineStart)
        {
            return candidate.Place == LabelPlace.Inline
                ? relation == Relation.Successor && candidate.Follower == Follower.Text
                : reading.Value == 1 && (candidate.Token.Shape == LabelShape.Parenthesis || isConfirmed);
        }

        return candidate.Token.Shape switch
        {
            LabelShape.Named => true,
            LabelShape.Parenthesis => IsParenthesisAccepted(candidate, relation, isConfirmed),
            LabelShape.NumberDot => IsNumberAccepted(candidate, relation, reading, isConfirmed),
            LabelShape.LetterDot => IsLetterAccepted(candidate, relation, isConfirmed),
            _ => IsCompositeAccepted(candidate, relation, reading, isConfirmed),
        };
    }

    private static bool IsParenthesisAccepted(Candidate candidate, Relation relation, bool isConfirmed)
    {
        if (candidate.IsInBrackets && !candidate.IsClean)
        {
            return false;
        }

        return relation switch
        {
            Relation.Successor or Relation.ChildOfPath or Relation.First => true,
            Relation.Restart => candidate.IsClean || isConfirmed,
            Relation.FuzzySuccessor or Relation.Near => candidate.IsClean,
            _ => candidate.IsClean && (isConfirmed || candidate.IsAnnounced),
        };
    }

    private bool IsNumberAccepted(Candidate candidate, Relation relation, LabelReading reading, bool isConfirmed)
    {
        if (candidate.Follower is Follower.Month or Follower.OrdinalNoun or Follower.Unit)
        {
            return candidate.IsClean && (relation == Relation.Successor || (relation == Relation.First && isConfirmed && candidate.Follower != Follower.Month));
        }

        return relation switch
        {
            Relation.Successor => !candidate.IsWrapped,
            Relation.First => isConfirmed || ((candidate.IsClean || candidate.IsBelowHeading) && !candidate.IsWrapped),
            Relation.Restart => candidate.IsApart || (candidate.IsClean && (isConfirmed || IsRepeated(reading))),
            Relation.FuzzySuccessor or Relation.Near => candidate.IsClean,
            Relation.Start => candidate.IsClean && (isConfirmed || candidate.IsAnnounced || index.HasLaterChild(reading, candidate.Order)),
            _ => candidate.IsClean && isConfirmed,
        };
    }

    /// <summary>Word processors leave "1." before every item of a list that they numbered themselves.</summary>
    private bool IsRepeated(LabelReading reading) => open.Exists(list => list.Last.Style == reading.Style && list.Last.Value == reading.Value);

    private static bool IsLetterAccepted(Candidate candidate, Relation relation, bool isConfirmed) => relation switch
    {
        Relation.Successor => candidate.IsClean || (char.IsUpper(candidate.Main.Path![0]) && !candidate.IsWrapped),
        Relation.First => isConfirmed && !candidate.IsWrapped,
        Relation.Restart => isConfirmed && candidate.IsClean,
        _ => false,
    };

    private static bool IsCompositeAccepted(Candidate candidate, Relation relation, LabelReading reading, bool isConfirmed)
    {
        if (candidate.Follower is Follower.Unit or Follower.Month)
        {
            return false;
        }

        return relation switch
        {
            Relation.Successor => !candidate.IsWrapped,
            Relation.ChildOfPath => reading.Value == 1 ? !candidate.IsWrapped : candidate.IsClean,
            Relation.First => isConfirmed || candidate.IsApart || (candidate.IsClean && candidate.IsAnnounced),
            Relation.Restart => isConfirmed || candidate.IsClean,
            Relation.FuzzySuccessor or Relation.Near => candidate.IsClean,
            _ => candidate.IsClean && isConfirmed,
        };
    }

    private void Add(Candidate candidate, LabelReading reading, bool startsList)
    {
        Close(DeepestList - 1);
        var node = new OutlineNode { Start = candidate.Token.Start, TextStart = candidate.Token.End, Candidate = candidate, StartsList = startsList };
        (open.Count == 0 ? Roots : open[^1].Node.Children).Add(node);
        Nodes.Add(node);
        open.Add(new OpenList(reading, candidate.Indent, node));
    }

    /// <summary>A number is not a part of the bullet above it unless it is indented below it.</summary>
    private void CloseBullets(Candidate candidate)
    {
        while (open.Count > 0 && open[^1].Last.Value == 0 && candidate.Place == LabelPlace.LineStart && candidate.Indent <= open[^1].Indent)
        {
            open.RemoveAt(open.Count - 1);
        }
    }

    private void Close(int level)
    {
        if (level < open.Count)
        {
            open.RemoveRange(level, open.Count - level);
        }
    }

    private sealed record OpenList(LabelReading Last, int Indent, OutlineNode Node);
}

/// <summary>Looks ahead: is there a later label that goes on where this one stands?</summary>
internal sealed class CandidateIndex
{
    private readonly Dictionary<(string Style, int Value), int> last = [];
    private readonly Dictionary<string, int> lastChild = [];

    public CandidateIndex(IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            foreach (var reading in candidate.Token.Readings)
            {
                last[(reading.Style, reading.Value)] = candidate.Order;
                if (reading.ParentPath is not null)
                {
                    lastChild[reading.ParentPath] = candidate.Order;
                }
            }
        }
    }

    public bool HasLater(LabelReading reading, int order) => last.GetValueOrDefault((reading.Style, reading.Value), -1) > order;

    public bool HasSuccessor(LabelReading reading, int order) => last.GetValueOrDefault((reading.Style, reading.Value + 1), -1) > order;

    public bool HasLaterChild(LabelReading reading, int order) => reading.Path is { } path && lastChild.GetValueOrDefault(path, -1) > order;
}
