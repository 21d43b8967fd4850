using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Admits a rejected question after all.</summary>
public sealed record ReinstateQuestion : ICommand<Unit>
{
    public static Permission Permission => Permission.AdmitInquiries;

    public required InquiryId Id { get; init; }

    public required QuestionId Question { get; init; }
}

internal sealed class ReinstateQuestionValidator : AbstractValidator<ReinstateQuestion>
{
    public ReinstateQuestionValidator() => RuleFor(command => command.Question).NotEmpty().WithMessage("Bitte wählen Sie eine Frage aus.");
}

internal sealed class ReinstateQuestionHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ReinstateQuestion, Unit>
{
    public async Task<Unit> Handle(ReinstateQuestion command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.AdmitInquiries));
        @case.ReinstateQuestion(command.Question, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
