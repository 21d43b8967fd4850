using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>The department takes the question, or the contribution, on. A lead gets the answer it now has to write.</summary>
public sealed record AcceptAssignment : ICommand<AnswerId?>
{
    public static Permission Permission => Permission.ReactToAssignments;

    public required AssignmentId Id { get; init; }
}

internal sealed class AcceptAssignmentHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<AcceptAssignment, AnswerId?>
{
    public async Task<AnswerId?> Handle(AcceptAssignment command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ReactToAssignments, @case.Assignment(command.Id).Department));
        @case.Accept(command.Id, occasion);
        await cases.Save(@case, cancel);
        var assignment = @case.Assignment(command.Id);
        return assignment.Part == AssignmentPart.Lead ? @case.OpenAnswerOf(assignment.QuestionId)?.Id : null;
    }
}
