using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Council;

/// <summary>A list of the register, or a form about one of its entries.</summary>
public abstract class RegisterModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>The entry that the form is about, from the address alone; null for a new one.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    public RegisterPage Register { get; private set; } = null!;

    /// <summary>Whether somebody else saved while the form was filled in.</summary>
    public bool IsStale => HttpContext.BrokenRule() == CommonRules.NotChangedMeanwhile;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Prefill();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Register = await mediator.Send(new GetRegister(), cancel);
        return null;
    }

    /// <summary>What the form holds when it is opened.</summary>
    protected virtual void Prefill()
    {
    }

    /// <summary>Does it and shows the list with a sentence about what was done.</summary>
    protected async Task<IActionResult> Take(IRequest<Unit> command, string sentence, string list, CancellationToken cancel)
    {
        await mediator.Send(command, cancel);
        this.Done(sentence);
        return Redirect(list);
    }
}
