using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>A step on an answer that has a page of its own, shown only while it is possible.</summary>
public abstract class AnswerDeedModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another answer than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Id { get; set; }

    public AnswerDetails Answer { get; private set; } = null!;

    protected abstract Step Step { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Prepare(cancel) is { } instead) return instead;
        CommonRules.StepFitsState.BrokenIf(!Answer.Open.Contains(Step));
        return Page();
    }

    public virtual async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Answer = await mediator.Send(new GetAnswer(Id), cancel);
        return null;
    }

    /// <summary>Does it and shows the answer with a sentence about what was done.</summary>
    protected async Task<IActionResult> Take<T>(IRequest<T> command, string sentence, CancellationToken cancel)
    {
        await mediator.Send(command, cancel);
        this.Done(sentence);
        return Redirect($"/antworten/{Id}");
    }
}
