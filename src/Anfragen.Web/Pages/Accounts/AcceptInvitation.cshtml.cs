using Anfragen.Application.Accounts;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using Anfragen.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Einladung: who has the link sets the password. Wrong, used, replaced and expired links look the same.</summary>
[LimitedAttempts]
[ResponseCache(NoStore = true)]
public sealed class AcceptInvitationModel(IMediator mediator) : PageModel, IShowsAgain
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public AcceptInvitation Input { get; set; } = new();

    public InvitedPerson? Invited { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (Invited is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input with { Token = Token }, cancel);
        this.Done("Ihr Passwort ist gesetzt. Jetzt können Sie sich anmelden.");
        return LocalRedirect("/anmelden");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Invited = await mediator.Send(new GetInvitation(Token), cancel);
        return null;
    }
}
