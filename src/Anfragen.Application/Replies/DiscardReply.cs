using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>Throws an unsigned reply away; the answers stay.</summary>
public sealed record DiscardReply : ICommand<Unit>
{
    public static Permission Permission => Permission.ComposeReplies;

    public required ReplyId Id { get; init; }
}

internal sealed class DiscardReplyHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<DiscardReply, Unit>
{
    public async Task<Unit> Handle(DiscardReply command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ComposeReplies));
        @case.Reply(command.Id).Discard(occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
