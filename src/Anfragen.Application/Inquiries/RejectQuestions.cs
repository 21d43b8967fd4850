using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Refuses questions as inadmissible, one or all, with a written reason.</summary>
public sealed record RejectQuestions : ICommand<Unit>
{
    public static Permission Permission => Permission.AdmitInquiries;

    public required InquiryId Id { get; init; }

    public IReadOnlyList<QuestionId> Questions { get; init; } = [];

    public string Reason { get; init; } = "";
}

internal sealed class RejectQuestionsValidator : AbstractValidator<RejectQuestions>
{
    public RejectQuestionsValidator()
    {
        RuleFor(command => command.Questions).NotEmpty().WithMessage("Bitte wählen Sie mindestens eine Frage aus.");
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class RejectQuestionsHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<RejectQuestions, Unit>
{
    public async Task<Unit> Handle(RejectQuestions command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.AdmitInquiries));
        @case.RejectQuestions(command.Questions, command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
