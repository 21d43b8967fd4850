using System.Threading.RateLimiting;
using Anfragen.Infrastructure.Accounts;

namespace Anfragen.Web.Security;

/// <summary>Why somebody was not let in: status and sentence.</summary>
public sealed record SignInRefusal(int Status, string Sentence);

/// <summary>Lets people in who know their password and do not try too often; their session begins here.</summary>
public sealed class SignInGate(PasswordSignIn accounts, SignInLimits limits)
{
    private static readonly SignInRefusal Wrong =
        new(StatusCodes.Status422UnprocessableEntity, "Anmeldung oder Passwort stimmen nicht, oder das Konto ist gesperrt.");

    private static readonly SignInRefusal TooOften =
        new(StatusCodes.Status429TooManyRequests, "Es waren zu viele Versuche. Bitte warten Sie einige Minuten und versuchen Sie es dann noch einmal.");

    /// <summary>Begins the session, or says why not.</summary>
    public async Task<SignInRefusal?> Enter(HttpContext context, string login, string password, CancellationToken cancel)
    {
        using var lease = await limits.Try(login, context.Connection.RemoteIpAddress, cancel);
        if (!lease.IsAcquired)
        {
            if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) context.Response.Headers.RetryAfter = $"{wait.TotalSeconds:F0}";
            return TooOften;
        }

        if (await accounts.Check(login, password, cancel) is not { } account) return Wrong;
        await SessionCookie.Begin(context, account);
        return null;
    }
}
