using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>A step on an account that has a page of its own: shown with the account around it.</summary>
public abstract class AccountDeedModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another account than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public UserId Id { get; set; }

    public AccountPage Details { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Prefill();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Details = await mediator.Send(new GetAccount(Id), cancel);
        return null;
    }

    /// <summary>What the form holds when it is opened.</summary>
    protected virtual void Prefill()
    {
    }

    /// <summary>Does it and shows the account with a sentence about what was done.</summary>
    protected async Task<IActionResult> Take(IRequest<Unit> command, string sentence, CancellationToken cancel)
    {
        await mediator.Send(command, cancel);
        this.Done(sentence);
        return Redirect($"/verwaltung/konten/{Id}");
    }

    /// <summary>Makes a one-time link and shows it once, with the account.</summary>
    protected async Task<IActionResult> Take(IRequest<Invitation> command, CancellationToken cancel)
    {
        this.Hand(await mediator.Send(command, cancel));
        return Redirect($"/verwaltung/konten/{Id}");
    }
}
