using Anfragen.Application.Answers;
using Anfragen.Application.Assignments;
using Anfragen.Domain.Answers;

namespace Anfragen.Web.Pages.Answers;

/// <summary>What the form of an answer holds: what its author had typed, else the latest version; and with another text put at its end.</summary>
public static class AnswerDraft
{
    /// <summary>The form as it is first shown; a correction begins with the text that is wrong.</summary>
    public static SaveAnswerVersion Of(AnswerDetails answer) => Unsaved(answer) is { } copy
        ? new() { Id = answer.Id, BasedOn = copy.BasedOn, Kind = copy.Kind, InNameOf = copy.InNameOf, Markdown = copy.Markdown }
        : Stored(answer);

    /// <summary>What this person typed and did not save, if it says anything else than what is stored.</summary>
    public static WorkingCopy? Unsaved(AnswerDetails answer)
    {
        var stored = Stored(answer);
        return answer.WorkingCopy is { } copy && (copy.Kind, copy.InNameOf ?? "", copy.Markdown.Trim()) != (stored.Kind, stored.InNameOf ?? "", stored.Markdown.Trim())
            ? copy
            : null;
    }

    /// <summary>Asks for the pages of the letter with the text as it is now.</summary>
    public static PreviewAnswerPages Shown(SaveAnswerVersion draft) => new(draft.Id) { Markdown = draft.Markdown, Kind = draft.Kind, InNameOf = draft.InNameOf };

    /// <summary>The form with a text put at its end, a blank line before it.</summary>
    public static SaveAnswerVersion With(SaveAnswerVersion draft, string markdown) => draft with { Markdown = $"{draft.Markdown.TrimEnd()}\n\n{markdown}".TrimStart() };

    /// <summary>With a sentence at the end that refers to an earlier answer; where nothing else was written, it is a referral.</summary>
    public static SaveAnswerVersion Referring(SaveAnswerVersion draft, string sentence) => With(draft, sentence) with
    {
        Kind = string.IsNullOrWhiteSpace(draft.Markdown) && draft.Kind == AnswerKind.Own ? AnswerKind.Referral : draft.Kind,
    };

    private static SaveAnswerVersion Stored(AnswerDetails answer) => new()
    {
        Id = answer.Id,
        BasedOn = answer.Latest?.No ?? 0,
        Kind = (answer.Latest ?? answer.Corrects?.Version)?.Kind ?? AnswerKind.Own,
        InNameOf = (answer.Latest ?? answer.Corrects?.Version)?.InNameOf,
        Markdown = (answer.Latest ?? answer.Corrects?.Version)?.Markdown ?? "",
    };
}
