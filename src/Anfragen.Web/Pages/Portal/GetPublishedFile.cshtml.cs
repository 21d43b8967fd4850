using Anfragen.Application.Portal;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Portal;

/// <summary>The public PDF. Caches ask every time, so that taking it back works at once.</summary>
public sealed class GetPublishedFileModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await mediator.Send(new GetPublishedFile(Slug), cancel);
        Response.Headers.CacheControl = "no-cache";
        return this.ShownPdf(file);
    }
}
