using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>Puts the co-signed answers together to one reply.</summary>
public sealed record ComposeReply : ICommand<ReplyId>, IRemarks
{
    public static Permission Permission => Permission.ComposeReplies;

    public required InquiryId Id { get; init; }

    /// <inheritdoc />
    public string? Preliminary { get; init; }

    /// <inheritdoc />
    public string? Closing { get; init; }
}

internal sealed class ComposeReplyValidator : AbstractValidator<ComposeReply>
{
    public ComposeReplyValidator(IAnswerMarkdown markdown)
    {
        RuleFor(command => command.Preliminary).IsText().IsAnswerMarkdown(markdown);
        RuleFor(command => command.Closing).IsText().IsAnswerMarkdown(markdown);
    }
}

internal sealed class ComposeReplyHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<ComposeReply, ReplyId>
{
    public async Task<ReplyId> Handle(ComposeReply command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var reply = @case.ComposeReply(
            command.Preliminary?.ReplaceLineEndings("\n"), command.Closing?.ReplaceLineEndings("\n"),
            clock.Occasion(user.As(Permission.ComposeReplies)));
        await cases.Save(@case, cancel);
        return reply.Id;
    }
}
