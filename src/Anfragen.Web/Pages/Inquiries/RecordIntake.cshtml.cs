using Anfragen.Application.Inquiries;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using Anfragen.Web.Pages.Attachments;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Eingang erfassen: the office records an inquiry that came on paper, by mail or as a file.</summary>
[RequestSizeLimit(AttachmentForm.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachmentForm.LargestForm)]
public sealed class RecordIntakeModel(IMediator mediator) : PageModel, IShowsAgain
{
    [BindProperty]
    public RecordIntake Input { get; set; } = new();

    /// <summary>The original as it was sent; a browser cannot keep it in a form that is shown again.</summary>
    [BindProperty(Name = "Input.Content")]
    public IFormFile? Original { get; set; }

    public IntakeFormDetails Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = new RecordIntake { ReceivedOn = Form.Today };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var id = await mediator.Send(Input with { Content = await Original.Bytes(cancel) }, cancel);
        this.Done("Der Eingang ist erfasst, und das Original hängt an der Anfrage. Bitte vergleichen Sie jetzt, was daraus gelesen wurde.");
        return Redirect($"/vorgaenge/{id}/eingang");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Form = await mediator.Send(new GetIntakeForm(), cancel);
        return null;
    }
}
