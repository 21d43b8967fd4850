using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
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

    /// <summary>Names the line while lines are arranged, where something refers to it; else 0.</summary>
    public int Key { get; init; }

    /// <summary>Whether an answer is wanted; a heading wants none.</summary>
    public bool IsAsked { get; init; } = true;
}

/// <summary>What a group writes, whether it is kept as a draft or handed in.</summary>
public abstract record InquiryForm
{
    /// <summary>The draft, or null for a new inquiry.</summary>
    public InquiryId? Id { get; init; }

    /// <summary>The wording the form was loaded with, 0 for a new one.</summary>
    public int BasedOn { get; init; }

    /// <inheritdoc cref="IIdempotentCommand.SubmissionKey"/>
    public Guid SubmissionKey { get; init; }

    /// <summary>The earlier inquiry that this one follows up, or null.</summary>
    public InquiryId? Follows { get; init; }

    public string Subject { get; init; } = "";

    public string? Preamble { get; init; }

    public string? Rationale { get; init; }

    public IReadOnlyList<QuestionLine> Questions { get; init; } = [];

    /// <summary>The submitting group.</summary>
    public OrganizationId Group { get; init; }

    /// <summary>Groups that ask as well.</summary>
    public IReadOnlyList<OrganizationId> CoAskers { get; init; } = [];
}

/// <summary>What holds for every line of a question form.</summary>
internal sealed class QuestionLineValidator : AbstractValidator<QuestionLine>
{
    public QuestionLineValidator()
    {
        RuleFor(line => line.Label).IsLine(40);
        RuleFor(line => line.Text).IsText();
        RuleFor(line => line.Level).InclusiveBetween(0, QuestionLines.DeepestLevel).WithMessage("Fragen können höchstens sechs Ebenen tief gegliedert sein.");
    }
}

/// <summary>What holds for a draft already; submitting adds what must be there.</summary>
internal abstract class InquiryFormValidator<T> : AbstractValidator<T> where T : InquiryForm
{
    protected InquiryFormValidator()
    {
        RuleFor(form => form.Subject).IsLine();
        RuleFor(form => form.Preamble).IsText();
        RuleFor(form => form.Rationale).IsText();
        RuleFor(form => form.Questions).AreNotTooMany();
        RuleForEach(form => form.Questions).SetValidator(new QuestionLineValidator());
    }
}

/// <summary>What holds for a wording that the office is to register.</summary>
internal abstract class WholeInquiryValidator<T> : InquiryFormValidator<T> where T : InquiryForm
{
    protected WholeInquiryValidator()
    {
        RuleFor(form => form.Subject).IsGiven("Bitte geben Sie einen Betreff an.");
        RuleFor(form => form.Questions)
            .Must(questions => questions.Any(question => question.IsAsked && !string.IsNullOrWhiteSpace(question.Text)))
            .WithMessage("Bitte stellen Sie mindestens eine Frage.");
        RuleForEach(form => form.Questions).ChildRules(question =>
            question.RuleFor(line => line.Text).IsGiven("Diese Frage ist noch leer. Bitte schreiben Sie sie, oder entfernen Sie die Zeile."));
    }
}

/// <summary>What a form says, as the domain takes it.</summary>
internal static class InquiryForms
{
    /// <summary>The limit of <see cref="InquiryRules.NotTooManyQuestions"/>, told beside the field.</summary>
    public static void AreNotTooMany<T>(this IRuleBuilder<T, IReadOnlyList<QuestionLine>> rule) => rule
        .Must(questions => questions.Count <= InquiryRules.MostQuestions)
        .WithMessage((_, questions) => $"{InquiryRules.NotTooManyQuestions.Text} Es sind {questions.Count}.");

    /// <summary>All who ask, the submitting group first.</summary>
    public static IReadOnlyList<OrganizationId> Askers(this InquiryForm form) =>
        [form.Group, .. form.CoAskers.Where(group => group != form.Group).Distinct()];

    /// <summary>The wording; lines without anything in them are left out.</summary>
    public static InquiryText ToText(this InquiryForm form) => new(
        0, form.Subject.Trim(), TextRules.TypedText(form.Preamble),
        form.Questions.Where(line => !string.IsNullOrWhiteSpace(line.Text) || !string.IsNullOrWhiteSpace(line.Label)).ToTree(),
        TextRules.TypedText(form.Rationale));

    /// <summary>The lines as a tree.</summary>
    public static IReadOnlyList<Question> ToTree(this IEnumerable<QuestionLine> lines) =>
        QuestionTree.Build([.. lines.Select(line => new QuestionDraft(line.Label, TextRules.TypedText(line.Text) ?? "", line.Level, line.IsAsked))]);
}

/// <summary>Brings a form into a case, as a new draft or as another wording of the same.</summary>
internal sealed class InquiryDrafting(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock)
{
    public async Task<InquiryId> Write(InquiryForm form, Action<Inquiry, Occasion>? then, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.SubmitInquiries, form.Group));
        CommonRules.StepIsOpenToActor.BrokenIf(occasion.Actor.Organization != form.Group);
        var originators = await council.Originators(form.Askers(), cancel);

        InquiryCase @case;
        if (form.Id is null)
        {
            @case = InquiryCase.Of(Inquiry.Draft(InquiryId.New(), originators, form.ToText(), occasion));
        }
        else
        {
            @case = await cases.Get(form.Id.Value, cancel);
            CommonRules.NotChangedMeanwhile.BrokenIf(@case.Inquiry.Text.Version != form.BasedOn);
            @case.Inquiry.Revise(originators, form.ToText(), occasion);
        }

        if (form.Follows is { } earlier && earlier != @case.Inquiry.Follows)
        {
            InquiryRules.EarlierIsKnown.BrokenIf(!await cases.CanBeReferredTo(earlier, cancel));
            @case.Inquiry.ReferToEarlier(earlier, occasion);
        }

        then?.Invoke(@case.Inquiry, occasion);
        await cases.Save(@case, cancel);
        return @case.Inquiry.Id;
    }
}
