using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Replies;

/// <summary>The reply as PDF for those who may see it; never kept by a cache on the way.</summary>
public sealed class PreviewReplyModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public ReplyId Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await mediator.Send(new PreviewReply(Id), cancel);
        Response.Headers.CacheControl = "private, no-store";
        return this.ShownPdf(file);
    }
}
