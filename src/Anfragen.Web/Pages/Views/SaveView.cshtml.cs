using Anfragen.Application.Views;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Views;

/// <summary>Ansicht speichern, under a name.</summary>
public sealed class SaveViewModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public SaveView Input { get; set; } = new();

    public void OnGet([FromQuery(Name = "liste")] ViewedList? list, [FromQuery(Name = "filter")] string? filters) =>
        Input = new SaveView { List = list ?? ViewedList.Work, Query = filters ?? "" };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input, cancel);
        this.Done("Die Ansicht ist gespeichert.");
        return Redirect(ViewPaths.Of(Input.List) + (Input.Query.Length == 0 ? "?alle=ja" : Input.Query));
    }
}
