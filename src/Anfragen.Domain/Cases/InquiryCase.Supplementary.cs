using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Cases;

/// <content>What the askers ask after the answer.</content>
public sealed partial class InquiryCase
{
    /// <summary>What the rule of this inquiry says of supplementary questions; null where nothing is known, and the office decides.</summary>
    public SupplementaryRule? Supplementary => FirstDeadline?.Pinned?.Rule.Supplementary;

    /// <summary>The day the askers got the latest reply, or null.</summary>
    public DateOnly? LastDeliveredOn => Delivered.Select(reply => (DateOnly?)reply.Acts.Last(act => act.Step == Step.Deliver).Occasion.Day).Max();

    /// <summary>The last day for supplementary questions; null where the rule sets none, or nothing is delivered.</summary>
    public DateOnly? SupplementaryUntil => Supplementary?.WithinDays is { } days ? LastDeliveredOn?.AddDays(days) : null;

    /// <summary>How many supplementary questions the rule still allows; null where it sets no limit.</summary>
    public int? SupplementaryLeft => Supplementary?.Most is { } most
        ? Math.Max(0, most - Inquiry.Text.Questions.Count(question => question.IsSupplementary && Inquiry.SettlementOf(question.Id) is null))
        : null;

    /// <summary>Nachfrage: the askers put one more question to an answer they have.</summary>
    /// <param name="about">The question it follows, which is answered; null for the inquiry as a whole.</param>
    /// <param name="text">Verbatim.</param>
    /// <param name="occasion">Who asks: the submitting group.</param>
    public Question AskSupplementary(QuestionId? about, string text, Occasion occasion)
    {
        // Of an old case nobody here has the answer; the table refuses it.
        var isAnswered = about is { } followed ? IssuedAnswerOf(followed) is not null : Delivered.Count > 0;
        InquiryRules.SupplementaryAfterDelivery.BrokenIf(Inquiry.State == InquiryState.Registered && !isAnswered);
        InquiryRules.NotTooManySupplementary.BrokenIf(SupplementaryLeft == 0);
        InquiryRules.SupplementaryInTime.BrokenIf(Inquiry.State == InquiryState.Registered && occasion.Day > SupplementaryUntil);
        return Inquiry.AskSupplementary(about, text, occasion);
    }

    /// <summary>Admits the supplementary questions that wait; they are routed and answered like any other, by a clock of their own.</summary>
    public void AdmitSupplementary(OfficeCalendar calendar, Occasion occasion)
    {
        Inquiry.AdmitSupplementary(occasion);
        var round = Inquiry.AdmittedRound;
        if (FirstDeadline?.Pinned is not { } pinned) return;
        _deadlines.Add(Domain.Deadlines.Deadline.Begin(Inquiry.Id, round, pinned, DueOfRound(pinned.Rule, round, calendar, occasion.Day), occasion));
    }

    /// <summary>When the answer to a round is due if it is admitted on that day; null where the rule knows no length, or begins later.</summary>
    public DueDate? DueOfRound(DeadlineRule rule, int round, OfficeCalendar calendar, DateOnly today) => rule.Start switch
    {
        DeadlineStart.Received => DueDate.Of(rule, calendar, Inquiry.AskedOn(round)),
        DeadlineStart.Registered => DueDate.Of(rule, calendar, today),
        _ => null,
    };
}
