using Anfragen.Application.Deadlines;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Zwischennachricht als PDF, the latest unless one is named.</summary>
public sealed class RenderInterimReplyModel(IMediator mediator) : PrivatePdfModel(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "nr")]
    public int? No { get; set; }

    protected override IRequest<ReplyFile> Query => new RenderInterimReply(Id, No);
}
