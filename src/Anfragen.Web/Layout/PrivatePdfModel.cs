using Anfragen.Application.Replies;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Layout;

/// <summary>A PDF for those who may see it; never kept by a cache on the way.</summary>
public abstract class PrivatePdfModel(IMediator mediator) : PageModel
{
    /// <summary>Asks for it.</summary>
    protected abstract IRequest<ReplyFile> Query { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await mediator.Send(Query, cancel);
        Response.Headers.CacheControl = "private, no-store";
        return this.ShownPdf(file);
    }
}
