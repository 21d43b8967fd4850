using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Deadlines;

/// <summary>Moves the due date, as far as the pinned rule allows; what was overdue before stays so.</summary>
public sealed record ExtendDeadline : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageDeadlines;

    public required InquiryId Id { get; init; }

    public DateOnly? DueOn { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class ExtendDeadlineValidator : AbstractValidator<ExtendDeadline>
{
    public ExtendDeadlineValidator()
    {
        RuleFor(command => command.DueOn).IsDayOfDeadline("Bitte geben Sie den neuen Tag an.");
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie an, warum die Frist verlängert wird.").IsText(DeadlineForms.ReasonLength);
    }
}

internal sealed class ExtendDeadlineHandler(ICases cases, ICityRules rules, ICurrentUser user, TimeProvider clock) : IRequestHandler<ExtendDeadline, Unit>
{
    public async Task<Unit> Handle(ExtendDeadline command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ManageDeadlines));
        @case.ExtendDeadline(command.DueOn!.Value, command.Reason.Trim(), (await rules.On(occasion.Day, cancel)).Calendar, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
