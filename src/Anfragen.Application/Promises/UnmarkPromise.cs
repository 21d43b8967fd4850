using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Promises;

/// <summary>Takes the mark of a promise away, as long as the answer is not delivered.</summary>
public sealed record UnmarkPromise : ICommand<Unit>
{
    public static Permission Permission => Permission.TrackPromises;

    public required PromiseId Id { get; init; }
}

internal sealed class UnmarkPromiseHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<UnmarkPromise, Unit>
{
    public async Task<Unit> Handle(UnmarkPromise command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var department = @case.Answer(@case.Promise(command.Id).AnswerId).Department;
        @case.UnmarkPromise(command.Id, clock.Occasion(user.As(Permission.TrackPromises, department)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
