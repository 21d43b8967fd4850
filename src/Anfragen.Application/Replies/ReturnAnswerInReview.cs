using Anfragen.Domain;
using Anfragen.Domain.Replies;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>The mayor's office sends one answer of the reply back to its department.</summary>
public sealed record ReturnAnswerInReview : ICommand<Unit>
{
    public static Permission Permission => Permission.ReviewReplies;

    public required ReplyId Id { get; init; }

    public required AnswerId Answer { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class ReturnAnswerInReviewValidator : AbstractValidator<ReturnAnswerInReview>
{
    public ReturnAnswerInReviewValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class ReturnAnswerInReviewHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ReturnAnswerInReview, Unit>
{
    public async Task<Unit> Handle(ReturnAnswerInReview command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ReviewReplies));
        ReplyRules.ReviewsWhatIsShown.BrokenIf(@case.Reply(command.Id).State is not (ReplyState.InReview or ReplyState.Approved));
        @case.ReturnAnswer(command.Answer, command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
