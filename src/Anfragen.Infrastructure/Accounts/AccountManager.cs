using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>
/// Identity's manager with lockout by the clock that is passed in, and without rewriting the account for each failure:
/// of two guesses at the same time the slower one would take the lock away that the other has set.
/// </summary>
public sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> logger,
    TimeProvider clock)
    // No validators: AddAccount's speaks German, and the database keeps logins unique.
    : UserManager<Account>(store, options, hasher, [], [], normalizer, errors, services, logger)
{
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.LockedUntil > clock.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        var lockouts = (IUserLockoutStore<Account>)Store;
        var failures = await lockouts.IncrementAccessFailedCountAsync(user, CancellationToken);
        if (failures < Options.Lockout.MaxFailedAccessAttempts) return IdentityResult.Success;

        await lockouts.ResetAccessFailedCountAsync(user, CancellationToken);
        await lockouts.SetLockoutEndDateAsync(user, clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan, CancellationToken);
        return await Store.UpdateAsync(user, CancellationToken);
    }
}
