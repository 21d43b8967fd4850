using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>The mayor's office sends the reply back to the council office.</summary>
public sealed record ReturnReply : ICommand<Unit>
{
    public static Permission Permission => Permission.ReviewReplies;

    public required ReplyId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class ReturnReplyValidator : AbstractValidator<ReturnReply>
{
    public ReturnReplyValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class ReturnReplyHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnReply, Unit>
{
    public async Task<Unit> Handle(ReturnReply command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ReviewReplies));
        @case.Reply(command.Id).Return(command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
