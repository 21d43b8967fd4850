using Anfragen.Application.Promises;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Promises;

/// <summary>Zusagen: what delivered answers promised.</summary>
public sealed class ListPromisesModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "stand")]
    public PromiseChoice Choice { get; set; }

    [BindProperty(SupportsGet = true, Name = "amt")]
    public OrganizationId? Owner { get; set; }

    [BindProperty(SupportsGet = true, Name = "nach")]
    public string? After { get; set; }

    public PromisePage Promises { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Promises = await mediator.Send(new ListPromises { Choice = Choice, Owner = Owner, After = After }, cancel);

    /// <summary>The address of another page of the same list.</summary>
    public string Address(string? after) => $"/zusagen{QueryString.Create(new Dictionary<string, string?>
    {
        ["stand"] = Choice == PromiseChoice.Open ? null : Choice.ToString(),
        ["amt"] = Owner?.ToString(),
        ["nach"] = after,
    }.Where(part => part.Value is not null))}";
}
