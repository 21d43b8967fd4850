using Anfragen.Domain;
using Anfragen.Domain.Council;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Makes another one-time link: for somebody who was never in, or who has forgotten the password. Older links no longer hold.</summary>
public sealed record RenewInvitation(UserId Id) : ICommand<Invitation>
{
    public static Permission Permission => Permission.ManageAccounts;
}

internal sealed class RenewInvitationHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<RenewInvitation, Invitation>
{
    public async Task<Invitation> Handle(RenewInvitation command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        var account = await accounts.Get(command.Id, cancel);
        AccountRules.HasARole.BrokenIf(account.Grants.Count == 0);
        AccountRules.NotLocked.BrokenIf(account.IsLocked);
        var expiresAt = occasion.At + (account.HasPassword ? Invitation.ForReset : Invitation.ForNewAccount);
        return new Invitation(account.Id, await accounts.Invite(account.Id, expiresAt, occasion, cancel), expiresAt);
    }
}
