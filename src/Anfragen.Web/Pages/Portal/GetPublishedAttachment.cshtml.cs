using Anfragen.Application.Portal;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Portal;

/// <summary>A public attachment to be saved. Caches ask every time, so that taking it back works at once.</summary>
public sealed class GetPublishedAttachmentModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [FromRoute, BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await mediator.Send(new GetPublishedAttachment(Slug, Name), cancel);
        Response.Headers.CacheControl = "no-cache";
        return file.ToSave();
    }
}
