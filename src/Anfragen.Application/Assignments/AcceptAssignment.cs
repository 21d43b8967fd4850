using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>The department takes the question, or the contribution, on.</summary>
public sealed record AcceptAssignment : ICommand<Unit>
{
    public static Permission Permission => Permission.ReactToAssignments;

    public required AssignmentId Id { get; init; }
}

internal sealed class AcceptAssignmentHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<AcceptAssignment, Unit>
{
    public async Task<Unit> Handle(AcceptAssignment command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ReactToAssignments, @case.Assignment(command.Id).Department));
        @case.Accept(command.Id, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
