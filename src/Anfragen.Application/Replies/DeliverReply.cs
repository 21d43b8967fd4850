using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>The askers receive the reply.</summary>
public sealed record DeliverReply : ICommand<Unit>
{
    public static Permission Permission => Permission.DeliverReplies;

    public required ReplyId Id { get; init; }
}

internal sealed class DeliverReplyHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<DeliverReply, Unit>
{
    public async Task<Unit> Handle(DeliverReply command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.DeliverReplies));
        @case.DeliverReply(command.Id, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
