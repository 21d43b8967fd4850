using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Accounts;

/// <summary>The accounts and what roles they hold. Whatever it changes it notes for the journal.</summary>
public interface IAccounts
{
    /// <summary>The organisation of today that has this id or exactly this name, or null.</summary>
    Task<GrantingOrganization?> FindOrganization(string idOrName, CancellationToken cancel);

    /// <summary>The account that signs in with this, however it is capitalised.</summary>
    /// <exception cref="NotFound">There is none, or it is the system's.</exception>
    Task<UserId> Get(string login, CancellationToken cancel);

    /// <summary>Adds a person's account with its first role, which holds from today.</summary>
    /// <exception cref="RuleViolation"><see cref="AccountRules.LoginIsFree"/>.</exception>
    Task<UserId> Add(Guid person, string name, string login, string password, RoleGrant first, Occasion occasion, CancellationToken cancel);

    /// <summary>Adds an account that cannot sign in until its person has set a password.</summary>
    /// <exception cref="RuleViolation"><see cref="AccountRules.LoginIsFree"/>.</exception>
    Task AddWithoutPassword(UserId account, Guid? person, string name, string login, Occasion occasion, CancellationToken cancel);

    /// <summary>The account with its roles.</summary>
    /// <exception cref="NotFound">There is none, or it is the system's.</exception>
    Task<AccountState> Get(UserId account, CancellationToken cancel);

    /// <summary>Makes a one-time link's secret; older ones no longer hold.</summary>
    Task<string> Invite(UserId account, DateTimeOffset expiresAt, Occasion occasion, CancellationToken cancel);

    /// <summary>Uses a one-time link up: the account it invites, or null when it does not hold.</summary>
    Task<UserId?> Redeem(string token, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Whether this is the account's password.</summary>
    Task<bool> HasPassword(UserId account, string password, CancellationToken cancel);

    /// <summary>Every account but the system's own, with its roles.</summary>
    Task<IReadOnlyList<AccountState>> All(CancellationToken cancel);

    /// <summary>Lets the account belong to that person and bear that name.</summary>
    Task Rename(UserId account, Guid person, string name, Occasion occasion, CancellationToken cancel);

    /// <summary>Sets where the account's mails go, or takes the address away.</summary>
    Task SetMailAddress(UserId account, string? address, Occasion occasion, CancellationToken cancel);

    /// <summary>Grants a role for a period with a first day.</summary>
    /// <exception cref="RuleViolation"><see cref="AccountRules.RoleIsNew"/>.</exception>
    Task Grant(UserId account, RoleGrant grant, Period validity, Occasion occasion, CancellationToken cancel);

    /// <summary>Lets a role end with that day.</summary>
    Task EndGrant(UserId account, Guid grant, DateOnly last, Occasion occasion, CancellationToken cancel);

    /// <summary>Sets another password, ends the account's sessions, takes a lock away and voids open links.</summary>
    Task SetPassword(UserId account, string password, Occasion occasion, CancellationToken cancel);

    /// <summary>Ends the account's sessions, admits no new ones and voids open links.</summary>
    Task Lock(UserId account, Occasion occasion, CancellationToken cancel);

    /// <summary>Admits the account again.</summary>
    Task Unlock(UserId account, Occasion occasion, CancellationToken cancel);

    /// <summary>Notes that nobody can sign in for a while, because of too many wrong passwords.</summary>
    Task NoteSuspension(UserId account, Occasion occasion, CancellationToken cancel);
}

/// <summary>An account with its roles.</summary>
public sealed record AccountState(UserId Id, Guid? Person, string Login, string Name, IReadOnlyList<GrantState> Grants)
{
    /// <summary>Whether its person has set a password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Whether its access was taken away; not after a few wrong passwords, which pass by themselves.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Where its mails go; null when it gets none.</summary>
    public string? MailAddress { get; init; }

    /// <summary>The account acting on itself, in its latest role.</summary>
    /// <exception cref="RuleViolation"><see cref="AccountRules.HasARole"/>.</exception>
    public Actor Itself() => Grants.OrderBy(grant => grant.Validity.From).LastOrDefault() is { } grant
        ? new Actor(Id, grant.Role, grant.Organization)
        : throw new RuleViolation(AccountRules.HasARole);
}

/// <summary>A role that an account holds, held or will hold.</summary>
public sealed record GrantState(Guid Id, Role Role, OrganizationId Organization, Period Validity);

/// <summary>An organisation in which a role is to be granted.</summary>
public sealed record GrantingOrganization(OrganizationId Id, OrganizationKind Kind);

internal static class Granting
{
    /// <summary>The roles in an organisation that would hold longer than it.</summary>
    public static IEnumerable<(UserId Account, GrantState Grant)> HeldBeyond(
        this IEnumerable<AccountState> accounts, OrganizationId organization, DateOnly last) =>
        from account in accounts
        from grant in account.Grants
        where grant.Organization == organization && (grant.Validity.To is null || grant.Validity.To > last)
        select (account.Id, grant);

    /// <summary>The role in the organisation of that id or name, if it fits there.</summary>
    public static async Task<RoleGrant> GrantOf(this IAccounts accounts, Role role, string organization, CancellationToken cancel)
    {
        var found = await accounts.FindOrganization(organization.Trim(), cancel);
        AccountRules.OrganizationExists.BrokenIf(found is null);
        AccountRules.RoleFitsOrganization.BrokenIf(!role.FitsInto(found.Kind));
        return new RoleGrant(role, found.Id);
    }
}
