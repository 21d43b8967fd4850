using Anfragen.Application.Council;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Council;

/// <summary>Neues Nummernmuster, with the numbers it would give.</summary>
public sealed class AddNumberSchemeModel(IMediator mediator) : PageModel, IShowsAgain
{
    [BindProperty]
    public AddNumberScheme Input { get; set; } = new();

    public NumberPreview Preview { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = new AddNumberScheme { ValidFrom = Preview.Today };
    }

    /// <summary>Shows the numbers and gives none.</summary>
    public Task OnPostPreviewAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input, cancel);
        this.Done("Das Muster ist eingeführt.");
        return Redirect("/verwaltung/nummern");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Preview = await mediator.Send(
            new PreviewNumbers { Name = Input.Name, Template = Input.Template, Scope = Input.Scope, Day = Input.ValidFrom }, cancel);
        return null;
    }
}
