using Anfragen.Application.Accounts;
using Anfragen.Web.Layout;
using Anfragen.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Passwort ändern; the session at hand goes on, all others end.</summary>
[LimitedAttempts]
[ResponseCache(NoStore = true)]
public sealed class ChangePasswordModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public ChangePassword Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input, cancel);
        await SessionCookie.Renew(HttpContext);
        this.Done("Ihr Passwort ist geändert. Auf anderen Geräten sind Sie abgemeldet.");
        return Redirect("/profil");
    }
}
