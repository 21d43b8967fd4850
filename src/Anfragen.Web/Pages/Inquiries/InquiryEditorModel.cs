using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>An inquiry while it is being written: a pasted text split, lines rearranged. Nothing is stored here.</summary>
public abstract class InquiryEditorModel(IMediator mediator) : PageModel, IShowsAgain
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

    protected IMediator Mediator => mediator;

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
