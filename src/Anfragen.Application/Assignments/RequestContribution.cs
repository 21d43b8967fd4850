using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>The lead asks one more department for a contribution to a question.</summary>
public sealed record RequestContribution : ICommand<Unit>
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AnswerId Id { get; init; }

    public required QuestionId Question { get; init; }

    public OrganizationId? Department { get; init; }

    /// <summary>What is asked for; internal.</summary>
    public string? Note { get; init; }
}

internal sealed class RequestContributionValidator : AbstractValidator<RequestContribution>
{
    public RequestContributionValidator()
    {
        RuleFor(command => command.Department).NotNull().WithMessage("Bitte wählen Sie ein Amt.");
        RuleFor(command => command.Note).IsText();
    }
}

internal sealed class RequestContributionHandler(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RequestContribution, Unit>
{
    public async Task<Unit> Handle(RequestContribution command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var answer = @case.Answer(command.Id);
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, answer.Department));
        CommonRules.StepIsOpenToActor.BrokenIf(occasion.Actor.Organization != answer.Department);
        AnswerRules.CoversTheQuestion.BrokenIf(!answer.Covers.Contains(command.Question));
        if (!await council.AreDepartments([command.Department!.Value], cancel)) throw new NotFound();
        @case.RequestContribution(command.Question, command.Department.Value, command.Note?.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
