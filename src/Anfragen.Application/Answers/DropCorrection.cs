using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>The delivered answer is right after all; what was begun to correct it ends.</summary>
public sealed record DropCorrection : ICommand<Unit>
{
    public static Permission Permission => Permission.RouteQuestions;

    public required AnswerId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class DropCorrectionValidator : AbstractValidator<DropCorrection>
{
    public DropCorrectionValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class DropCorrectionHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<DropCorrection, Unit>
{
    public async Task<Unit> Handle(DropCorrection command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        @case.DropCorrection(command.Id, command.Reason.Trim(), clock.Occasion(user.As(Permission.RouteQuestions)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
