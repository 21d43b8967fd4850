using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Mitzeichnen: a co-asker stands by the inquiry.</summary>
public sealed class ConfirmCoAskingModel(IMediator mediator) : InquiryDeedModel(mediator)
{
    protected override Step Step => Step.ConfirmCoAsking;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(new ConfirmCoAsking { Id = Id }, _ => "Ihre Fraktion hat mitgezeichnet.", cancel);
}
