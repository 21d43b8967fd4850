using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using FluentValidation;

namespace Anfragen.Application.Inquiries;

/// <summary>The first wording of an intake, as far as it could be read.</summary>
internal static class IntakeText
{
    /// <summary>
    /// Splits what was read. A text that the form could not hold is not split: it stands beside the form, and a person takes over what is wanted.
    /// </summary>
    public static InquiryText Of(string typedSubject, string? read, IReadOnlyList<string> footnotes)
    {
        if (read is null || read.Length > TextRules.TextLength) return new InquiryText(0, typedSubject.Trim(), null, [], null);
        var split = IntakeSplitter.Split(read);
        var lines = QuestionLines.Of(split.Text);
        if (lines.Count > InquiryRules.MostQuestions) return new InquiryText(0, typedSubject.Trim(), TextRules.TypedText(read), [], null);
        return new InquiryText(
            0, string.IsNullOrWhiteSpace(typedSubject) ? split.Subject : typedSubject.Trim(), split.Text.Preamble, lines.ToTree(),
            TextRules.TypedText(string.Join("\n\n", new[] { split.Text.Rationale }.Concat(footnotes).Where(part => !string.IsNullOrWhiteSpace(part)))));
    }
}

/// <summary>What holds for day and channel of every intake.</summary>
internal static class IntakeFields
{
    /// <summary>No original that is still to be recorded is older; a year like 0202 is a slip.</summary>
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public static IRuleBuilderOptions<T, DateOnly> IsDayOfReceipt<T>(this IRuleBuilder<T, DateOnly> rule, TimeProvider clock) => rule
        .Must(day => day >= Earliest && day <= Berlin.Day(clock.GetUtcNow()))
        .WithMessage("Bitte geben Sie den Tag an, an dem das Original eingegangen ist. Er kann nicht in der Zukunft liegen.");

    public static IRuleBuilderOptions<T, IntakeChannel> IsIntakeChannel<T>(this IRuleBuilder<T, IntakeChannel> rule) =>
        rule.IsInEnum().WithMessage("Bitte wählen Sie aus, wie die Anfrage eingegangen ist.");
}
