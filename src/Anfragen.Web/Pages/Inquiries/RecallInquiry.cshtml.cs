using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Zurückholen: the askers take an inquiry back into draft that has no number yet.</summary>
public sealed class RecallInquiryModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    protected override Step Step => Step.Recall;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(new RecallInquiry { Id = Id }, _ => "Die Anfrage ist wieder ein Entwurf.", cancel);
}
