using Anfragen.Application.Assignments;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Assignments;

/// <summary>Annehmen: leads to where the department now writes.</summary>
public sealed class AcceptAssignmentModel(IMediator mediator) : AssignmentDeedModel(mediator)
{
    protected override Step Step => Step.Accept;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var answer = await Mediator.Send(new AcceptAssignment { Id = Id }, cancel);
        this.Done(answer is null ? "Angenommen. Schreiben Sie hier Ihre Zuarbeit." : "Angenommen. Hier entwerfen Sie die Antwort.");
        return Redirect(answer is null ? $"/zuweisungen/{Id}" : $"/antworten/{answer}");
    }
}
