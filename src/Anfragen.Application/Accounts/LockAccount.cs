using Anfragen.Domain;
using Anfragen.Domain.Council;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Takes an account's access away at once, also in sessions that are open.</summary>
public sealed record LockAccount(UserId Id) : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;
}

internal sealed class LockAccountHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<LockAccount, Unit>
{
    public async Task<Unit> Handle(LockAccount command, CancellationToken cancel)
    {
        var account = await accounts.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        AccountRules.NotOwnAccount.BrokenIf(occasion.Actor.Is(account.Id));
        await accounts.Lock(account.Id, occasion, cancel);
        return Unit.Value;
    }
}
