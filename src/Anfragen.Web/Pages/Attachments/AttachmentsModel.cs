using Anfragen.Application.Attachments;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Attachments;

/// <summary>The attachments of one thing, with the form for another as long as that is possible.</summary>
[RequestSizeLimit(AttachmentForm.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachmentForm.LargestForm)]
public abstract class AttachmentsModel(IMediator mediator) : PageModel, IShowsAgain
{
    [BindProperty]
    public AttachmentForm Input { get; set; } = new();

    public AttachmentList List { get; private set; } = null!;

    /// <summary>What they hang on.</summary>
    public abstract AttachmentHolder Holder { get; }

    /// <summary>The page of what they hang on.</summary>
    public abstract string Back { get; }

    /// <summary>What the page is called.</summary>
    public abstract string Heading { get; }

    /// <summary>This page.</summary>
    public string Address => $"{Back}/anlagen";

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(
            new AddAttachment
            {
                Holder = Input.Question is { } question ? AttachmentHolder.Of(question) : Holder,
                Title = Input.Title ?? "",
                Content = await Input.Read(cancel),
                SubmissionKey = Input.SubmissionKey,
            },
            cancel);
        this.Done("Die Anlage ist hinzugefügt. Bitte lesen Sie, was in der Datei gefunden wurde.");
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostRemoveAsync(AttachmentId attachment, CancellationToken cancel)
    {
        await mediator.Send(new RemoveAttachment { Id = attachment }, cancel);
        this.Done("Die Anlage wird nicht mehr gezeigt.");
        return Redirect(Address);
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        List = await mediator.Send(new ListAttachments(Holder), cancel);
        return null;
    }
}
