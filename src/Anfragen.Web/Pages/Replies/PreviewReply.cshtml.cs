using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>The reply as PDF.</summary>
public sealed class PreviewReplyModel(IMediator mediator) : PrivatePdfModel(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public ReplyId Id { get; set; }

    protected override IRequest<ReplyFile> Query => new PreviewReply(Id);
}
