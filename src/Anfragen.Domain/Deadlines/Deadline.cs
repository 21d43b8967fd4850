using System.Globalization;
using Anfragen.Domain.Calendar;

namespace Anfragen.Domain.Deadlines;

/// <summary>Regel, wie sie für eine Anfrage gilt: pinned when the inquiry was registered, so that a later change of the rule changes nothing here.</summary>
/// <param name="City">Whose rule it is.</param>
/// <param name="Rule">As it stood that day.</param>
public sealed record PinnedRule(string City, DeadlineRule Rule)
{
    /// <summary>What the journal names.</summary>
    public string Sha256 => Rule.Sha256Of(City);
}

/// <summary>Fristverlängerung.</summary>
/// <param name="On">The day it was granted.</param>
/// <param name="From">The due date until then.</param>
/// <param name="To">The due date from then on.</param>
public sealed record DeadlineExtension(DateOnly On, DateOnly From, DateOnly To, string Reason);

/// <summary>Fristhemmung.</summary>
/// <param name="To">The day the clock went on, or null while it stands still.</param>
public sealed record ClockStop(DateOnly From, DateOnly? To, string Reason)
{
    /// <summary>Whole days until it went on; the day it went on counts again.</summary>
    public int Days => To is { } to ? to.DayNumber - From.DayNumber : 0;
}

/// <summary>Zwischennachricht.</summary>
/// <param name="No">1 to n, in the order they were sent.</param>
/// <param name="At">When; the questions open then are those it speaks of.</param>
/// <param name="ExpectedOn">When the reply is to be expected.</param>
public sealed record InterimReply(int No, DateTimeOffset At, DateOnly ExpectedOn, string Reason)
{
    /// <summary>The day in Europe/Berlin.</summary>
    public DateOnly On => Berlin.Day(At);
}

/// <summary>
/// Frist einer Anfrage: when its answer is due, and what became of that. Everything is folded from the steps, which carry the days themselves.
/// The first due date always stays; once a day passed unanswered beyond the due date in force that day, nothing makes it undone.
/// </summary>
public sealed class Deadline : Aggregate<DeadlineState>
{
    private const string DayFormat = "yyyy-MM-dd";

    private readonly List<DeadlineExtension> _extensions = [];
    private readonly List<ClockStop> _stops = [];
    private readonly List<InterimReply> _interims = [];
    private DateOnly? _overdueSince;
    private DateOnly _owedFrom = DateOnly.MinValue;

    private Deadline(
        DeadlineId id, InquiryId inquiry, int round, PinnedRule? pinned, IReadOnlyList<string> reasons, IReadOnlyList<Act> acts, int version)
        : base(Transitions.OfDeadline, acts, version)
    {
        Id = id;
        InquiryId = inquiry;
        Round = round;
        Pinned = pinned;
        Reasons = reasons;
        foreach (var act in acts) Fold(act);
    }

    public DeadlineId Id { get; }

    public InquiryId InquiryId { get; }

    /// <summary>1 for the inquiry itself, more for supplementary questions.</summary>
    public int Round { get; }

    /// <summary>The rule that holds for it; null where none was known when it began.</summary>
    public PinnedRule? Pinned { get; }

    /// <summary>The calculation of the first due date in German sentences; empty when a person established it.</summary>
    public IReadOnlyList<string> Reasons { get; private set; }

    /// <summary>The first due date, which never changes; null as long as it is to be confirmed.</summary>
    public DateOnly? FirstDueOn { get; private set; }

    /// <summary>Why a person established the first due date; null when it was computed.</summary>
    public string? EstablishedBecause => Last(Step.EstablishDueDate)?.Reason;

    /// <summary>The due date in force; while the clock stands still, that of the day it was stopped.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>
    /// The first day that passed, or will pass if nothing happens, without the answer although the due date in force that day was over.
    /// Once that day has come it never changes; null when it cannot come.
    /// </summary>
    public DateOnly? OverdueSince => _overdueSince ?? (State == DeadlineState.Running ? FirstLateDay : null);

