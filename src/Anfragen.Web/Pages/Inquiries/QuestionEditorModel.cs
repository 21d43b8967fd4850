using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using Anfragen.Web.Errors;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>A wording while it is being written: a pasted text split, lines rearranged. Nothing is stored here.</summary>
public abstract class QuestionEditorModel<TForm, TSurroundings>(IMediator mediator) : PageModel, IShowsAgain
    where TForm : InquiryForm, new() where TSurroundings : class
{
    [BindProperty]
    public TForm Input { get; set; } = new();

    [BindProperty]
    public string Pasted { get; set; } = "";

    /// <summary>What somebody else saved meanwhile; null when nobody did.</summary>
    public TForm? Stored => HttpContext.BrokenRule() == CommonRules.NotChangedMeanwhile ? AsStored : null;

    protected IMediator Mediator => mediator;

    /// <summary>What stands around the form.</summary>
    protected TSurroundings Surroundings { get; private set; } = null!;

    /// <summary>Asks for it.</summary>
    protected abstract IRequest<TSurroundings> Query { get; }

    /// <summary>The form as it is stored.</summary>
    protected abstract TForm AsStored { get; }

    public async Task<IActionResult> OnPostSplitAsync(CancellationToken cancel)
    {
        Input = InquiryDraft.With(Input, await Split(Pasted, cancel));
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
        Surroundings = await mediator.Send(Query, cancel);
        return null;
    }

    /// <summary>The parts of a pasted text.</summary>
    protected abstract Task<SplitIntake> Split(string pasted, CancellationToken cancel);

    /// <summary>The page as it was sent, nothing stored.</summary>
    protected async Task<IActionResult> Again(CancellationToken cancel)
    {
        ModelState.Clear();
        return await Prepare(cancel) ?? Page();
    }
}
