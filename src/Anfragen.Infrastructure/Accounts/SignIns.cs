using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>Which logins there are, for a host that greets its operator.</summary>
public sealed class SignIns(DbSession db)
{
    private const string SelectLogins = "SELECT login FROM users WHERE password_hash IS NOT NULL ORDER BY login_folded";

    /// <summary>All but the system's own account, which cannot sign in.</summary>
    public Task<IReadOnlyList<string>> Logins(CancellationToken cancel) => db.List<string>(SelectLogins, null, cancel);
}