    public IReadOnlyList<DeadlineExtension> Extensions => _extensions;

    public IReadOnlyList<ClockStop> Stops => _stops;

    public IReadOnlyList<InterimReply> Interims => _interims;

    /// <summary>Sum of the days on which the clock stood still.</summary>
    public int StoppedDays => _stops.Sum(stop => stop.Days);

    public bool IsStopped => State == DeadlineState.Stopped;

    /// <summary>The day everything was answered or settled, or null.</summary>
    public DateOnly? MetOn => State == DeadlineState.Met ? Last(Step.MeetDeadline)!.Occasion.Day : null;

    private DateOnly? FirstLateDay => DueOn is not { } due ? null : due.AddDays(1) > _owedFrom ? due.AddDays(1) : _owedFrom;

    /// <summary>Rehydrates from evidence.</summary>
    public static Deadline Load(
        DeadlineId id, InquiryId inquiry, int round, PinnedRule? pinned, IReadOnlyList<string> reasons, IReadOnlyList<Act> acts, int version) =>
        new(id, inquiry, round, pinned, reasons, acts, version);

    /// <summary>What the journal names of a calculation.</summary>
    public static string Sha256OfReasons(IEnumerable<string> reasons) => Digest.OfParts(reasons);

    /// <summary>Whether the answer is owed and late on that day, or was given late.</summary>
    public bool IsOverdueOn(DateOnly day) => OverdueSince <= day;

    /// <summary>By when a stage inside the house has to be through, counted back from the due date in force; null while no clock runs.</summary>
    public DateOnly? DueFor(InternalStage stage, OfficeCalendar calendar) => State == DeadlineState.Running && DueOn is { } due
        ? calendar.AddWorkingDays(due, -(Pinned?.Rule.Internal ?? InternalLeadTimes.Usual).Of(stage))
        : null;

    /// <summary>Begins the clock with the rule in force; where the rule knows no length, the due date is to be confirmed.</summary>
    internal static Deadline Begin(InquiryId inquiry, int round, PinnedRule pinned, DueDate? first, Occasion occasion)
    {
        var deadline = new Deadline(DeadlineId.New(), inquiry, round, pinned, first?.Reasons ?? [], [], 0);
        deadline.Do(Step.PinRule, occasion, new ActSubject(Version: round, ContentSha256: pinned.Sha256, Code: pinned.Rule.Kind));
        if (first is not null) deadline.Do(Step.SetFirstDue, occasion, NamesDay(first.Day) with { ContentSha256 = Sha256OfReasons(first.Reasons) });
        return deadline;
    }

    /// <summary>Begins the clock of an inquiry for which no rule was known, with the due date that the office establishes.</summary>
    internal static Deadline Begin(InquiryId inquiry, int round, DateOnly due, string reason, Occasion occasion)
    {
        var deadline = new Deadline(DeadlineId.New(), inquiry, round, null, [], [], 0);
        deadline.Establish(due, reason, occasion);
        return deadline;
    }

    /// <summary>Says when the answer is due where no rule does.</summary>
    internal void Establish(DateOnly due, string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        Do(Step.EstablishDueDate, occasion, NamesDay(due) with { Version = Round }, reason);
    }

    /// <summary>Moves the due date. If it is over already, that stays so.</summary>
    internal void Extend(DateOnly to, string reason, OfficeCalendar calendar, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        if (State == DeadlineState.Running && DueOn is { } due)
        {
            ClockRules.ExtensionIsLater.BrokenIf(to <= due);
            var limits = Pinned?.Rule.Extension;
            ClockRules.ExtensionIsAllowed.BrokenIf(_extensions.Count >= limits?.MostTimes);
            ClockRules.ExtensionIsNotTooLong.BrokenIf(limits?.Longest is { } longest && to > LatestExtension(due, longest, calendar));
        }

        Do(Step.ExtendDeadline, occasion, NamesDay(to), reason);
    }

