using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Deadlines;

/// <summary>Lets the clock go on; the due date moves by the days it stood still. Answers with the new due date.</summary>
public sealed record RestartClock : ICommand<DateOnly>
{
    public static Permission Permission => Permission.ManageDeadlines;

    public required InquiryId Id { get; init; }

    /// <summary>What came in, or nothing.</summary>
    public string? Reason { get; init; }
}

internal sealed class RestartClockValidator : AbstractValidator<RestartClock>
{
    public RestartClockValidator() => RuleFor(command => command.Reason).IsText(DeadlineForms.ReasonLength);
}

internal sealed class RestartClockHandler(ICases cases, ICityRules rules, ICurrentUser user, TimeProvider clock) : IRequestHandler<RestartClock, DateOnly>
{
    public async Task<DateOnly> Handle(RestartClock command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ManageDeadlines));
        @case.RestartClock(TextRules.TypedText(command.Reason), (await rules.On(occasion.Day, cancel)).Calendar, occasion);
        await cases.Save(@case, cancel);
        return @case.Deadline!.DueOn!.Value;
    }
}
