using Anfragen.Application.Portal;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Portal;

/// <summary>Portal: what is public, newest first. Caches ask every time, so that taking back works at once.</summary>
public sealed class ListPublishedInquiriesModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nach")]
    public string? After { get; set; }

    public PublishedList List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        List = await mediator.Send(new ListPublishedInquiries(After), cancel);
        Response.Headers.CacheControl = "no-cache";
    }
}
