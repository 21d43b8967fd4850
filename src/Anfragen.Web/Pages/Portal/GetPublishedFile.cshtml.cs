using Anfragen.Application.Portal;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Portal;

/// <summary>The public PDF: the latest letter, or the one that the address names. Caches ask every time, so that taking it back works at once.</summary>
public sealed class GetPublishedFileModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [FromRoute, BindProperty(SupportsGet = true)]
    public int? Letter { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await mediator.Send(new GetPublishedFile(Slug, Letter), cancel);
        Response.Headers.CacheControl = "no-cache";
        return this.ShownPdf(file);
    }
}
