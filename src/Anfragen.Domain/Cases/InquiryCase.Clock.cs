using Anfragen.Domain.Answers;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Cases;

/// <content>What is owed, and until when.</content>
public sealed partial class InquiryCase
{
    /// <summary>Whether an answer is still to be given to somebody.</summary>
    public bool IsOwed => Inquiry.State == InquiryState.Registered && Inquiry.OpenQuestions.Any(question => !IsDelivered(question.Id));

    /// <summary>The questions that were still owed an answer at that instant: neither rejected nor withdrawn, nor answered by a reply delivered by then.</summary>
    public IReadOnlyList<Question> OpenQuestionsAt(DateTimeOffset instant)
    {
        var delivered = _answers.Where(answer => answer.Acts.Any(act => act.Step == Step.Issue && act.Occasion.At <= instant))
            .SelectMany(answer => answer.Covers).ToHashSet();
        return [.. Inquiry.Text.Questions.Where(question =>
            question.IsAsked && Inquiry.SettlementAt(question.Id, instant) is null && !delivered.Contains(question.Id))];
    }

    /// <summary>The office says when the answer is due, where no rule does.</summary>
    public void EstablishDueDate(DateOnly due, string reason, Occasion occasion)
    {
        MustBeOwed();
        ClockRules.DueAfterReceipt.BrokenIf(due < Inquiry.ReceivedOn);
        if (Deadline is { } deadline) deadline.Establish(due, reason, occasion);
        else _deadlines.Add(Domain.Deadlines.Deadline.Begin(Inquiry.Id, 1, due, reason, occasion));
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

    private void FollowClock(Occasion occasion) => Deadline?.Follow(IsOwed, occasion);

    private void MustBeOwed()
    {
        ClockRules.InquiryIsRegistered.BrokenIf(Inquiry.State != InquiryState.Registered);
        ClockRules.SomethingIsOwed.BrokenIf(!IsOwed);
    }
}
