using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>Hands the whole reply to the mayor's office.</summary>
public sealed record SubmitReplyForReview : ICommand<Unit>
{
    public static Permission Permission => Permission.ComposeReplies;

    public required ReplyId Id { get; init; }
}

internal sealed class SubmitReplyForReviewHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SubmitReplyForReview, Unit>
{
    public async Task<Unit> Handle(SubmitReplyForReview command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ComposeReplies));
        @case.SubmitReplyForReview(command.Id, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
