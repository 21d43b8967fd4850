using Anfragen.Application.Publication;
using Anfragen.Domain;
using Anfragen.Web.Pages.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Publication;

/// <summary>Depublizieren: everything public of the inquiry is taken back.</summary>
public sealed class DepublishInquiryModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    [BindProperty]
    public DepublishInquiry Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.Depublish;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, _ => "Die Veröffentlichung ist zurückgenommen.", cancel);
}
