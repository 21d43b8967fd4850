using Anfragen.Application.Answers;
using Anfragen.Application.Assignments;
using Anfragen.Domain.Answers;

namespace Anfragen.Web.Pages.Answers;

/// <summary>What the form of an answer holds: out of the latest version, and with a contribution put at its end.</summary>
public static class AnswerDraft
{
    /// <summary>The form as it is first shown; a correction begins with the text that is wrong.</summary>
    public static SaveAnswerVersion Of(AnswerDetails answer) => new()
    {
        Id = answer.Id,
        BasedOn = answer.Latest?.No ?? 0,
        Kind = (answer.Latest ?? answer.Corrects?.Version)?.Kind ?? default,
        InNameOf = (answer.Latest ?? answer.Corrects?.Version)?.InNameOf,
        Markdown = (answer.Latest ?? answer.Corrects?.Version)?.Markdown ?? "",
    };

    /// <summary>Asks for the pages of the letter with the text as it is now.</summary>
    public static PreviewAnswerPages Shown(SaveAnswerVersion draft) => new(draft.Id) { Markdown = draft.Markdown, Kind = draft.Kind, InNameOf = draft.InNameOf };

    /// <summary>With a sentence at the end that refers to an earlier answer; where nothing else was written, it is a referral.</summary>
    public static SaveAnswerVersion Referring(SaveAnswerVersion draft, string sentence) => draft with
    {
        Markdown = $"{draft.Markdown.TrimEnd()}\n\n{sentence}".TrimStart(),
        Kind = string.IsNullOrWhiteSpace(draft.Markdown) && draft.Kind == AnswerKind.Own ? AnswerKind.Referral : draft.Kind,
    };

    public static SaveAnswerVersion With(SaveAnswerVersion draft, ContributionDetails contribution) =>
        draft with { Markdown = $"{draft.Markdown.TrimEnd()}\n\n{contribution.Markdown}".TrimStart() };
}
