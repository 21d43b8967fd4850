using Anfragen.Application.Council;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Council;

/// <summary>Neue Organisation.</summary>
public sealed class AddOrganizationModel(IMediator mediator) : PageModel, IShowsAgain
{
    [BindProperty]
    public AddOrganization Input { get; set; } = new();

    public OrganizationList Organizations { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var id = await mediator.Send(Input, cancel);
        this.Done("Die Organisation ist angelegt.");
        return Redirect($"/verwaltung/organisationen/{id}");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Organizations = await mediator.Send(new ListOrganizations(), cancel);
        return null;
    }
}
