using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>The head who is due gives the answer back for redraft.</summary>
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
        var answer = @case.Answer(command.Id);
        var reviewer = answer.DueCoSigner ?? answer.Department;
        var occasion = clock.Occasion(user.As(Permission.CoSignAnswers, reviewer));
        CommonRules.StepIsOpenToActor.BrokenIf(occasion.Actor.Organization != reviewer);
        @case.ReturnAnswer(command.Id, command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
