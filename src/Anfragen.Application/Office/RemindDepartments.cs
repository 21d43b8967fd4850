using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Office;

/// <summary>Ämter erinnern: those that have not reacted to an assignment get the reminder once more, once a day at most.</summary>
public sealed record RemindDepartments : ICommand<IReadOnlyList<string>>
{
    public static Permission Permission => Permission.RouteQuestions;

    public IReadOnlyList<InquiryId> Inquiries { get; init; } = [];
}

internal sealed class RemindDepartmentsValidator : AbstractValidator<RemindDepartments>
{
    public RemindDepartmentsValidator() => RuleFor(command => command.Inquiries).AreChosen();
}

internal sealed class RemindDepartmentsHandler(BulkSteps bulk, ICurrentUser user, TimeProvider clock) : IRequestHandler<RemindDepartments, IReadOnlyList<string>>
{
    public Task<IReadOnlyList<string>> Handle(RemindDepartments command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.RouteQuestions));
        return bulk.Take(command.Inquiries, @case => @case.RemindDepartments(occasion), cancel);
    }
}
