using Anfragen.Application.Replies;
using Anfragen.Web.Pages.Attachments;
using Anfragen.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Portal;

/// <summary>
/// Echtheit prüfen: anybody asks whether a file is a letter of the city. It changes nothing, so it needs no token against forged forms, and
/// with it no cookie; the file is not kept.
/// </summary>
[IgnoreAntiforgeryToken]
[LimitedUploads]
[RequestSizeLimit(2 * AttachmentForm.LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachmentForm.LargestForm)]
[ResponseCache(NoStore = true)]
public sealed class VerifyReplyFileModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public VerifyReplyFile Input { get; set; } = new();

    [BindProperty(Name = "Input.Content")]
    public IFormFile? Sent { get; set; }

    /// <summary>Null until something was asked.</summary>
    public FileVerdict? Verdict { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken cancel) =>
        Verdict = await mediator.Send(Input with { Content = await Sent.Bytes(cancel) }, cancel);
}
