using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Eine Anfrage mit dem Stand jeder Frage.</summary>
public sealed class GetInquiryModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    public InquiryDetails Inquiry { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Inquiry = await mediator.Send(new GetInquiry(Id), cancel);
}
