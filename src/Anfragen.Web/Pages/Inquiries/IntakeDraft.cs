using System.Globalization;
using Anfragen.Application.Inquiries;
using Anfragen.Domain.Inquiries;
using Anfragen.Web.Layout;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>What the form beside an original holds: out of the store, out of a typed text, held against the original, as text for comparing.</summary>
public static class IntakeDraft
{
    /// <summary>The form as it is first shown.</summary>
    public static ReviseIntake Of(IntakeDetails intake)
    {
        var inquiry = intake.Inquiry;
        return new ReviseIntake
        {
            BasedOn = inquiry.Text.Version,
            Group = inquiry.Originators[0].Organization!.Value,
            CoAskers = [.. inquiry.Originators.Skip(1).Select(originator => originator.Organization!.Value)],
            ReceivedOn = inquiry.Receipt!.ReceivedOn,
            Channel = inquiry.Receipt.Channel,
            Subject = inquiry.Text.Subject,
            Preamble = inquiry.Text.Preamble,
            Rationale = inquiry.Text.Rationale,
            Questions = inquiry.Text.Questions.Count > 0 ? QuestionLines.Of(inquiry.Text) : [new QuestionLine()],
        };
    }

    /// <summary>Everything of the original in one order: its lines, its margins, its footnotes.</summary>
    public static IReadOnlyList<string> LinesOf(IntakeDetails intake) =>
        intake.Source is { } source ? [.. source.Lines, .. source.Margins, .. source.Footnotes] : [];

    /// <summary>What of the original does not stand in the form. The field names the subject as such, in place of the original's word for it.</summary>
    public static IReadOnlyList<MissingPassage> Missing(ReviseIntake draft, IntakeDetails intake) => MissingPassages.Of(
        LinesOf(intake),
        [
            string.IsNullOrWhiteSpace(draft.Subject) ? null : $"Betreff: {draft.Subject}", draft.Preamble, .. draft.Questions.Select(line => $"{line.Label}\n{line.Text}"), draft.Rationale,
            .. intake.Groups.Where(group => group.Id == draft.Group || draft.CoAskers.Contains(group.Id)).Select(group => group.Name),
        ]);

    /// <summary>Everything the form says, as one text.</summary>
    public static string AsText(ReviseIntake draft, IntakeDetails intake) =>
        $"Eingegangen am {draft.ReceivedOn.ToString("d. MMMM yyyy", CultureInfo.CurrentCulture)}, {draft.Channel.German()}\n\n{InquiryDraft.AsText(draft, intake.Groups)}";
}
