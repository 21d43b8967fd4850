using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Replies;

/// <summary>Makes notices from the evidence of a case alone, so that the same case and the same letterhead always give the same letter.</summary>
public static class NoticeOf
{
    /// <summary>Eingangsbestätigung, once the inquiry is registered; else null.</summary>
    public static NoticeLetter? Acknowledgement(InquiryCase @case, LetterFrame frame) =>
        @case.Inquiry.Acts.LastOrDefault(act => act.Step == Step.Register) is { } registered
            ? About(@case.Inquiry, NoticeKind.Acknowledgement, registered, frame) with
            {
                Questions = [.. @case.Inquiry.Text.Questions.Where(question => !question.IsSupplementary).Select(question => new NoticeQuestion(Shown(question), null))],
            }
            : null;

    /// <summary>Zurückweisung of the questions that are rejected now; null when none is.</summary>
    public static NoticeLetter? Rejection(InquiryCase @case, LetterFrame frame)
    {
        var inquiry = @case.Inquiry;
        var rejected = inquiry.Text.Questions.Where(question => inquiry.RejectionReason(question.Id) is not null).ToList();
        if (rejected.Count == 0) return null;
        var last = inquiry.Acts.Last(act => act.Step == Step.RejectQuestion && rejected.Exists(question => question.Id == act.Subject.Question));
        return About(inquiry, NoticeKind.Rejection, last, frame) with
        {
            Questions = [.. rejected.Select(question => new NoticeQuestion(Shown(question), inquiry.RejectionReason(question.Id)))],
        };
    }

    /// <summary>Zwischennachricht with that number, the latest when none is named; null when there is none such. It repeats what was open then.</summary>
    public static NoticeLetter? Interim(InquiryCase @case, int? no, LetterFrame frame)
    {
        var sent = @case.Deadlines.SelectMany(deadline => deadline.Acts).Where(act => act.Step == Step.SendInterimReply).ToList();
        if (sent.ElementAtOrDefault((no ?? sent.Count) - 1) is not { } act) return null;
        var interim = @case.Deadlines.SelectMany(deadline => deadline.Interims).Single(candidate => candidate.At == act.Occasion.At);
        return About(@case.Inquiry, NoticeKind.Interim, act, frame) with
        {
            ExpectedOn = interim.ExpectedOn,
            Reason = interim.Reason,
            Questions = [.. @case.OpenQuestionsAt(interim.At).Select(question => new NoticeQuestion(Shown(question), null))],
        };
    }

    private static NoticeLetter About(Inquiry inquiry, NoticeKind kind, Act step, LetterFrame frame) => new()
    {
        Kind = kind,
        Number = inquiry.Number,
        Subject = inquiry.Text.Subject,
        Originators = LetterOf.Originators(inquiry),
        ReceivedOn = inquiry.ReceivedOn,
        WrittenOn = step.Occasion.Day,
        QuestionCount = inquiry.Text.Questions.Count(question => question.IsAsked && !question.IsSupplementary),
        Frame = frame,
        CreatedAt = step.Occasion.At,
    };

    private static LetterQuestion Shown(Question question) => new(question.Label, question.Text);
}
