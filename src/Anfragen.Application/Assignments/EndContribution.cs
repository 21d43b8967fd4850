using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>The lead does without a contribution that is still outstanding.</summary>
public sealed record EndContribution : ICommand<Unit>
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AssignmentId Id { get; init; }
}

internal sealed class EndContributionHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<EndContribution, Unit>
{
    public async Task<Unit> Handle(EndContribution command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, @case.LeadOf(@case.Assignment(command.Id).QuestionId)?.Department ?? default));
        CommonRules.StepIsOpenToActor.BrokenIf(occasion.Actor.Organization != @case.LeadOf(@case.Assignment(command.Id).QuestionId)?.Department);
        @case.EndContribution(command.Id, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
