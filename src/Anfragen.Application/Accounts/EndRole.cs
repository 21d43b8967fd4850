using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Lets a role of an account end with a day.</summary>
public sealed record EndRole : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;

    public required UserId Id { get; init; }

    public Guid Grant { get; init; }

    /// <summary>The last day on which the role holds.</summary>
    public DateOnly? LastDay { get; init; }
}

internal sealed class EndRoleValidator : AbstractValidator<EndRole>
{
    public EndRoleValidator() => RuleFor(command => command.LastDay).NotNull().WithMessage("Bitte geben Sie den letzten Tag an.");
}

internal sealed class EndRoleHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<EndRole, Unit>
{
    public async Task<Unit> Handle(EndRole command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        var account = await accounts.Get(command.Id, cancel);
        var grant = account.Grants.SingleOrDefault(grant => grant.Id == command.Grant) ?? throw new NotFound();
        AccountRules.OwnAdministrationStays.BrokenIf(grant.Role == Role.Administrator && occasion.Actor.Is(account.Id));
        CouncilRules.PeriodIsForward.BrokenIf(grant.Validity.Until(command.LastDay!.Value).IsReversed);
        await accounts.EndGrant(account.Id, grant.Id, command.LastDay.Value, occasion, cancel);
        return Unit.Value;
    }
}
