using FluentValidation;

namespace Anfragen.Application.Replies;

internal static class MarkdownRules
{
    /// <summary>Refuses what no letter can hold, with one sentence per mistake and its line.</summary>
    public static void IsAnswerMarkdown<T>(this IRuleBuilder<T, string?> rule, IAnswerMarkdown markdown) => rule.Custom((text, context) =>
    {
        if (text is null || text.Length > TextRules.TextLength) return;
        foreach (var problem in markdown.Problems(text)) context.AddFailure(problem);
    });
}
