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

    /// <summary>Adds an account with its first role, which holds from today.</summary>
    /// <exception cref="RuleViolation"><see cref="AccountRules.LoginIsFree"/>.</exception>
    Task<UserId> Add(string name, string login, string password, RoleGrant first, Occasion occasion, CancellationToken cancel);

    /// <summary>Adds an account that cannot sign in until its person has set a password.</summary>
    /// <exception cref="RuleViolation"><see cref="AccountRules.LoginIsFree"/>.</exception>
    Task AddWithoutPassword(UserId account, Guid? person, string name, string login, Occasion occasion, CancellationToken cancel);

    /// <summary>Every account but the system's own, with its roles.</summary>
    Task<IReadOnlyList<AccountState>> All(CancellationToken cancel);

    /// <summary>Lets the account belong to that person and bear that name.</summary>
    Task Rename(UserId account, Guid person, string name, Occasion occasion, CancellationToken cancel);

    /// <summary>Grants a role for a period with a first day.</summary>
    /// <exception cref="RuleViolation"><see cref="AccountRules.RoleIsNew"/>.</exception>
    Task Grant(UserId account, RoleGrant grant, Period validity, Occasion occasion, CancellationToken cancel);

    /// <summary>Lets a role end with that day.</summary>
    Task EndGrant(UserId account, Guid grant, DateOnly last, Occasion occasion, CancellationToken cancel);

    /// <summary>Sets another password, ends the account's sessions and takes a lock away.</summary>
    Task SetPassword(UserId account, string password, Occasion occasion, CancellationToken cancel);

    /// <summary>Ends the account's sessions and admits no new ones.</summary>
    Task Lock(UserId account, Occasion occasion, CancellationToken cancel);

    /// <summary>Notes that nobody can sign in for a while, because of too many wrong passwords.</summary>
    Task NoteSuspension(UserId account, Occasion occasion, CancellationToken cancel);
}

/// <summary>An account with its roles.</summary>
public sealed record AccountState(UserId Id, Guid? Person, string Login, string Name, IReadOnlyList<GrantState> Grants);

/// <summary>A role that an account holds, held or will hold.</summary>
public sealed record GrantState(Guid Id, Role Role, OrganizationId Organization, Period Validity);

/// <summary>An organisation in which a role is to be granted.</summary>
public sealed record GrantingOrganization(OrganizationId Id, OrganizationKind Kind);

internal static class Granting
{
    /// <summary>The role in the organisation of that id or name, if it fits there.</summary>
    public static async Task<RoleGrant> GrantOf(this IAccounts accounts, Role role, string organization, CancellationToken cancel)
    {
        var found = await accounts.FindOrganization(organization.Trim(), cancel);
        AccountRules.OrganizationExists.BrokenIf(found is null);
        AccountRules.RoleFitsOrganization.BrokenIf(!role.FitsInto(found.Kind));
        return new RoleGrant(role, found.Id);
    }
}
