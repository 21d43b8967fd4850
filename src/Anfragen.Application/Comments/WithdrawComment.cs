using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Comments;

/// <summary>Takes back what one said oneself; the text is erased.</summary>
public sealed record WithdrawComment : ICommand<Unit>
{
    public static Permission Permission => Permission.CommentOnQuestions;

    public required InquiryId Inquiry { get; init; }

    public required CommentId Comment { get; init; }
}

internal sealed class WithdrawCommentHandler(ICases cases, IComments comments, ICurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawComment, Unit>
{
    public async Task<Unit> Handle(WithdrawComment command, CancellationToken cancel)
    {
        await cases.Get(command.Inquiry, cancel);
        var comment = (await comments.Of(command.Inquiry, cancel)).FirstOrDefault(comment => comment.Id == command.Comment) ?? throw new NotFound();
        var actor = user.As(Permission.CommentOnQuestions, comment.Occasion.Actor.Organization);
        await comments.Update(comment.Withdraw(clock.Occasion(actor)), cancel);
        return Unit.Value;
    }
}
