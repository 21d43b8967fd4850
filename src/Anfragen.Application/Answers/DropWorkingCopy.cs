using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>The person goes on from the stored version and not from what they had typed.</summary>
public sealed record DropWorkingCopy(AnswerId Id) : ICommand<Unit>
{
    public static Permission Permission => Permission.SignedIn;
}

internal sealed class DropWorkingCopyHandler(IWorkingCopies copies, ICurrentUser user) : IRequestHandler<DropWorkingCopy, Unit>
{
    public async Task<Unit> Handle(DropWorkingCopy command, CancellationToken cancel)
    {
        await copies.Drop(command.Id, user.Id!.Value, cancel);
        return Unit.Value;
    }
}
