using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Eingangsbestätigung als PDF; never kept by a cache on the way.</summary>
public sealed class RenderAcknowledgementModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await mediator.Send(new RenderAcknowledgement(Id), cancel);
        Response.Headers.CacheControl = "private, no-store";
        return this.ShownPdf(file);
    }
}
