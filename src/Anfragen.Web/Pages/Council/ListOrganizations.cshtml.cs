using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Council;

/// <summary>Organisationen, by kind.</summary>
public sealed class ListOrganizationsModel(IMediator mediator) : PageModel
{
    public OrganizationList Organizations { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Organizations = await mediator.Send(new ListOrganizations(), cancel);
}
