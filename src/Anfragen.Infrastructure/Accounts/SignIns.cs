using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>Which logins there are, for a host that greets its operator.</summary>
public sealed class SignIns(DbSession db)
{
    private const string SelectLogins = "SELECT login FROM users WHERE password_hash IS NOT NULL ORDER BY login_folded";

    private const string SelectInvited = "SELECT COUNT(*) FROM users WHERE password_hash IS NULL AND id <> @system";

    /// <summary>How many accounts have no password yet, for example after a city's file was imported.</summary>
    public Task<long> WithoutPassword(CancellationToken cancel) => db.Single<long>(SelectInvited, new { system = WellKnown.System }, cancel);

    /// <summary>All but the system's own account, which cannot sign in, and those that have no password yet.</summary>
    public Task<IReadOnlyList<string>> Logins(CancellationToken cancel) => db.List<string>(SelectLogins, null, cancel);
}
