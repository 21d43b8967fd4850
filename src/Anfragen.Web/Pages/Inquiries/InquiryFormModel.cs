using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Anfrage schreiben: the form of a new inquiry and of a draft. Whatever is pressed, everything that was typed stays.</summary>
public sealed class InquiryFormModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>The draft, from the address alone; null for a new inquiry.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId? Id { get; set; }

    [BindProperty]
    public SaveInquiryDraft Input { get; set; } = new();

    [BindProperty]
    public string Pasted { get; set; } = "";

    public InquiryFormDetails Form { get; private set; } = null!;

    /// <summary>The wording somebody else saved meanwhile; null when nobody did.</summary>
    public SaveInquiryDraft? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (Id is not null && !(Form.IsDraft && Form.OwnGroups.Any(group => group.Id == Form.Group))) return Redirect($"/vorgaenge/{Id}");
        Input = InquiryDraft.Of(Form);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        var id = await mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Der Entwurf ist gespeichert.");
        return Redirect($"/vorgaenge/{id}/entwurf");
    }

    public async Task<IActionResult> OnPostSubmitAsync([FromForm(Name = nameof(Input))] SubmitInquiry submit, CancellationToken cancel)
    {
        var id = await mediator.Send(submit with { Id = Id }, cancel);
        this.Done("Die Anfrage ist eingereicht. Das Ratsbüro prüft sie und gibt ihr eine Nummer.");
        return Redirect($"/vorgaenge/{id}");
    }

    public async Task<IActionResult> OnPostSplitAsync(CancellationToken cancel)
    {
        Input = InquiryDraft.With(Input, await mediator.Send(new SplitPastedText(Pasted), cancel));
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
        Form = await mediator.Send(new GetInquiryForm(Id), cancel);
        if (HttpContext.BrokenRule() == CommonRules.NotChangedMeanwhile) Stored = InquiryDraft.Of(Form);
        return null;
    }

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        ModelState.Clear();
        return await Prepare(cancel) ?? Page();
    }
}
