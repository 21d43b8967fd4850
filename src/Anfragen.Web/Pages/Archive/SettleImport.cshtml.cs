using Anfragen.Application.Archive;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Archive;

/// <summary>Einlesen prüfen: the old papers beside what was read in them. Whatever is pressed, everything that was typed stays.</summary>
public sealed class SettleImportModel(IMediator mediator) : PageModel, IShowsAgain
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    [BindProperty]
    public SettleImport Input { get; set; } = new();

    public ImportPage Import { get; private set; } = null!;

    /// <summary>Somebody else corrected the reading meanwhile.</summary>
    public bool IsConflict { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = ImportLines.WithRoom(new SettleImport(Import.Form));
    }

    public async Task<IActionResult> OnPostArrangeAsync([FromForm] string step, CancellationToken cancel)
    {
        Input = ImportLines.Arrange(Input, step);
        ModelState.Clear();
        return await Prepare(cancel) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Die Prüfung ist gespeichert.");
        return Redirect($"/vorgaenge/{Id}/einlesen");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Import = await mediator.Send(new GetImport(Id), cancel);
        IsConflict = HttpContext.BrokenRule() == CommonRules.NotChangedMeanwhile;
        return null;
    }
}
