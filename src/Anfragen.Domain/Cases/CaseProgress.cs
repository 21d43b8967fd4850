using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;

namespace Anfragen.Domain.Cases;

/// <summary>Stand des Vorgangs: reads the status of every question and of the inquiry off the evidence.</summary>
public static class CaseProgress
{
    /// <summary>Status of each asked question, in reading order.</summary>
    public static IReadOnlyDictionary<QuestionId, QuestionStatus> QuestionStatuses(this InquiryCase @case) =>
        @case.Inquiry.Text.Questions.Where(question => question.IsAsked)
            .ToDictionary(question => question.Id, question => Progress.Of(@case.FactsOf(question.Id)));

    /// <summary>Status of the inquiry.</summary>
    public static InquiryStatus Status(this InquiryCase @case)
    {
        // What waits to be admitted does not make an answered inquiry an open one.
        var pending = @case.Inquiry.PendingQuestions.Select(question => question.Id).ToHashSet();
        var statuses = @case.QuestionStatuses().Where(pair => !pending.Contains(pair.Key)).Select(pair => pair.Value);
        return Progress.Of(@case.Inquiry.State, [.. statuses]);
    }

    private static QuestionFacts FactsOf(this InquiryCase @case, QuestionId question)
    {
        // While an answer is being corrected the askers still have it.
        var answer = @case.IssuedAnswerOf(question) ?? @case.OpenAnswerOf(question);
        return new QuestionFacts
        {
            Inquiry = @case.Inquiry.PendingQuestions.Any(pending => pending.Id == question) ? InquiryState.Submitted : @case.Inquiry.State,
            Settlement = @case.Inquiry.SettlementOf(question),
            Lead = @case.LeadOf(question)?.State,
            Answer = answer?.State,
            Reply = answer is null ? null : @case.OpenReply is { } reply
                && reply.Entries.Any(entry => entry.Answer == answer.Id && entry.AnswerVersion == answer.Latest?.No) ? reply.State : null,
            IsPublished = @case.Publication.Targets.Any(target => target.Kind == PublishedKind.Question && target.Id == question.Value),
            WasPublished = @case.Publication.Acts.Count > 0 && @case.Publication.State == PublicationState.Depublished,
        };
    }
}
