using Anfragen.Application.Work;
using Anfragen.Domain.Cases;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Work;

/// <summary>Meine Aufgaben: where everybody begins who works with inquiries.</summary>
public sealed class ListMyWorkModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "art")]
    public WorkKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "nach")]
    public string? After { get; set; }

    public WorkPage Work { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Work = await mediator.Send(new ListMyWork { Kind = Kind, After = After }, cancel);

    /// <summary>The address of another page of the same list.</summary>
    public static string Address(WorkKind? kind, string? after = null) => $"/aufgaben{QueryString.Create(new Dictionary<string, string?>
    {
        ["art"] = kind?.ToString(),
        ["nach"] = after,
    }.Where(part => part.Value is not null))}";
}
