using Anfragen.Domain;
using Anfragen.Domain.Cases;

namespace Anfragen.Infrastructure.Cases;

/// <summary>How lists and mails name some questions of an inquiry.</summary>
internal static class QuestionLabels
{
    /// <summary>"1, 2b" in the order of the inquiry; empty when there are none.</summary>
    public static string Of(InquiryCase @case, IReadOnlyCollection<QuestionId> questions) =>
        string.Join(", ", @case.Inquiry.Text.Questions.Where(question => questions.Contains(question.Id))
            .Select(question => question.Label is { } label ? label.TrimEnd('.', ')') : question.Ordinal));
}
