using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>
/// The accounts for ASP.NET Core Identity, in the table <c>users</c>. Failed sign-ins are counted in the database, because
/// guesses arrive in parallel; everything else is written by <see cref="UpdateAsync"/>, unless the stamp has changed meanwhile.
/// </summary>
internal sealed class AccountStore(DbSession db, TimeProvider clock)
    : IUserPasswordStore<Account>, IUserLockoutStore<Account>, IUserSecurityStampStore<Account>
{
    private const string Columns = """
        SELECT id, name, login, login_folded, password_hash, security_stamp, security_stamp AS stamp_read, failed_sign_ins, locked_until
        FROM users
        """;

    private const string Insert = """
        INSERT INTO users (id, name, login, login_folded, password_hash, security_stamp, locked_until, created_at, modified_at)
        VALUES (@id, @name, @login, @login_folded, @password_hash, @security_stamp, @locked_until, @now, @now)
        """;

    private const string Update = """
        UPDATE users
        SET password_hash = @password_hash, security_stamp = @security_stamp, locked_until = @locked_until, modified_at = @now
        WHERE id = @id AND security_stamp = @stamp_read
        """;

    private const string CountFailure = "UPDATE users SET failed_sign_ins = failed_sign_ins + 1 WHERE id = @id RETURNING failed_sign_ins";

    private const string ForgetFailures = "UPDATE users SET failed_sign_ins = 0 WHERE id = @id";

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => UserId.TryParse(userId, out var id)
        ? db.SingleOrDefault<Account>($"{Columns} WHERE id = @id", new { id }, cancellationToken)
        : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.SingleOrDefault<Account>($"{Columns} WHERE login_folded = @login", new { login = normalizedUserName }, cancellationToken);

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        await db.Execute(
            Insert,
            new { user.Id, user.Name, user.Login, user.LoginFolded, user.PasswordHash, user.SecurityStamp, user.LockedUntil, now = clock.GetUtcNow() },
            cancellationToken);
        user.StampRead = user.SecurityStamp;
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var rows = await db.Execute(
            Update,
            new { user.Id, user.PasswordHash, user.SecurityStamp, user.LockedUntil, user.StampRead, now = clock.GetUtcNow() },
            cancellationToken);
        if (rows == 0) return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());

        user.StampRead = user.SecurityStamp;
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are locked, never deleted: the journal names them.");

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) =>
        Set(() => user.Login = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.LoginFolded);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Set(() => user.LoginFolded = normalizedName ?? "");

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(() => user.PasswordHash = passwordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) =>
        Set(() => user.SecurityStamp = stamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(() => user.LockedUntil = lockoutEnd);

    public async Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        user.FailedSignIns = await db.Run(() => db.Single<int>(CountFailure, new { user.Id }, cancellationToken), cancellationToken);

    public async Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        await db.Execute(ForgetFailures, new { user.Id }, cancellationToken);
        user.FailedSignIns = 0;
    }

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Nothing to set: every account can be locked.</summary>
    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}
