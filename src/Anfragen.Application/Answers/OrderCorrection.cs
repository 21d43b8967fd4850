using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Berichtigung: a delivered answer is wrong; its department answers its questions again.</summary>
public sealed record OrderCorrection : ICommand<Unit>
{
    public static Permission Permission => Permission.RouteQuestions;

    public required AnswerId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class OrderCorrectionValidator : AbstractValidator<OrderCorrection>
{
    public OrderCorrectionValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte schreiben Sie, was an der Antwort falsch ist.").IsText();
    }
}

internal sealed class OrderCorrectionHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<OrderCorrection, Unit>
{
    public async Task<Unit> Handle(OrderCorrection command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        @case.OrderCorrection(command.Id, command.Reason.Trim(), clock.Occasion(user.As(Permission.RouteQuestions)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
