using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Attachments;

/// <summary>The attachments of an answer.</summary>
public sealed class AnswerAttachmentsModel(IMediator mediator) : AttachmentsModel(mediator)
{
    /// <summary>From the address alone, so that the form cannot name another than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Id { get; set; }

    public override AttachmentHolder Holder => AttachmentHolder.Of(Id);

    public override string Back => $"/antworten/{Id}";

    public override string Heading => "Anlagen zur Antwort";
}
