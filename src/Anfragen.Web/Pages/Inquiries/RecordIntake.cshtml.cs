using Anfragen.Application.Inquiries;
using Anfragen.Web.Layout;
using Anfragen.Web.Pages.Attachments;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Eingang erfassen: the office records an inquiry that came on paper, by mail or as a file.</summary>
[RequestSizeLimit(AttachmentForm.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachmentForm.LargestForm)]
public sealed class RecordIntakeModel(IMediator mediator) : FormModel<IntakeFormDetails>(mediator)
{
    [BindProperty]
    public RecordIntake Input { get; set; } = new();

    /// <summary>The original as it was sent; a browser cannot keep it in a form that is shown again.</summary>
    [BindProperty(Name = "Input.Content")]
    public IFormFile? Original { get; set; }

    public IntakeFormDetails Form => Surroundings;

    protected override IRequest<IntakeFormDetails> Query => new GetIntakeForm();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await Take(
        Input with { Content = await Original.Bytes(cancel) },
        "Der Eingang ist erfasst, und das Original hängt an der Anfrage. Bitte vergleichen Sie jetzt, was daraus gelesen wurde.",
        id => $"/vorgaenge/{id}/eingang", cancel);

    protected override void Prefill() => Input = new RecordIntake { ReceivedOn = Form.Today };
}
