using Anfragen.Application.Deadlines;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Deadlines;

/// <summary>Regeln: what holds today, and every set by its day.</summary>
public sealed class ListRuleSetsModel(IMediator mediator) : PageModel
{
    public RuleSetPage Rules { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Rules = await mediator.Send(new ListRuleSets(), cancel);
}
