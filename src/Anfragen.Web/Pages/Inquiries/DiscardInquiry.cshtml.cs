using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Verwerfen: the askers throw a draft away.</summary>
public sealed class DiscardInquiryModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    protected override Step Step => Step.Discard;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(new DiscardInquiry { Id = Id }, _ => "Der Entwurf ist verworfen.", cancel);
}
