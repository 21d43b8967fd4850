using Anfragen.Domain.Answers;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Cases;

/// <content>What is owed, and until when.</content>
public sealed partial class InquiryCase
{
    /// <summary>The clock of the inquiry itself, or null; each round of supplementary questions has one of its own.</summary>
    public Deadline? FirstDeadline => _deadlines.FirstOrDefault();

    /// <summary>
    /// The clock of what is owed now: of the first round with an open question. When nothing is owed, one that was late, so that later rounds hide
    /// nothing, else that of the inquiry itself.
    /// </summary>
    public Deadline? Deadline => OwedRound is { } round
        ? _deadlines.FirstOrDefault(deadline => deadline.Round == round)
        : _deadlines.FirstOrDefault(deadline => deadline is { State: DeadlineState.Met, OverdueSince: not null }) ?? FirstDeadline;

    /// <summary>Whether an answer is still to be given to somebody.</summary>
    public bool IsOwed => OwedRound is not null;

    /// <summary>The first round with a question that is owed an answer, or null.</summary>
    public int? OwedRound => OwedQuestions.Select(question => (int?)question.Round).Min();

    private IEnumerable<Question> OwedQuestions =>
        Inquiry.State == InquiryState.Registered ? Inquiry.OpenQuestions.Where(question => !IsDelivered(question.Id)) : [];

    /// <summary>The questions that were still owed an answer at that instant: neither rejected nor withdrawn, nor answered by a reply delivered by then.</summary>
    public IReadOnlyList<Question> OpenQuestionsAt(DateTimeOffset instant)
    {
        var delivered = _answers.Where(answer => answer.Acts.Any(act => act.Step == Step.Issue && act.Occasion.At <= instant))
            .SelectMany(answer => answer.Covers).ToHashSet();
        return [.. Inquiry.Text.Questions.Where(question =>
            question.IsAsked && IsAdmittedAt(question, instant) && Inquiry.SettlementAt(question.Id, instant) is null && !delivered.Contains(question.Id))];
    }

    /// <summary>The office says when the answer is due, where no rule does.</summary>
    public void EstablishDueDate(DateOnly due, string reason, Occasion occasion)
    {
        MustBeOwed();
        ClockRules.DueAfterReceipt.BrokenIf(due < Inquiry.AskedOn(OwedRound ?? 1));
        if (Deadline is { } deadline) deadline.Establish(due, reason, occasion);
        else _deadlines.Add(Domain.Deadlines.Deadline.Begin(Inquiry.Id, OwedRound ?? 1, due, reason, occasion));
    }

    /// <summary>Moves the due date, as far as the rule allows it.</summary>
    public void ExtendDeadline(DateOnly to, string reason, OfficeCalendar calendar, Occasion occasion) =>
        RunningClock().Extend(to, reason, calendar, occasion);

    /// <summary>Lets the clock stand still.</summary>
    public void StopClock(string reason, Occasion occasion) => RunningClock().Stop(reason, occasion);

    /// <summary>Lets the clock go on.</summary>
    public void RestartClock(string? reason, OfficeCalendar calendar, Occasion occasion) => RunningClock().Restart(calendar, reason, occasion);

    /// <summary>Tells the askers when to expect the reply.</summary>
    public void SendInterimReply(DateOnly expectedOn, string reason, Occasion occasion)
    {
        MustBeOwed();
        RunningClock().SendInterim(expectedOn, reason, occasion);
    }

    /// <summary>When the answer is due if it is registered on that day; null where the period begins with something that has not happened by then.</summary>
    public DueDate? FirstDue(DeadlineRule rule, OfficeCalendar calendar, DateOnly today) => rule.Start switch
    {
        DeadlineStart.Received => DueDate.Of(rule, calendar, Inquiry.ReceivedOn),
        DeadlineStart.Registered => DueDate.Of(rule, calendar, today),
        _ => null,
    };

    private Deadline RunningClock()
    {
        CommonRules.StepFitsState.BrokenIf(Deadline is null);
        return Deadline;
    }

    private void FollowClock(Occasion occasion)
    {
        foreach (var deadline in _deadlines) deadline.Follow(OwedQuestions.Any(question => question.Round == deadline.Round), occasion);
    }

    private bool IsAdmittedAt(Question question, DateTimeOffset instant) => !question.IsSupplementary
        || Inquiry.Acts.Any(act => act.Step == Step.AdmitSupplementary && act.Subject.Version == question.Round && act.Occasion.At <= instant);

    private void MustBeOwed()
    {
        ClockRules.InquiryIsRegistered.BrokenIf(Inquiry.State != InquiryState.Registered);
        ClockRules.SomethingIsOwed.BrokenIf(!IsOwed);
    }
}
