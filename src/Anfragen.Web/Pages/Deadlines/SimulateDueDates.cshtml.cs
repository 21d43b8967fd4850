using Anfragen.Application.Deadlines;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Fristenrechner: when an answer would be due, and why, compared between cities.</summary>
public sealed class SimulateDueDatesModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "eingang")]
    public DateOnly? Received { get; set; }

    public DueDateSimulation Simulation { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Simulation = await mediator.Send(new SimulateDueDates { Received = Received }, cancel);
}
