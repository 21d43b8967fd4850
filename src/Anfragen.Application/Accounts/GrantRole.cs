using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Gives an account a further role for a period.</summary>
public sealed record GrantRole : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;

    public required UserId Id { get; init; }

    public Role? Role { get; init; }

    /// <summary>Where the role holds.</summary>
    public OrganizationId? Organization { get; init; }

    /// <summary>The first day; null for today.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day; null for no end.</summary>
    public DateOnly? ValidTo { get; init; }
}

internal sealed class GrantRoleValidator : AbstractValidator<GrantRole>
{
    public GrantRoleValidator()
    {
        RuleFor(command => command.Role).NotNull().WithMessage("Bitte wählen Sie die Rolle.").IsInEnum().WithMessage("Diese Rolle gibt es nicht.");
        RuleFor(command => command.Organization).NotNull().WithMessage("Bitte wählen Sie die Organisation.");
    }
}

internal sealed class GrantRoleHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<GrantRole, Unit>
{
    public async Task<Unit> Handle(GrantRole command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        var account = await accounts.Get(command.Id, cancel);
        var grant = await accounts.GrantOf(command.Role!.Value, command.Organization!.Value.ToString(), cancel);
        var validity = new Period(command.ValidFrom ?? occasion.Day, command.ValidTo);
        CouncilRules.PeriodIsForward.BrokenIf(validity.IsReversed);
        await accounts.Grant(account.Id, grant, validity, occasion, cancel);
        return Unit.Value;
    }
}
