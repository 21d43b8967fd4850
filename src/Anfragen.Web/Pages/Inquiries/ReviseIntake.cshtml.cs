using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Mit dem Original vergleichen: what was read of an intake beside its original, corrected by hand.</summary>
public sealed class ReviseIntakeModel(IMediator mediator) : QuestionEditorModel<ReviseIntake, IntakeDetails>(mediator)
{
    /// <summary>From the address alone, so that the form cannot name another inquiry than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    public IntakeDetails Intake => Surroundings;

    /// <summary>What of the original does not stand in the form.</summary>
    public IReadOnlyList<MissingPassage> Missing => IntakeDraft.Missing(Input, Intake);

    protected override IRequest<IntakeDetails> Query => new GetIntake(Id);

    protected override ReviseIntake AsStored => IntakeDraft.Of(Intake);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (!Intake.Inquiry.Open.Contains(Step.ReviseIntake)) return Redirect($"/vorgaenge/{Id}");
        Input = AsStored;
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        await Mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Der Wortlaut ist gespeichert und gilt als mit dem Original verglichen. Die Anfrage lässt sich jetzt registrieren.");
        return Redirect($"/vorgaenge/{Id}/eingang");
    }

    protected override Task<SplitIntake> Split(string pasted, CancellationToken cancel) => Mediator.Send(new SplitIntakeText(pasted), cancel);
}
