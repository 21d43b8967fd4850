using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Deadlines;

/// <summary>Says when the answer is due where the rule is still to be confirmed; once, and with a reason.</summary>
public sealed record EstablishDueDate : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageDeadlines;

    public required InquiryId Id { get; init; }

    public DateOnly? DueOn { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class EstablishDueDateValidator : AbstractValidator<EstablishDueDate>
{
    public EstablishDueDateValidator()
    {
        RuleFor(command => command.DueOn).IsDayOfDeadline("Bitte geben Sie an, bis wann die Antwort fällig ist.");
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie an, worauf diese Frist beruht.").IsText(DeadlineForms.ReasonLength);
    }
}

internal sealed class EstablishDueDateHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<EstablishDueDate, Unit>
{
    public async Task<Unit> Handle(EstablishDueDate command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        @case.EstablishDueDate(command.DueOn!.Value, command.Reason.Trim(), clock.Occasion(user.As(Permission.ManageDeadlines)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
