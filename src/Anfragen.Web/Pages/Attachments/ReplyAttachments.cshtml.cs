using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Attachments;

/// <summary>The attachments of a reply.</summary>
public sealed class ReplyAttachmentsModel(IMediator mediator) : AttachmentsModel(mediator)
{
    /// <summary>From the address alone, so that the form cannot name another than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public ReplyId Id { get; set; }

    public override AttachmentHolder Holder => AttachmentHolder.Of(Id);

    public override string Back => $"/schreiben/{Id}";

    public override string Heading => "Anlagen zum Antwortschreiben";
}
