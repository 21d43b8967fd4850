using Anfragen.Application.Inquiries;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>What the form of an inquiry holds: out of the store, out of a pasted text, rearranged, and as text for comparing.</summary>
public static class InquiryDraft
{
    /// <summary>The form as it is first shown.</summary>
    public static SaveInquiryDraft Of(InquiryFormDetails form) => new()
    {
        BasedOn = form.Text?.Version ?? 0,
        Follows = form.Earlier?.Id,
        Group = form.Group ?? form.OwnGroups.FirstOrDefault()?.Id ?? default,
        CoAskers = form.CoAskers,
        Subject = form.Text?.Subject ?? "",
        Preamble = form.Text?.Preamble,
        Rationale = form.Text?.Rationale,
        Questions = form.Text is { Questions.Count: > 0 } text ? QuestionLines.Of(text) : [new QuestionLine()],
    };

    /// <summary>With the parts of a pasted text, after whatever stands there already.</summary>
    public static T With<T>(T draft, SplitIntake pasted) where T : InquiryForm => draft with
    {
        Subject = string.IsNullOrWhiteSpace(draft.Subject) ? pasted.Subject : draft.Subject,
        Preamble = Joined(draft.Preamble, pasted.Text.Preamble),
        Rationale = Joined(draft.Rationale, pasted.Text.Rationale),
        Questions = [.. draft.Questions.Where(line => !string.IsNullOrWhiteSpace(line.Label + line.Text)), .. QuestionLines.Of(pasted.Text)],
    };

    /// <summary>Does what a button of a line says: its step and the line's index, "up-3"; anything else changes nothing.</summary>
    public static IReadOnlyList<QuestionLine> Arrange(IReadOnlyList<QuestionLine> lines, string step)
    {
        if (step == "add") return lines.Add();
        if (step.Split('-') is not [var verb, var number] || !int.TryParse(number, out var index)) return lines;
        return verb switch
        {
            "add" => lines.Add(index),
            "remove" => lines.Remove(index),
            "up" => lines.MoveUp(index),
            "down" => lines.MoveDown(index),
            "indent" => lines.Indent(index),
            "outdent" => lines.Outdent(index),
            _ => lines,
        };
    }

    /// <summary>Everything the form says, as one text: two of them can be compared.</summary>
    public static string AsText(InquiryForm draft, IEnumerable<OrganizationChoice> groups) => string.Join("\n\n", new[]
    {
        $"Betreff: {draft.Subject}",
        $"Es fragen: {string.Join(", ", groups.Where(group => group.Id == draft.Group || draft.CoAskers.Contains(group.Id)).Select(group => group.Name))}",
        draft.Preamble,
        string.Join('\n', draft.Questions.Select(AsText)),
        draft.Rationale,
    }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string AsText(QuestionLine line) =>
        $"{new string(' ', 4 * Math.Clamp(line.Level, 0, QuestionLines.DeepestLevel))}{line.Label} {line.Text}{(line.IsAsked ? "" : " (Überschrift)")}".TrimEnd();

    private static string? Joined(string? before, string? after) =>
        string.IsNullOrWhiteSpace(before) ? after : string.IsNullOrWhiteSpace(after) ? before : $"{before.TrimEnd()}\n\n{after}";
}
