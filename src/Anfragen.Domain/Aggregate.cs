namespace Anfragen.Domain;

/// <summary>
/// Vorgang mit Verlauf: keeps its steps as evidence and derives its state from them. Every change goes through <see cref="Take"/>,
/// which asks the table of <see cref="Transitions"/>.
/// </summary>
public abstract class Aggregate<TState> where TState : struct, Enum
{
    private readonly IReadOnlyList<Transition<TState>> _transitions;
    private readonly List<Act> _acts;
    private readonly int _stored;

    protected Aggregate(IReadOnlyList<Transition<TState>> transitions, IReadOnlyList<Act> acts, int version)
    {
        _transitions = transitions;
        _acts = [.. acts];
        _stored = acts.Count;
        Version = version;
    }

    /// <summary>Row version as loaded, 0 when new; saving over another version is refused.</summary>
    public int Version { get; }

    /// <summary>All steps so far, oldest first.</summary>
    public IReadOnlyList<Act> Acts => _acts;

    /// <summary>Steps taken since loading; what the repository appends.</summary>
    public IEnumerable<Act> NewActs => _acts.Skip(_stored);

    /// <summary>The state after the last step.</summary>
    public TState State => Enum.Parse<TState>(_acts[^1].To);

    /// <summary>Whether the person stands to this thing as the table asks.</summary>
    protected abstract bool Stands(Relation relation, Actor actor);

    /// <summary>Whether the step is open now to somebody who stands so; buttons ask this, the step itself asks again.</summary>
    public bool Allows(Step step, Actor actor) => Find(step) is { } transition && Stands(transition.Relation, actor);

    /// <exception cref="RuleViolation">The step is not open in this state, or not to this person.</exception>
    protected void Take(Step step, Occasion occasion, ActSubject? subject = null, string? reason = null)
    {
        var transition = Find(step);
        CommonRules.StepFitsState.BrokenIf(transition is null);
        CommonRules.StepIsOpenToActor.BrokenIf(!Stands(transition.Relation, occasion.Actor));
        var from = _acts.Count == 0 ? null : _acts[^1].To;
        _acts.Add(new Act(_acts.Count + 1, step, from, transition.To.ToString(), occasion, subject ?? ActSubject.None, reason));
    }

    /// <summary>The last act of this kind, or null.</summary>
    protected Act? Last(Step step) => _acts.LastOrDefault(act => act.Step == step);

    private Transition<TState>? Find(Step step)
    {
        TState? from = _acts.Count == 0 ? null : State;
        return _transitions.FirstOrDefault(transition => transition.Step == step && Nullable.Equals(transition.From, from));
    }
}
