using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Council;

/// <summary>A form about one organisation, which stands around it.</summary>
public abstract class OrganizationModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another organisation than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public OrganizationId Id { get; set; }

    public OrganizationPage Details { get; private set; } = null!;

    /// <summary>Whether somebody else saved while the form was filled in.</summary>
    public bool IsStale => HttpContext.BrokenRule() == CommonRules.NotChangedMeanwhile;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Prefill();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Details = await mediator.Send(new GetOrganization(Id), cancel);
        return null;
    }

    protected abstract void Prefill();

    /// <summary>Does it and shows the organisation with a sentence about what was done.</summary>
    protected async Task<IActionResult> Take(IRequest<Unit> command, string sentence, CancellationToken cancel)
    {
        await mediator.Send(command, cancel);
        this.Done(sentence);
        return Redirect($"/verwaltung/organisationen/{Id}");
    }
}
