using Anfragen.Application.Accounts;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Person einladen: a new account, whose password its person sets.</summary>
public sealed class InvitePersonModel(IMediator mediator) : PageModel, IShowsAgain
{
    [BindProperty]
    public InvitePerson Input { get; set; } = new();

    public InvitationForm Form { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var invitation = await mediator.Send(Input, cancel);
        this.Hand(invitation);
        return Redirect($"/verwaltung/konten/{invitation.Account}");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Form = await mediator.Send(new GetInvitationForm(), cancel);
        return null;
    }
}
