using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>The asker no longer wants an answer to these questions.</summary>
public sealed record WithdrawQuestions : ICommand<Unit>
{
    public static Permission Permission => Permission.SubmitInquiries;

    public required InquiryId Id { get; init; }

    public IReadOnlyList<QuestionId> Questions { get; init; } = [];

    public string? Reason { get; init; }
}

internal sealed class WithdrawQuestionsValidator : AbstractValidator<WithdrawQuestions>
{
    public WithdrawQuestionsValidator()
    {
        RuleFor(command => command.Questions).NotEmpty().WithMessage("Bitte wählen Sie mindestens eine Frage aus.");
        RuleFor(command => command.Reason).IsText();
    }
}

internal sealed class WithdrawQuestionsHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<WithdrawQuestions, Unit>
{
    public async Task<Unit> Handle(WithdrawQuestions command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.SubmitInquiries, @case.Inquiry.Originators.Select(originator => originator.Organization).OfType<OrganizationId>()));
        @case.WithdrawQuestions(command.Questions, command.Reason, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
