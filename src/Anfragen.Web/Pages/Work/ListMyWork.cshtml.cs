using Anfragen.Application.Work;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Work;

/// <summary>Meine Aufgaben: where everybody begins who works with inquiries.</summary>
public sealed class ListMyWorkModel(IMediator mediator) : WorkListModel
{
    public WorkPage Work { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Work = await mediator.Send(Chosen, cancel);
        // The address without anything is where one begins; with anything, also "alle", it says what it wants.
        return Work.Views.FirstOrDefault(view => view.IsDefault) is { Query.Length: > 0 } first && !Request.QueryString.HasValue
            ? Redirect("/aufgaben" + first.Query)
            : Page();
    }
}
