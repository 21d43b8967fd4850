using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Deadlines;

/// <summary>Lets the clock stand still while the administration waits for somebody outside the house, usually the askers.</summary>
public sealed record StopClock : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageDeadlines;

    public required InquiryId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class StopClockValidator : AbstractValidator<StopClock>
{
    public StopClockValidator() =>
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie an, worauf gewartet wird.").IsText(DeadlineForms.ReasonLength);
}

internal sealed class StopClockHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<StopClock, Unit>
{
    public async Task<Unit> Handle(StopClock command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        @case.StopClock(command.Reason.Trim(), clock.Occasion(user.As(Permission.ManageDeadlines)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
