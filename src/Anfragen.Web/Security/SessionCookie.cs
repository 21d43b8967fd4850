using System.Security.Claims;
using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Anfragen.Web.Security;

/// <summary>
/// The cookie of a session. It carries the account and its security stamp, nothing else: name and permissions are read from
/// the database at every request.
/// </summary>
internal static class SessionCookie
{
    private const string Stamp = "anf:stamp";

    private static string Scheme => CookieAuthenticationDefaults.AuthenticationScheme;

    public static void AddSessionCookie(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddScoped<SessionCookieEvents>();
        services.AddAuthentication(Scheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<IHostEnvironment>((options, host) =>
        {
            var isDevelopment = host.IsDevelopment();
            // __Host-: browsers then refuse the cookie from a neighbouring subdomain.
            options.Cookie.Name = isDevelopment ? "anfragen" : "__Host-anfragen";
            options.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.SlidingExpiration = true;
            options.EventsType = typeof(SessionCookieEvents);
        });
    }

    /// <summary>Begins the session; the rest of this request belongs to it as well.</summary>
    public static async Task Begin(HttpContext context, Account account)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(Stamp, account.SecurityStamp)], Scheme);
        var principal = new ClaimsPrincipal(identity);
        await context.SignInAsync(Scheme, principal);
        context.User = await Open(context, principal) ?? context.User;
    }

    /// <summary>Lets this session go on after something has ended all of the person's sessions.</summary>
    public static async Task Renew(HttpContext context)
    {
        var accounts = context.RequestServices.GetRequiredService<AccountManager>();
        var account = await accounts.FindByIdAsync(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        await Begin(context, account!);
    }

    /// <summary>The person of the cookie with name and permissions as of now, or null when the session is over.</summary>
    public static async Task<ClaimsPrincipal?> Open(HttpContext context, ClaimsPrincipal cookie)
    {
        if (!UserId.TryParse(cookie.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        var session = await sessions.Find(id, cookie.FindFirstValue(Stamp) ?? "", context.RequestAborted);
        if (session is null) return null;

        context.Features.Set(session);
        return new ClaimsPrincipal(new ClaimsIdentity(ClaimsOf(session), Scheme));
    }

    private static IEnumerable<Claim> ClaimsOf(Session session) =>
    [
        new(ClaimTypes.NameIdentifier, session.User.ToString()),
        new(ClaimTypes.Name, session.Name),
        .. session.Organizations.Select(name => new Claim(AnfragenClaims.Organization, name)),
        .. session.DeputizesFor.Select(name => new Claim(AnfragenClaims.DeputizesFor, name)),
        .. Enum.GetValues<Permission>()
            .Where(permission => session.Grants.Any(grant => grant.Role.Has(permission)))
            .Select(permission => new Claim(AnfragenClaims.Permission, permission.ToString())),
    ];
}

/// <summary>Looks at every request whether the session still holds, and decides where somebody without one is sent.</summary>
internal sealed class SessionCookieEvents : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await SessionCookie.Open(context.HttpContext, context.Principal!) is { } principal)
        {
            context.ReplacePrincipal(principal);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => ExpiredSession.Answer(context.HttpContext);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
