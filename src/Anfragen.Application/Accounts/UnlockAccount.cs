using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Gives a locked account its access back, under the password it had.</summary>
public sealed record UnlockAccount(UserId Id) : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;
}

internal sealed class UnlockAccountHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<UnlockAccount, Unit>
{
    public async Task<Unit> Handle(UnlockAccount command, CancellationToken cancel)
    {
        var account = await accounts.Get(command.Id, cancel);
        await accounts.Unlock(account.Id, clock.Occasion(user.As(Permission.ManageAccounts)), cancel);
        return Unit.Value;
    }
}
