using Anfragen.Application.Council;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Council;

/// <summary>Muster eines Schreibens mit dem Briefkopf; never kept by a cache on the way.</summary>
public sealed class PreviewLetterheadModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await mediator.Send(new PreviewLetterhead(), cancel);
        Response.Headers.CacheControl = "private, no-store";
        return this.ShownPdf(file);
    }
}
