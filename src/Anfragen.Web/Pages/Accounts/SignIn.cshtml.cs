using System.Threading.RateLimiting;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>
/// Anmeldung. The antiforgery token is checked here and not by the filter: it runs out when somebody signs in in another tab,
/// and the answer must still carry a kept form.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(PasswordSignIn accounts, SignInLimits limits, KeptInputs inputs, IAntiforgery antiforgery) : PageModel
{
    private const string Refused = "Anmeldung oder Passwort stimmen nicht, oder das Konto ist gesperrt.";
    private const string TooOften = "Es waren zu viele Versuche. Bitte warten Sie einige Minuten und versuchen Sie es dann noch einmal.";
    private const string Stale = "Bitte melden Sie sich noch einmal an.";

    [BindProperty]
    public string Login { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The protected form of somebody whose session had run out.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>Why the page comes in place of another, if it does.</summary>
    public InterruptedForm? Interrupted { get; private set; }

    /// <summary>The form to go on with, once signed in.</summary>
    public KeptInput? Resumed { get; private set; }

    public IActionResult OnGet()
    {
        Interrupted = HttpContext.Features.Get<InterruptedForm>();
        Kept = Interrupted?.Kept;
        if (Interrupted is not null) Response.StatusCode = StatusCodes.Status401Unauthorized;
        return User.IsSignedIn() ? Onward() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext)) return User.IsSignedIn() ? Onward() : Again(StatusCodes.Status400BadRequest, Stale);

        using var lease = await limits.Try(Login, HttpContext.Connection.RemoteIpAddress, cancel);
        if (!lease.IsAcquired)
        {
            if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) Response.Headers.RetryAfter = $"{wait.TotalSeconds:F0}";
            return Again(StatusCodes.Status429TooManyRequests, TooOften);
        }

        if (await accounts.Check(Login, Password, cancel) is not { } account) return Again(StatusCodes.Status422UnprocessableEntity, Refused);
        await SessionCookie.Begin(HttpContext, account);
        return Onward();
    }

    private IActionResult Again(int status, string sentence)
    {
        ModelState.AddModelError("", sentence);
        Response.StatusCode = status;
        return Page();
    }

    private IActionResult Onward()
    {
        Resumed = ExpiredSession.IsFromHere(Request) ? inputs.Read(Kept) : null;
        return Resumed is not null ? Page() : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/aufgaben");
    }
}
