using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;

namespace Anfragen.Application.Replies;

/// <summary>Makes the letter of a reply: the exact versions it names, nothing else. Comments and notes have no way in.</summary>
public static class LetterOf
{
    public static ReplyLetter Reply(InquiryCase @case, Reply reply, LetterSignature? signature, DateTimeOffset createdAt) => new(
        @case.Inquiry.Number!,
        @case.Inquiry.Text.Subject,
        [.. @case.Inquiry.ConfirmedOriginators.Select(originator => new LetterOriginator(originator.Name, originator.Genitive, originator.Short))],
        [.. reply.Items.Select(item => Item(@case, item))],
        signature,
        createdAt);

    private static LetterItem Item(InquiryCase @case, ReplyItem item) => item switch
    {
        PreliminaryRemark remark => new LetterRemark(remark.Markdown),
        ClosingRemark remark => new LetterRemark(remark.Markdown),
        RejectedQuestion rejected => new LetterRejectedQuestion(Question(@case.Inquiry, rejected.Question), rejected.Reason),
        AnswerEntry entry => Entry(@case, entry),
        _ => throw new InvalidOperationException($"A letter cannot hold {item.GetType().Name}."),
    };

    private static LetterEntry Entry(InquiryCase @case, AnswerEntry entry)
    {
        var version = @case.Answer(entry.Answer).Versions[entry.AnswerVersion - 1];
        var questions = @case.Inquiry.Text.Questions.Where(question => entry.Questions.Contains(question.Id));
        return new LetterEntry([.. questions.Select(Question)], version.Markdown, version.InNameOf);
    }

    private static LetterQuestion Question(Inquiry inquiry, QuestionId id) => Question(inquiry.Text.Questions.Single(question => question.Id == id));

    private static LetterQuestion Question(Question question) => new(question.Label, question.Text) { Ordinal = question.Ordinal };
}
