using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;

namespace Anfragen.Application.Replies;

/// <summary>Makes the letter of a reply: the exact versions it names, nothing else. Comments and notes have no way in.</summary>
public static class LetterOf
{
    /// <summary>The letter as it would be made now.</summary>
    public static async Task<ReplyLetter> Reply(
        InquiryCase @case, Reply reply, LetterSignature? signature, DateTimeOffset createdAt, ILetterheads letterheads, CancellationToken cancel) => new(
        @case.Inquiry.Number!,
        @case.Inquiry.Text.Subject,
        Originators(@case.Inquiry),
        [.. reply.Items.Select(item => Item(@case, item))],
        signature,
        createdAt,
        await letterheads.Current(cancel))
        {
            Kind = reply.Kind,
            Departments = await letterheads.NamesOf([.. reply.Entries.Select(entry => @case.Answer(entry.Answer).Department).Distinct()], cancel),
            Attachments = [.. @case.Attachments.Where(attachment => attachment.IsShown && GoesWith(reply, attachment.Holder)).Select(attachment => attachment.Title)],
            Corrects = reply.Kind == ReplyKind.Correction ? CorrectedBy(@case, reply)?.WrittenOn : null,
        };

    /// <summary>A letter with this text as its only answer, to see how it will look.</summary>
    public static async Task<ReplyLetter> Draft(
        InquiryCase @case, Answer answer, string markdown, string? inNameOf, DateTimeOffset createdAt, ILetterheads letterheads, CancellationToken cancel) => new(
        @case.Inquiry.Number!,
        @case.Inquiry.Text.Subject,
        Originators(@case.Inquiry),
        [new LetterEntry([.. @case.Inquiry.Text.Questions.Where(question => answer.Covers.Contains(question.Id)).Select(Question)], markdown, inNameOf)],
        Signature: null,
        createdAt,
        await letterheads.Current(cancel))
        {
            Departments = await letterheads.NamesOf([answer.Department], cancel),
            Attachments = [.. @case.Attachments
                .Where(attachment => attachment.IsShown && attachment.Holder is { Kind: AttachmentHolderKind.Answer } holder && holder.Id == answer.Id.Value)
                .Select(attachment => attachment.Title)],
        };

    private static Reply? CorrectedBy(InquiryCase @case, Reply reply)
    {
        var again = reply.Entries.SelectMany(entry => entry.Questions).ToHashSet();
        return @case.Delivered.LastOrDefault(other => other.Ordinal < reply.Ordinal && other.Entries.Any(entry => entry.Questions.Any(again.Contains)));
    }

    // What hangs on the inquiry is the askers' own.
    private static bool GoesWith(Reply reply, AttachmentHolder holder) => holder.Kind switch
    {
        AttachmentHolderKind.Reply => holder.Id == reply.Id.Value,
        AttachmentHolderKind.Answer => reply.Entries.Any(entry => entry.Answer.Value == holder.Id),
        _ => false,
    };

    /// <summary>Who asks, as letters name them.</summary>
    internal static IReadOnlyList<LetterOriginator> Originators(Inquiry inquiry) =>
        [.. inquiry.ConfirmedOriginators.Select(originator => new LetterOriginator(originator.Name, originator.Genitive, originator.Short))];

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
