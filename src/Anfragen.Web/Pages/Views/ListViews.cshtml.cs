using Anfragen.Application.Views;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Views;

/// <summary>Eigene Ansichten: with which a list opens, and deleting them.</summary>
public sealed class ListViewsModel(IMediator mediator) : PageModel, IShowsAgain
{
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public Task<IActionResult> OnPostDefaultAsync(ViewedList list, string? name, CancellationToken cancel) =>
        Take(new ChooseDefaultView { List = list, Name = name }, "Die Liste öffnet sich künftig so.", cancel);

    public Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancel) => Take(new DeleteView { Id = id }, "Die Ansicht ist gelöscht.", cancel);

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Views = await mediator.Send(new ListViews(), cancel);
        return null;
    }

    private async Task<IActionResult> Take(IRequest<Unit> command, string sentence, CancellationToken cancel)
    {
        await mediator.Send(command, cancel);
        this.Done(sentence);
        return Redirect("/ansichten");
    }
}
