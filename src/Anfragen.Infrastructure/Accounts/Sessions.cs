using System.Security.Cryptography;
using Anfragen.Application;
using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>Who is signed in, as of this request.</summary>
/// <param name="User">The account.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Grants">The roles that hold today.</param>
/// <param name="Organizations">The names of the organisations in which the person's own roles hold.</param>
/// <param name="DeputizesFor">The names of those for whom the person acts today.</param>
public sealed record Session(
    UserId User, string Name, IReadOnlyList<RoleGrant> Grants, IReadOnlyList<string> Organizations, IReadOnlyList<string> DeputizesFor);

/// <summary>Asks the database at every request, so that a lock and the end of a role take effect at once.</summary>
public sealed class Sessions(DbSession db, TimeProvider clock)
{
    private const string FindSession = """
        SELECT u.name, g.role, g.organization_id, o.name AS organization, NULL AS principal, NULL AS principal_name, g.valid_from, g.id
        FROM users u
        LEFT JOIN role_grants g ON g.user_id = u.id AND g.valid_from <= @today AND (g.valid_to IS NULL OR g.valid_to >= @today)
        LEFT JOIN organizations o ON o.id = g.organization_id
        WHERE u.id = @id AND u.security_stamp = @stamp
        UNION ALL
        SELECT u.name, g.role, g.organization_id, o.name, p.id, p.name, g.valid_from, g.id
        FROM users u
        JOIN deputyships d ON d.deputy = u.id AND d.valid_from <= @today AND d.valid_to >= @today
        JOIN users p ON p.id = d.principal AND (p.locked_until IS NULL OR p.locked_until <> @for_ever)
        JOIN role_grants g ON g.user_id = p.id AND g.valid_from <= @today AND (g.valid_to IS NULL OR g.valid_to >= @today)
        JOIN organizations o ON o.id = g.organization_id
        WHERE u.id = @id AND u.security_stamp = @stamp
        ORDER BY 7, 8
        """;

    private const string FindAccount = "SELECT id, security_stamp, locked_until FROM users WHERE login_folded = @login AND id <> @system";

    private const string SetStamp = "UPDATE users SET security_stamp = @stamp WHERE id = @id";

    /// <summary>The session that was begun under this stamp, or null when it is over.</summary>
    public async Task<Session?> Find(UserId id, string stamp, CancellationToken cancel)
    {
        var rows = await db.List<Row>(FindSession, new { id, stamp, today = Berlin.Day(clock.GetUtcNow()), forEver = AccountRepository.ForEver }, cancel);
        if (rows.Count == 0) return null;

        var granted = rows.Where(row => row.Role is not null).ToList();
        return new Session(
            id,
            rows[0].Name,
            [.. granted.Select(row => new RoleGrant(row.Role!.Value, row.OrganizationId!.Value, row.Principal))],
            [.. granted.Where(row => row.Principal is null).Select(row => row.Organization!).Distinct()],
            [.. granted.Where(row => row.Principal is not null).Select(row => row.PrincipalName!).Distinct()]);
    }

    /// <summary>The session that somebody would have who signed in now; null when there is no such account or it has no access any more.</summary>
    public async Task<Session?> FindByLogin(string login, CancellationToken cancel)
    {
        var account = await db.SingleOrDefault<AccountRow>(
            FindAccount, new { login = Login.Fold(login), system = WellKnown.System }, cancel);
        return account is null || AccountRepository.IsLocked(account.LockedUntil) ? null : await Find(account.Id, account.SecurityStamp, cancel);
    }

    /// <summary>Ends all sessions of the account, on every device: a copied cookie is worth nothing after signing out.</summary>
    public Task EndAll(UserId id, CancellationToken cancel) =>
        db.Execute(SetStamp, new { id, stamp = NewStamp() }, cancel);

    internal static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    private sealed record AccountRow(UserId Id, string SecurityStamp, DateTimeOffset? LockedUntil);

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public Role? Role { get; init; }

        public OrganizationId? OrganizationId { get; init; }

        public string? Organization { get; init; }

        public UserId? Principal { get; init; }

        public string? PrincipalName { get; init; }
    }
}
