using Anfragen.Application;
using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.Logging;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>Checks login and password. Unknown, wrong and locked are one answer, in the same time.</summary>
public sealed partial class PasswordSignIn(
    AccountManager accounts, IAccounts suspensions, IJournal journal, AccountPasswordHasher hasher, DbSession db, TimeProvider clock,
    ILogger<PasswordSignIn> log)
{
    // How the journal names what no command does.
    private const string UseCase = "SignIn";


    // Longer than any login or password; what is longer is wrong and not worth hashing.
    private const int Longest = 500;

    private const string RememberSignIn = "UPDATE users SET last_sign_in_at = @now WHERE id = @id";

    /// <summary>The account, or null for every reason not to admit it.</summary>
    public async Task<Account?> Check(string login, string password, CancellationToken cancel)
    {
        if (login.Length > Longest || password.Length > Longest) (login, password) = ("", "");

        var account = await accounts.FindByNameAsync(login);
        if (account?.PasswordHash is null || await accounts.IsLockedOutAsync(account))
        {
            hasher.CheckNothing(password);
            Refused(account?.Id.ToString() ?? "unknown");
            return null;
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await db.Run(() => CountFailure(account, cancel), cancel);
            Refused(account.Id.ToString());
            return null;
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await db.Execute(RememberSignIn, new { account.Id, now = clock.GetUtcNow() }, cancel);
        return account;
    }

    // One transaction, so that no lock is without its entry in the journal.
    private async Task CountFailure(Account account, CancellationToken cancel)
    {
        journal.Begin();
        var now = ColumnType.CutToMilliseconds(clock.GetUtcNow());
        var counted = await accounts.AccessFailedAsync(account);
        if (!counted.Succeeded || !await accounts.IsLockedOutAsync(account)) return;

        var itself = new Actor(WellKnown.System, Role.Administrator, WellKnown.Body);
        await suspensions.NoteSuspension(account.Id, new Occasion(itself, now), cancel);
        await journal.Write(UseCase, cancel);
    }

    // Without what was typed: some people type their password into the wrong field.
    [LoggerMessage(LogLevel.Information, "Sign-in refused, account {Account}")]
    private partial void Refused(string account);
}
