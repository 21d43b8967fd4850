using Anfragen.Application.Assignments;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Assignments;

/// <summary>Ablehnen: a cause from the list, the department that is competent, words of one's own.</summary>
public sealed class DeclineAssignmentModel(IMediator mediator) : AssignmentDeedModel(mediator)
{
    [BindProperty]
    public DeclineAssignment Input { get; set; } = new() { Id = default, Cause = DeclineCause.NotCompetent };

    protected override Step Step => Step.Decline;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Sie haben die Zuweisung abgelehnt. Ihr Grund ist vermerkt.");
        return Redirect("/aufgaben");
    }
}
