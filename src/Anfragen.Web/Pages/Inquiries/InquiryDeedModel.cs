using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>A step on an inquiry that has a page of its own: shown with the inquiry around it, and only while it is possible.</summary>
public abstract class InquiryDeedModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another inquiry than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    public InquiryDetails Inquiry { get; private set; } = null!;

    protected abstract Step Step { get; }

    /// <summary>Whether the page has something to show now.</summary>
    protected virtual bool IsOpen => Inquiry.Open.Contains(Step);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        CommonRules.StepFitsState.BrokenIf(!IsOpen);
        Prefill();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Inquiry = await mediator.Send(new GetInquiry(Id), cancel);
        return null;
    }

    /// <summary>What the form holds when it is opened.</summary>
    protected virtual void Prefill()
    {
    }

    /// <summary>Does it and shows the inquiry with a sentence about what was done.</summary>
    protected Task<IActionResult> Take<T>(IRequest<T> command, Func<T, string> sentence, CancellationToken cancel) =>
        Take(command, sentence, _ => $"/vorgaenge/{Id}", cancel);

    /// <summary>Does it and goes where it leads.</summary>
    protected async Task<IActionResult> Take<T>(IRequest<T> command, Func<T, string> sentence, Func<T, string> address, CancellationToken cancel)
    {
        var result = await mediator.Send(command, cancel);
        this.Done(sentence(result));
        return Redirect(address(result));
    }
}
