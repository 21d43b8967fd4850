using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>The head of department gives the answer back for redraft.</summary>
public sealed record ReturnAnswer : ICommand<Unit>
{
    public static Permission Permission => Permission.CoSignAnswers;

    public required AnswerId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class ReturnAnswerValidator : AbstractValidator<ReturnAnswer>
{
    public ReturnAnswerValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class ReturnAnswerHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnAnswer, Unit>
{
    public async Task<Unit> Handle(ReturnAnswer command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.CoSignAnswers, @case.Answer(command.Id).Department));
        CommonRules.StepIsOpenToActor.BrokenIf(occasion.Actor.Organization != @case.Answer(command.Id).Department);
        @case.ReturnAnswer(command.Id, command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
