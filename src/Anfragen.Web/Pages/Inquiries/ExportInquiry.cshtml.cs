using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Vollständige Akte als ZIP.</summary>
public sealed class ExportInquiryModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await mediator.Send(new ExportInquiry { Id = Id, Open = name => this.Begin(name, "application/zip") }, cancel);
        return new EmptyResult();
    }
}
