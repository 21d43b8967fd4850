using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Security;

/// <summary>
/// The one place that says what is open to everybody. Every other page and endpoint asks for the sign-in, also one that
/// somebody adds and forgets; what a signed-in person may do there is the use case's permission.
/// </summary>
internal static class OpenPages
{
    private static readonly string[] Pages = ["/Accounts/SignIn", "/Accounts/AcceptInvitation", "/Error", "/Accessibility", "/Imprint", "/Privacy"];

    public static void AddSignInForTheRest(this IServiceCollection services)
    {
        // Post: AddRazorPages, when it comes later, begins a new list of conventions.
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AllowAnonymousToFolder("/Portal");
            foreach (var page in Pages) options.Conventions.AllowAnonymousToPage(page);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicy([new AssertionRequirement(IsSignedInOrNowhere)], []));
    }

    // An address without an endpoint is no secret: 404 for everybody.
    private static bool IsSignedInOrNowhere(AuthorizationHandlerContext context) =>
        context.User.IsSignedIn() || (context.Resource is HttpContext http && http.GetEndpoint() is null);
}
