using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Eingangsbestätigung als PDF.</summary>
public sealed class RenderAcknowledgementModel(IMediator mediator) : PrivatePdfModel(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    protected override IRequest<ReplyFile> Query => new RenderAcknowledgement(Id);
}
