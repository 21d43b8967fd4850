using Anfragen.Application.Council;
using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>Gives the lead of a question to another department; a begun answer moves along.</summary>
public sealed record ReassignQuestion : ICommand<Unit>
{
    public static Permission Permission => Permission.RouteQuestions;

    public required InquiryId Id { get; init; }

    public required QuestionId Question { get; init; }

    public OrganizationId? Department { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class ReassignQuestionValidator : AbstractValidator<ReassignQuestion>
{
    public ReassignQuestionValidator()
    {
        RuleFor(command => command.Department).NotNull().WithMessage("Bitte wählen Sie ein Amt.");
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class ReassignQuestionHandler(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ReassignQuestion, Unit>
{
    public async Task<Unit> Handle(ReassignQuestion command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.RouteQuestions));
        if (!await council.AreDepartments([command.Department!.Value], cancel)) throw new NotFound();
        @case.Reassign(command.Question, command.Department.Value, command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
