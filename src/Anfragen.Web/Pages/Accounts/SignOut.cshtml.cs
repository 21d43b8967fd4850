using Anfragen.Application;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Abmeldung, by a form only: a link could be followed by a program that looks ahead.</summary>
public sealed class SignOutModel(Sessions sessions, ICurrentUser user) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/aufgaben");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await sessions.EndAll(user.Id!.Value, cancel);
        await HttpContext.SignOutAsync();
        this.Done("Sie sind abgemeldet.");
        return LocalRedirect("/anmelden");
    }
}
