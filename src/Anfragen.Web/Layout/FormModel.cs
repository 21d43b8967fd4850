using Anfragen.Domain;
using Anfragen.Web.Errors;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Layout;

/// <summary>A form among other data: loaded with it, shown with it again when it was refused, and left with a sentence when it is done.</summary>
public abstract class FormModel<TSurroundings>(IMediator mediator) : PageModel, IShowsAgain where TSurroundings : class
{
    /// <summary>Whether somebody else saved while the form was filled in.</summary>
    public bool IsStale => HttpContext.BrokenRule() == CommonRules.NotChangedMeanwhile;

    protected IMediator Mediator => mediator;

    /// <summary>What stands around the form.</summary>
    protected TSurroundings Surroundings { get; private set; } = null!;

    /// <summary>Asks for it.</summary>
    protected abstract IRequest<TSurroundings> Query { get; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Prefill();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Surroundings = await mediator.Send(Query, cancel);
        return null;
    }

    /// <summary>What the form holds when it is opened.</summary>
    protected virtual void Prefill()
    {
    }

    /// <summary>Does it and goes on with a sentence about what was done.</summary>
    protected Task<IActionResult> Take(IRequest<Unit> command, string sentence, string address, CancellationToken cancel) =>
        Take(command, sentence, _ => address, cancel);

    /// <summary>Does it and goes where the result leads.</summary>
    protected async Task<IActionResult> Take<T>(IRequest<T> command, string sentence, Func<T, string> address, CancellationToken cancel)
    {
        var result = await mediator.Send(command, cancel);
        this.Done(sentence);
        return Redirect(address(result));
    }
}
