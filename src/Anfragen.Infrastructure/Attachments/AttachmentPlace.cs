using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Infrastructure.Attachments;

/// <summary>How people name what an attachment hangs on.</summary>
internal static class AttachmentPlace
{
    /// <summary>"Frage 2", "Antwort auf Frage 2 und 3", "Antwortschreiben"; null for the whole inquiry.</summary>
    public static string? Of(InquiryCase @case, AttachmentHolder holder) => holder.Kind switch
    {
        AttachmentHolderKind.Question => Question(@case, holder.Id) is { } label ? $"Frage {label}" : "einer Frage im früheren Wortlaut",
        AttachmentHolderKind.Answer => Answer([.. @case.Answers.Single(answer => answer.Id.Value == holder.Id).Covers.Select(question => Question(@case, question.Value)).OfType<string>()]),
        AttachmentHolderKind.Reply => "Antwortschreiben",
        _ => null,
    };

    private static string Answer(IReadOnlyList<string> labels) => labels.Count == 0 ? "Antwort" : $"Antwort auf Frage {GermanList.And(labels)}";

    private static string? Question(InquiryCase @case, Guid id)
    {
        var question = @case.Inquiry.Text.Questions.FirstOrDefault(candidate => candidate.Id.Value == id);
        return question is null ? null : (question.Label ?? question.Ordinal).TrimEnd('.', ')');
    }
}
