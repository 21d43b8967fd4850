using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>The department is not competent and says why; the question returns to the council office.</summary>
public sealed record DeclineAssignment : ICommand<Unit>
{
    public static Permission Permission => Permission.ReactToAssignments;

    public required AssignmentId Id { get; init; }

    public DeclineCause Cause { get; init; } = DeclineCause.Other;

    /// <summary>Which department is competent, if one knows.</summary>
    public OrganizationId? Competent { get; init; }

    /// <summary>In words of one's own; the list of causes may say enough.</summary>
    public string? Reason { get; init; }
}

internal sealed class DeclineAssignmentValidator : AbstractValidator<DeclineAssignment>
{
    public DeclineAssignmentValidator()
    {
        RuleFor(command => command.Cause).IsInEnum().WithMessage("Diesen Grund gibt es nicht.");
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").When(command => command.Cause == DeclineCause.Other);
        RuleFor(command => command.Reason).IsText();
        RuleFor(command => command.Competent).NotNull().When(command => command.Cause == DeclineCause.OtherDepartment)
            .WithMessage(AssignmentRules.CompetentIsNamed.Text);
    }
}

internal sealed class DeclineAssignmentHandler(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<DeclineAssignment, Unit>
{
    public async Task<Unit> Handle(DeclineAssignment command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ReactToAssignments, @case.Assignment(command.Id).Department));
        if (command.Competent is { } competent && !await council.AreDepartments([competent], cancel)) throw new NotFound();
        @case.Decline(command.Id, new DeclineReason(command.Cause, TextRules.TypedText(command.Reason), command.Competent), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
