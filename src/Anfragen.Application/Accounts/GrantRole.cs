using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Gives an account a further role, which holds from today.</summary>
public sealed record GrantRole : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;

    public string Login { get; init; } = "";

    public Role Role { get; init; }

    /// <summary>Id or name of the organisation in which the role holds.</summary>
    public string Organization { get; init; } = "";
}

internal sealed class GrantRoleValidator : AbstractValidator<GrantRole>
{
    public GrantRoleValidator()
    {
        RuleFor(command => command.Login).IsGiven("Bitte geben Sie die Anmeldung an.");
        RuleFor(command => command.Role).IsInEnum().WithMessage("Diese Rolle gibt es nicht.");
        RuleFor(command => command.Organization).IsGiven("Bitte geben Sie die Organisation an.");
    }
}

internal sealed class GrantRoleHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<GrantRole, Unit>
{
    public async Task<Unit> Handle(GrantRole command, CancellationToken cancel)
    {
        var account = await accounts.Get(command.Login, cancel);
        var grant = await accounts.GrantOf(command.Role, command.Organization, cancel);
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        await accounts.Grant(account, grant, new Period(occasion.Day, null), occasion, cancel);
        return Unit.Value;
    }
}
