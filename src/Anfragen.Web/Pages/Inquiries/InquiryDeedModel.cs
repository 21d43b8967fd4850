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

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        CommonRules.StepFitsState.BrokenIf(!Inquiry.Open.Contains(Step));
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Inquiry = await mediator.Send(new GetInquiry(Id), cancel);
        return null;
    }

    /// <summary>Does it and shows the inquiry with a sentence about what was done.</summary>
    protected async Task<IActionResult> Take<T>(IRequest<T> command, Func<T, string> sentence, CancellationToken cancel)
    {
        this.Done(sentence(await mediator.Send(command, cancel)));
        return Redirect($"/vorgaenge/{Id}");
    }
}
