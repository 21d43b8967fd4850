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

    /// <summary>Grants a role from today on.</summary>
    /// <exception cref="RuleViolation"><see cref="AccountRules.RoleIsNew"/>.</exception>
    Task Grant(UserId account, RoleGrant grant, Occasion occasion, CancellationToken cancel);

    /// <summary>Ends the account's sessions and admits no new ones.</summary>
    Task Lock(UserId account, Occasion occasion, CancellationToken cancel);

    /// <summary>Notes that nobody can sign in for a while, because of too many wrong passwords.</summary>
    Task NoteSuspension(UserId account, Occasion occasion, CancellationToken cancel);
}

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
