using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application;

/// <summary>A role somebody holds today in an organisation.</summary>
/// <param name="OnBehalfOf">Who holds it, when the person only deputises.</param>
public sealed record RoleGrant(Role Role, OrganizationId Organization, UserId? OnBehalfOf = null);

/// <summary>Who asks. Each host says it in its own way: the cookie, the command line, a test.</summary>
public interface ICurrentUser
{
    /// <summary>The account, or null when nobody is signed in.</summary>
    UserId? Id { get; }

    /// <summary>The roles that hold today.</summary>
    IReadOnlyList<RoleGrant> Grants { get; }
}

/// <summary>Questions about the current user.</summary>
public static class CurrentUserExtensions
{
    public static bool May(this ICurrentUser user, Permission permission) => permission switch
    {
        Permission.Anyone => true,
        Permission.SignedIn => user.Id is not null,
        _ => user.Grants.Any(grant => grant.Role.Has(permission)),
    };

    /// <summary>
    /// The person in the capacity that carries the permission. Who holds it in several organisations acts in the one that fits the thing,
    /// else in the first; the domain then refuses. An own role goes before one that is held for somebody else.
    /// </summary>
    public static Actor As(this ICurrentUser user, Permission permission, params IEnumerable<OrganizationId> fitting)
    {
        var grants = user.Grants.Where(grant => grant.Role.Has(permission)).OrderBy(grant => grant.OnBehalfOf is not null).ToList();
        if (user.Id is not { } id || grants.Count == 0) throw new Forbidden(permission);
        var grant = grants.FirstOrDefault(grant => fitting.Contains(grant.Organization)) ?? grants[0];
        return new Actor(id, grant.Role, grant.Organization, grant.OnBehalfOf);
    }
}
