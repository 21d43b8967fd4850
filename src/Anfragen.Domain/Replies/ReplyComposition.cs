using Anfragen.Domain.Answers;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Replies;

/// <summary>Zusammenstellung: which items a reply to this inquiry holds now, in the order of the questions, and of which kind it is.</summary>
public static class ReplyComposition
{
    /// <summary>
    /// Takes every co-signed answer, every rejected question not yet told, and the remarks. Questions answered in a delivered reply stay out.
    /// </summary>
    public static (ReplyKind Kind, IReadOnlyList<ReplyItem> Items) Of(
        Inquiry inquiry, IReadOnlyCollection<Answer> answers, IReadOnlyCollection<Reply> delivered, string? preliminary, string? closing)
    {
        var items = new List<ReplyItem>();
        var told = delivered.SelectMany(reply => reply.Items.OfType<RejectedQuestion>()).Select(item => item.Question).ToHashSet();
        if (!string.IsNullOrWhiteSpace(preliminary)) items.Add(new PreliminaryRemark(preliminary));

        foreach (var question in inquiry.Text.Questions)
        {
            if (answers.FirstOrDefault(answer => answer.State == AnswerState.CoSigned && Covered(answer, inquiry)[0] == question.Id) is { } answer)
            {
                items.Add(AnswerEntry.Of(answer, Covered(answer, inquiry)));
            }
            else if (inquiry.RejectionReason(question.Id) is { } reason && !told.Contains(question.Id))
            {
                items.Add(new RejectedQuestion(question.Id, reason));
            }
        }

        if (!string.IsNullOrWhiteSpace(closing)) items.Add(new ClosingRemark(closing));

        var answered = answers.Where(answer => answer.State is AnswerState.CoSigned or AnswerState.Signed or AnswerState.Issued)
            .SelectMany(answer => answer.Covers).ToHashSet();
        var complete = inquiry.OpenQuestions.All(question => answered.Contains(question.Id));
        var answeredBefore = delivered.SelectMany(reply => reply.Entries).SelectMany(entry => entry.Questions).ToHashSet();
        var kind = (delivered.Count > 0, complete) switch
        {
            (true, _) when items.OfType<AnswerEntry>().SelectMany(entry => entry.Questions).Any(answeredBefore.Contains) => ReplyKind.Correction,
            (true, _) => ReplyKind.Supplement,
            (false, true) => ReplyKind.Full,
            (false, false) => ReplyKind.Partial,
        };
        return (kind, items);
    }

    private static List<QuestionId> Covered(Answer answer, Inquiry inquiry) =>
        [.. inquiry.Text.Questions.Select(question => question.Id).Where(answer.Covers.Contains)];
}
