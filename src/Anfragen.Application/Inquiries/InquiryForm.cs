using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using FluentValidation;

namespace Anfragen.Application.Inquiries;

/// <summary>One line of the question form. Texts are kept as typed; only line ends become "\n".</summary>
public sealed record QuestionLine
{
    /// <summary>As written, "1.", "a)"; may be empty.</summary>
    public string? Label { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Depth in the tree, 0 at the top.</summary>
    public int Level { get; init; }

    /// <summary>Whether an answer is wanted; a heading wants none.</summary>
    public bool IsAsked { get; init; } = true;
}

/// <summary>What a group writes: asked for by drafting and submitting alike.</summary>
public interface IInquiryForm
{
    string Subject { get; }

    string? Preamble { get; }

    string? Rationale { get; }

    IReadOnlyList<QuestionLine> Questions { get; }

    /// <summary>The submitting group.</summary>
    OrganizationId Group { get; }

    /// <summary>Groups that ask as well.</summary>
    IReadOnlyList<OrganizationId> CoAskers { get; }
}

internal static class InquiryFormRules
{
    public static void Apply<T>(AbstractValidator<T> validator) where T : IInquiryForm
    {
        validator.RuleFor(form => form.Subject).IsLine();
        validator.RuleFor(form => form.Preamble).IsText();
        validator.RuleFor(form => form.Rationale).IsText();
        validator.RuleFor(form => form.Questions)
            .Must(questions => questions.Count <= InquiryRules.MostQuestions)
            .WithMessage(form => $"{InquiryRules.NotTooManyQuestions.Text} Es sind {form.Questions.Count}.");
        validator.RuleForEach(form => form.Questions).ChildRules(question =>
        {
            question.RuleFor(line => line.Label).IsLine(40);
            question.RuleFor(line => line.Text).IsText();
            question.RuleFor(line => line.Level).InclusiveBetween(0, QuestionLines.DeepestLevel).WithMessage("Fragen können höchstens sechs Ebenen tief gegliedert sein.");
        });
    }

    /// <summary>What must be there before the inquiry is handed in; a draft may lack it.</summary>
    public static void ApplyComplete<T>(AbstractValidator<T> validator) where T : IInquiryForm
    {
        validator.RuleFor(form => form.Subject).IsGiven("Bitte geben Sie einen Betreff an.");
        validator.RuleFor(form => form.Questions)
            .Must(questions => questions.Any(question => question.IsAsked && !string.IsNullOrWhiteSpace(question.Text)))
            .WithMessage("Bitte stellen Sie mindestens eine Frage.");
        validator.RuleForEach(form => form.Questions).ChildRules(question =>
            question.RuleFor(line => line.Text).IsGiven("Diese Frage ist noch leer. Bitte schreiben Sie sie, oder entfernen Sie die Zeile."));
    }

    public static InquiryText ToText(this IInquiryForm form) => new(
        0, form.Subject.Trim(), Lines(form.Preamble),
        QuestionTree.Build([.. form.Questions.Where(line => !string.IsNullOrWhiteSpace(line.Text) || !string.IsNullOrWhiteSpace(line.Label))
            .Select(line => new QuestionDraft(line.Label, Lines(line.Text) ?? "", line.Level, line.IsAsked))]),
        Lines(form.Rationale));

    private static string? Lines(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