    /// <summary>Lets the clock stand still, because the administration waits for something it cannot bring about.</summary>
    internal void Stop(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        ClockRules.ClockMayStop.BrokenIf(Pinned?.Rule.MayStop == false);
        Do(Step.StopClock, occasion, ActSubject.None, reason);
    }

    /// <summary>Lets the clock go on; the due date moves by the days it stood still, and to the next working day where the rule says so.</summary>
    internal void Restart(OfficeCalendar calendar, string? reason, Occasion occasion)
    {
        var moved = State == DeadlineState.Stopped ? DueAfterStop(occasion.Day) : null;
        if (moved is { } day && Pinned?.Rule.Rolls != false) moved = calendar.NextDayNotOfRest(day);
        Do(Step.RestartClock, occasion, moved is { } due ? NamesDay(due) : ActSubject.None, reason);
    }

    /// <summary>Tells the askers when to expect the reply. The clock goes on as before.</summary>
    internal void SendInterim(DateOnly expectedOn, string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        ClockRules.ExpectedIsAhead.BrokenIf(expectedOn <= occasion.Day);
        Do(Step.SendInterimReply, occasion, NamesDay(expectedOn) with { Version = _interims.Count + 1 }, reason);
    }

    /// <summary>Brings the clock to what is owed: it ends when nothing is, and goes on when a question is admitted again after all.</summary>
    internal void Follow(bool isOwed, Occasion occasion)
    {
        if (!isOwed && State is DeadlineState.Running or DeadlineState.Stopped) Do(Step.MeetDeadline, occasion, ActSubject.None);
        else if (isOwed && State == DeadlineState.Met) Do(Step.ReopenDeadline, occasion, NamesDay(DueOn!.Value));
    }

    protected override bool Stands(Relation relation, Actor actor) => relation == Relation.Anyone;

    private static ActSubject NamesDay(DateOnly day) => new(Code: day.ToString(DayFormat, CultureInfo.InvariantCulture));

    private static DateOnly DayOf(Act act) => DateOnly.ParseExact(act.Subject.Code!, DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly LatestExtension(DateOnly due, DeadlineLength longest, OfficeCalendar calendar) =>
        calendar.NextDayNotOfRest(DueDate.End(longest, calendar, due));

    private DateOnly? DueAfterStop(DateOnly today) => DueOn?.AddDays(today.DayNumber - _stops[^1].From.DayNumber);

    private void Do(Step step, Occasion occasion, ActSubject subject, string? reason = null)
    {
        Take(step, occasion, subject, reason);
        Fold(Acts[^1]);
    }

    private void Fold(Act act)
    {
        var day = act.Occasion.Day;
        // What was late when the day began stays late, whatever happens on it.
        if (act.From == nameof(DeadlineState.Running) && FirstLateDay <= day) _overdueSince ??= FirstLateDay;
        switch (act.Step)
        {
            case Step.SetFirstDue or Step.EstablishDueDate:
                FirstDueOn = DueOn = DayOf(act);
                break;
            case Step.ExtendDeadline:
                _extensions.Add(new DeadlineExtension(day, DueOn!.Value, DayOf(act), act.Reason ?? ""));
                DueOn = DayOf(act);
                break;
            case Step.StopClock:
                _stops.Add(new ClockStop(day, null, act.Reason ?? ""));
                break;
            case Step.RestartClock:
                _stops[^1] = _stops[^1] with { To = day };
                DueOn = DayOf(act);
                break;
            case Step.SendInterimReply:
                _interims.Add(new InterimReply(_interims.Count + 1, act.Occasion.At, DayOf(act), act.Reason ?? ""));
                break;
            case Step.MeetDeadline when act.From == nameof(DeadlineState.Stopped):
                DueOn = DueAfterStop(day);
                _stops[^1] = _stops[^1] with { To = day };
                break;
            case Step.ReopenDeadline:
                _owedFrom = day;
                break;
        }
    }
}
