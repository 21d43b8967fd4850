using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>The lead asks a contributing department for more.</summary>
public sealed record ReturnContribution : ICommand<Unit>
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AssignmentId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class ReturnContributionValidator : AbstractValidator<ReturnContribution>
{
    public ReturnContributionValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class ReturnContributionHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ReturnContribution, Unit>
{
    public async Task<Unit> Handle(ReturnContribution command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, @case.LeadOf(@case.Assignment(command.Id).QuestionId)?.Department ?? default));
        CommonRules.StepIsOpenToActor.BrokenIf(occasion.Actor.Organization != @case.LeadOf(@case.Assignment(command.Id).QuestionId)?.Department);
        @case.Assignment(command.Id).ReturnContribution(command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
