using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Mit dem Original vergleichen: what was read of an intake beside its original, corrected by hand.</summary>
public sealed class ReviseIntakeModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another inquiry than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    [BindProperty]
    public ReviseIntake Input { get; set; } = new();

    [BindProperty]
    public string Pasted { get; set; } = "";

    public IntakeDetails Intake { get; private set; } = null!;

    /// <summary>What somebody else saved meanwhile; null when nobody did.</summary>
    public ReviseIntake? Stored { get; private set; }

    /// <summary>What of the original does not stand in the form.</summary>
    public IReadOnlyList<MissingPassage> Missing => IntakeDraft.Missing(Input, Intake);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (!Intake.Inquiry.Open.Contains(Step.ReviseIntake)) return Redirect($"/vorgaenge/{Id}");
        Input = IntakeDraft.Of(Intake);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        await mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Der Wortlaut ist gespeichert und gilt als mit dem Original verglichen. Die Anfrage lässt sich jetzt registrieren.");
        return Redirect($"/vorgaenge/{Id}/eingang");
    }

    public async Task<IActionResult> OnPostSplitAsync(CancellationToken cancel)
    {
        Input = IntakeDraft.With(Input, await mediator.Send(new SplitIntakeText(Pasted), cancel));
        Pasted = "";
        return await Again(cancel);
    }

    public Task<IActionResult> OnPostArrangeAsync([FromForm] string step, CancellationToken cancel)
    {
        Input = Input with { Questions = InquiryDraft.Arrange(Input.Questions, step) };
        return Again(cancel);
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Intake = await mediator.Send(new GetIntake(Id), cancel);
        if (HttpContext.BrokenRule() == CommonRules.NotChangedMeanwhile) Stored = IntakeDraft.Of(Intake);
        return null;
    }

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        ModelState.Clear();
        return await Prepare(cancel) ?? Page();
    }
}
