using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>Accounts as the administration and their own people see them.</summary>
internal sealed class AccountLists(DbSession db, TimeProvider clock)
{
    private const string Columns = "SELECT id, name, login, password_hash IS NOT NULL AS has_password, locked_until, last_sign_in_at FROM users";

    private const string SelectAccounts = $"{Columns} WHERE id <> @system ORDER BY name, login_folded";

    private const string SelectAccount = $"{Columns} WHERE id = @account AND id <> @system";

    private const string SelectRoles = """
        SELECT g.id, g.user_id AS account, g.role, o.name AS organization, g.valid_from, g.valid_to
        FROM role_grants g JOIN organizations o ON o.id = g.organization_id
        ORDER BY g.valid_from, g.id
        """;

    public DateOnly Today => Berlin.Day(clock.GetUtcNow());

    /// <summary>All but the system's own, with the roles that hold today.</summary>
    public async Task<IReadOnlyList<AccountLine>> All(CancellationToken cancel)
    {
        var roles = await Roles(cancel);
        return [.. (await db.List<AccountRow>(SelectAccounts, new { system = WellKnown.System }, cancel)).Select(row => Line(row, roles[row.Id]))];
    }

    /// <summary>One account with all its roles, or null.</summary>
    public async Task<(AccountLine Account, IReadOnlyList<HeldRole> Roles)?> Find(UserId account, CancellationToken cancel)
    {
        var row = await db.SingleOrDefault<AccountRow>(SelectAccount, new { account, system = WellKnown.System }, cancel);
        if (row is null) return null;
        var roles = (await Roles(cancel))[account].ToList();
        return (Line(row, roles), roles);
    }

    private AccountLine Line(AccountRow row, IEnumerable<HeldRole> roles) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Login = row.Login,
        Status = AccountRepository.IsLocked(row.LockedUntil) ? AccountStatus.Locked : row.HasPassword ? AccountStatus.Active : AccountStatus.Invited,
        LastSignInAt = row.LastSignInAt,
        Roles = [.. roles.Where(role => role.Validity.Covers(Today))],
    };

    private async Task<ILookup<UserId, HeldRole>> Roles(CancellationToken cancel) =>
        (await db.List<RoleRow>(SelectRoles, null, cancel)).ToLookup(row => row.Account, row => new HeldRole
        {
            Id = row.Id,
            Role = row.Role,
            Organization = row.Organization,
            Validity = new Period(row.ValidFrom, row.ValidTo),
        });

    private sealed record AccountRow
    {
        public UserId Id { get; init; }

        public string Name { get; init; } = "";

        public string Login { get; init; } = "";

        public bool HasPassword { get; init; }

        public DateTimeOffset? LockedUntil { get; init; }

        public DateTimeOffset? LastSignInAt { get; init; }
    }

    private sealed record RoleRow(Guid Id, UserId Account, Role Role, string Organization, DateOnly ValidFrom, DateOnly? ValidTo);
}
