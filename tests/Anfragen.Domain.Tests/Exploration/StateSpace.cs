using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Tests.Exploration;

/// <summary>Every state a world can reach, found breadth-first by trying every move on the real aggregates.</summary>
internal sealed class StateSpace
{
    private const int SampleOfHistories = 100;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<(int From, Move Move)?> _foundBy = [];
    private readonly List<List<(int To, Step Step, bool ByAsker)>> _edges = [];
    private readonly List<bool> _done = [];
    private readonly List<bool> _handedIn = [];
    private readonly Dictionary<string, string> _breaches = [];
    private readonly List<string> _differences = [];
    private readonly List<(int State, InquiryCase Case)> _otherHistories = [];

    private StateSpace()
    {
    }

    public int States => _edges.Count;

    public int Edges => _edges.Sum(edges => edges.Count);

    /// <summary>Each broken invariant with the shortest path to it.</summary>
    public IReadOnlyDictionary<string, string> Breaches => _breaches;

    /// <summary>How many cases were held against another one with the same key but another history.</summary>
    public int ComparedHistories => _otherHistories.Count;

    /// <summary>Where the key hid something that decides what can happen.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Every step taken somewhere: table, state before, step, state after.</summary>
    public HashSet<(string Table, string? From, Step Step, string To)> Exercised { get; } = [];

    public static StateSpace Explore(World world, int atMost)
    {
        var space = new StateSpace();
        var start = world.Start();
        space.Add(StateKey.Of(start, world), start, null);
        space.Note(start);
        var queue = new Queue<InquiryCase>([start]);
        var met = 0;
        for (var from = 0; queue.TryDequeue(out var @case); from++)
        {
            if (space.States > atMost) throw new InvalidOperationException($"More than {atMost} states: the key misses nothing but counts something up.");
            foreach (var (move, next) in Successors(@case, world))
            {
                var key = StateKey.Of(next, world);
                if (!space._numbers.TryGetValue(key, out var to))
                {
                    to = space.Add(key, next, (from, move));
                    queue.Enqueue(next);
                }
                else if (++met % SampleOfHistories == 0)
                {
                    space._otherHistories.Add((to, next));
                }

                foreach (var breach in Invariants.BrokenBy(@case, next)) space._breaches.TryAdd(breach, $"{space.PathTo(from)} > {move}");
                space._edges[from].Add((to, move.Step, move.Actor.Role == Domain.Council.Role.GroupMember));
                space.Note(next);
            }
        }

        foreach (var (state, @case) in space._otherHistories) space.Compare(state, @case, world);
        return space;
    }

    /// <summary>States after submission from which nothing leads to a finished case without the steps named or those of the askers.</summary>
    public IReadOnlyList<string> DeadEnds(IReadOnlySet<Step> without)
    {
        var sources = Enumerable.Range(0, States).Select(_ => new List<int>()).ToList();
        for (var from = 0; from < States; from++)
        {
            foreach (var (to, step, byAsker) in _edges[from])
            {
                if (!byAsker && !without.Contains(step)) sources[to].Add(from);
            }
        }

        var leadsOut = new HashSet<int>(Enumerable.Range(0, States).Where(state => _done[state]));
        var queue = new Queue<int>(leadsOut);
        while (queue.TryDequeue(out var to))
        {
            foreach (var from in sources[to].Where(leadsOut.Add)) queue.Enqueue(from);
        }

        return [.. Enumerable.Range(0, States).Where(state => _handedIn[state] && !leadsOut.Contains(state)).Select(PathTo)];
    }

    private static IEnumerable<(Move Move, InquiryCase Next)> Successors(InquiryCase @case, World world)
    {
        foreach (var move in world.MovesIn(@case).Where(move => move.MayBeOpen))
        {
            var next = World.Copy(@case);
            if (move.IsAllowed(next)) yield return (move, next);
        }
    }

    private void Compare(int state, InquiryCase @case, World world)
    {
        var here = Successors(@case, world).Select(step => (_numbers.GetValueOrDefault(StateKey.Of(step.Next, world), -1), step.Move.Step)).ToHashSet();
        var there = _edges[state].Select(edge => (edge.To, edge.Step)).ToHashSet();
        if (!here.SetEquals(there)) _differences.Add($"{PathTo(state)}: only there {string.Join(", ", there.Except(here))}, only here {string.Join(", ", here.Except(there))}");
    }

    private int Add(string key, InquiryCase @case, (int From, Move Move)? foundBy)
    {
        var number = States;
        _numbers.Add(key, number);
        _foundBy.Add(foundBy);
        _edges.Add([]);
        _done.Add(Invariants.IsDone(@case));
        _handedIn.Add(@case.Inquiry.State is InquiryState.Submitted or InquiryState.Registered or InquiryState.Imported);
        foreach (var breach in Invariants.BrokenIn(@case)) _breaches.TryAdd(breach, $"{PathTo(number)} = {key}");
        return number;
    }

    private string PathTo(int state)
    {
        var path = new List<string>();
        for (var found = _foundBy[state]; found is { } step; found = _foundBy[step.From]) path.Insert(0, step.Move.ToString());
        return string.Join(" > ", path);
    }

    private void Note(InquiryCase @case)
    {
        Note("inquiry", @case.Inquiry.NewActs);
        foreach (var assignment in @case.Assignments) Note("assignment", assignment.NewActs);
        foreach (var answer in @case.Answers) Note("answer", answer.NewActs);
        foreach (var reply in @case.Replies) Note("reply", reply.NewActs);
        Note("publication", @case.Publication.NewActs);
    }

    private void Note(string table, IEnumerable<Act> acts)
    {
        foreach (var act in acts) Exercised.Add((table, act.From, act.Step, act.To));
    }
}
