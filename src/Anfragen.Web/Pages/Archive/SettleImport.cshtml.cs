using Anfragen.Application.Archive;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Archive;

/// <summary>Einlesen prüfen: the old papers beside what was read in them. Whatever is pressed, everything that was typed stays.</summary>
public sealed class SettleImportModel(IMediator mediator) : FormModel<ImportPage>(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    [BindProperty]
    public SettleImport Input { get; set; } = new();

    public ImportPage Import => Surroundings;

    protected override IRequest<ImportPage> Query => new GetImport(Id);

    public async Task<IActionResult> OnPostArrangeAsync([FromForm] string step, CancellationToken cancel)
    {
        Input = ImportLines.Arrange(Input, step);
        ModelState.Clear();
        return await Prepare(cancel) ?? Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Die Prüfung ist gespeichert.", $"/vorgaenge/{Id}/einlesen", cancel);

    protected override void Prefill() => Input = ImportLines.WithRoom(new SettleImport(Import.Form));
}
