using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>The department is not competent and says why; the question returns to the council office.</summary>
public sealed record DeclineAssignment : ICommand<Unit>
{
    public static Permission Permission => Permission.ReactToAssignments;

    public required AssignmentId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class DeclineAssignmentValidator : AbstractValidator<DeclineAssignment>
{
    public DeclineAssignmentValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class DeclineAssignmentHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<DeclineAssignment, Unit>
{
    public async Task<Unit> Handle(DeclineAssignment command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ReactToAssignments, @case.Assignment(command.Id).Department));
        @case.Decline(command.Id, command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
