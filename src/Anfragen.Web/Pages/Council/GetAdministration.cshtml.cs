using Anfragen.Application.Council;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Council;

/// <summary>Verwaltung: what there is to keep.</summary>
public sealed class GetAdministrationModel(IMediator mediator) : PageModel
{
    public AdministrationPage Administration { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Administration = await mediator.Send(new GetAdministration(), cancel);
}
