using Anfragen.Application.Assignments;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Assignments;

/// <summary>Zuweisen: the council office gives each open question a lead and asks others for contributions.</summary>
public sealed class RouteQuestionsModel(IMediator mediator) : PageModel, IShowsAgain
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    [BindProperty]
    public RouteQuestions Input { get; set; } = new() { Id = default };

    /// <summary>The department to be put down for every open question.</summary>
    [BindProperty]
    public OrganizationId? All { get; set; }

    public Routing Routing { get; private set; } = null!;

    /// <summary>Whether the form holds something that is not stored.</summary>
    public bool IsShownAgain => HttpMethods.IsPost(Request.Method);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        CommonRules.StepFitsState.BrokenIf(!Routing.Inquiry.Open.Overlaps([Step.Assign, Step.Reassign]));
        Input = Routing.Unrouted;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Die Fragen sind zugewiesen. Die Ämter finden sie bei ihren Aufgaben.");
        return Redirect($"/vorgaenge/{Id}");
    }

    public async Task<IActionResult> OnPostSameLeadAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        ModelState.Clear();
        Input = Input with { Routes = [.. Input.Routes.Select(route => route with { Lead = All ?? route.Lead })] };
        return Page();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Routing = await mediator.Send(new GetRouting(Id), cancel);
        return null;
    }
}
