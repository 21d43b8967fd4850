using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>Freigabe of exactly the content that was shown.</summary>
public sealed record ApproveReply : ICommand<Unit>
{
    public static Permission Permission => Permission.ReviewReplies;

    public required ReplyId Id { get; init; }

    /// <summary>Digest of the content the page showed.</summary>
    public string ContentSha256 { get; init; } = "";
}

internal sealed class ApproveReplyHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<ApproveReply, Unit>
{
    public async Task<Unit> Handle(ApproveReply command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ReviewReplies));
        @case.ApproveReply(command.Id, command.ContentSha256, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
