using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>
/// Somebody leaves: roles and memberships end with today, and the account is locked at once. The name stays in what the person did.
/// </summary>
public sealed record RecordDeparture(UserId Id) : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;
}

internal sealed class RecordDepartureHandler(ICouncilRegister council, IAccounts accounts, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RecordDeparture, Unit>
{
    public async Task<Unit> Handle(RecordDeparture command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        var account = await accounts.Get(command.Id, cancel);
        AccountRules.NotOwnAccount.BrokenIf(occasion.Actor.Is(account.Id));

        var register = await council.Get(cancel);
        if (account.Person is { } person) register.EndMemberships(person, occasion.Day);
        await council.Save(register, occasion, cancel);
        foreach (var grant in account.Grants.Where(grant => grant.Validity.To is null || grant.Validity.To > occasion.Day))
        {
            await accounts.EndGrant(account.Id, grant.Id, occasion.Day, occasion, cancel);
        }

        await accounts.Lock(account.Id, occasion, cancel);
        return Unit.Value;
    }
}
