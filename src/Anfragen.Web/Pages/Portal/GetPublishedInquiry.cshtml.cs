using Anfragen.Application.Portal;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Portal;

/// <summary>The public page of an inquiry, under its permanent address.</summary>
public sealed class GetPublishedInquiryModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public PublishedPage Published { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Published = await mediator.Send(new GetPublishedInquiry(Slug), cancel);
}
