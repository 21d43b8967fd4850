using Anfragen.Application.Attachments;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Attachments;

/// <summary>An attachment to be saved: files of others are never shown from our origin.</summary>
public sealed class GetAttachmentModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public AttachmentId Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await mediator.Send(new GetAttachment(Id), cancel);
        Response.Headers.CacheControl = "private, no-cache";
        return file.ToSave();
    }
}
