using Anfragen.Application.Assignments;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Assignments;

/// <summary>A step on an assignment that has a page of its own, shown only while it is possible.</summary>
public abstract class AssignmentDeedModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another assignment than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public AssignmentId Id { get; set; }

    public AssignmentDetails Assignment { get; private set; } = null!;

    protected abstract Step Step { get; }

    protected IMediator Mediator => mediator;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        CommonRules.StepFitsState.BrokenIf(!Assignment.Open.Contains(Step));
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Assignment = await mediator.Send(new GetAssignment(Id), cancel);
        return null;
    }
}
