using Anfragen.Application.Portal;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Portal;

/// <summary>The public page of an inquiry, under its one permanent address. Caches ask every time, so that taking it back works at once.</summary>
public sealed class GetPublishedInquiryModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public PublishedPage Published { get; private set; } = null!;

    public string Address => $"/anfragen/{Published.Inquiry.Slug}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Published = await mediator.Send(new GetPublishedInquiry(Slug), cancel);
        if (!string.Equals(Request.Path.Value, Address, StringComparison.Ordinal)) return RedirectPermanent(Address);
        Response.Headers.CacheControl = "no-cache";
        return Page();
    }
}
