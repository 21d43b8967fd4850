using System.Security.Claims;

namespace Anfragen.Web.Security;

/// <summary>What the signed-in principal carries beside its name, and how pages ask for it.</summary>
public static class AnfragenClaims
{
    /// <summary>Display name of an organization the person acts for; repeated.</summary>
    public const string Organization = "anf:organization";

    /// <summary>Display name of somebody for whom the person acts today; repeated.</summary>
    public const string DeputizesFor = "anf:deputizes-for";

    /// <summary>Name of a permission the person holds; repeated.</summary>
    public const string Permission = "anf:permission";

    /// <summary>Whether a link or button should be offered. The lock itself is the authorization behaviour.</summary>
    public static bool May(this ClaimsPrincipal user, string permission) => user.HasClaim(Permission, permission);

    /// <summary>Whether somebody is signed in.</summary>
    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;

    /// <summary>The organizations the person acts for, as one line.</summary>
    public static string Organizations(this ClaimsPrincipal user) =>
        string.Join(", ", user.FindAll(Organization).Select(claim => claim.Value));

    /// <summary>Those for whom the person acts today, as one line; empty when there are none.</summary>
    public static string Principals(this ClaimsPrincipal user) =>
        string.Join(", ", user.FindAll(DeputizesFor).Select(claim => claim.Value));
}
