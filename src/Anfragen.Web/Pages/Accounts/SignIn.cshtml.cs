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
public sealed class SignInModel(SignInGate gate, KeptInputs inputs, IAntiforgery antiforgery, SignIns signIns) : PageModel
{
    private static readonly SignInRefusal Stale = new(StatusCodes.Status400BadRequest, "Bitte melden Sie sich noch einmal an.");

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

    /// <summary>Whether the product has just been set up, so that the page says how to make the first account.</summary>
    public bool NobodyCanSignIn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        NobodyCanSignIn = (await signIns.Logins(cancel)).Count == 0;
        Interrupted = HttpContext.Features.Get<InterruptedForm>();
        Kept = Interrupted?.Kept;
        if (Interrupted is not null) Response.StatusCode = StatusCodes.Status401Unauthorized;
        return User.IsSignedIn() ? Onward() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext)) return User.IsSignedIn() ? Onward() : Again(Stale);
        return await gate.Enter(HttpContext, Login, Password, cancel) is { } refusal ? Again(refusal) : Onward();
    }

    private IActionResult Again(SignInRefusal refusal)
    {
        ModelState.AddModelError("", refusal.Sentence);
        Response.StatusCode = refusal.Status;
        return Page();
    }

    private IActionResult Onward()
    {
        Resumed = ExpiredSession.IsFromHere(Request) ? inputs.Read(Kept) : null;
        return Resumed is not null ? Page() : LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/aufgaben");
    }
}
