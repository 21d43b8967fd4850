using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>Takes up the latest co-signed versions and other remarks.</summary>
public sealed record ReviseReply : ICommand<Unit>, IRemarks
{
    public static Permission Permission => Permission.ComposeReplies;

    public required ReplyId Id { get; init; }

    /// <summary>The revision the form was loaded with.</summary>
    public int BasedOn { get; init; }

    /// <inheritdoc />
    public string? Preliminary { get; init; }

    /// <inheritdoc />
    public string? Closing { get; init; }
}

internal sealed class ReviseReplyValidator : AbstractValidator<ReviseReply>
{
    public ReviseReplyValidator(IAnswerMarkdown markdown)
    {
        RuleFor(command => command.Preliminary).IsText().IsAnswerMarkdown(markdown);
        RuleFor(command => command.Closing).IsText().IsAnswerMarkdown(markdown);
    }
}

internal sealed class ReviseReplyHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReviseReply, Unit>
{
    public async Task<Unit> Handle(ReviseReply command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        CommonRules.NotChangedMeanwhile.BrokenIf(@case.Reply(command.Id).Revision != command.BasedOn);
        @case.ReviseReply(
            command.Id, command.Preliminary?.ReplaceLineEndings("\n"), command.Closing?.ReplaceLineEndings("\n"),
            clock.Occasion(user.As(Permission.ComposeReplies)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
