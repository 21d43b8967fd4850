using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Replies;

/// <summary>A step on a reply that has a page of its own: shown with the reply around it, and only while it is possible.</summary>
public abstract class ReplyDeedModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another reply than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public ReplyId Id { get; set; }

    public ReplyPage Reply { get; private set; } = null!;

    protected abstract Step Step { get; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        CommonRules.StepFitsState.BrokenIf(!Reply.Open.Contains(Step));
        Prefill();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Reply = await mediator.Send(new GetReply(Id), cancel);
        return null;
    }

    /// <summary>What the form holds when it is first shown.</summary>
    protected virtual void Prefill()
    {
    }

    /// <summary>Does it and shows the reply with a sentence about what was done.</summary>
    protected async Task<IActionResult> Take<T>(IRequest<T> command, string sentence, CancellationToken cancel)
    {
        await mediator.Send(command, cancel);
        this.Done(sentence);
        return Redirect($"/schreiben/{Id}");
    }
}
