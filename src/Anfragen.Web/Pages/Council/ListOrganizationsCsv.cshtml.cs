using Anfragen.Application.Council;
using Anfragen.Domain.Council;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Council;

/// <summary>Organisationen als Tabelle.</summary>
public sealed class ListOrganizationsCsvModel(IMediator mediator) : PageModel
{
    private static readonly string[] Header = ["Art", "Nummer", "Name", "Kurzname", "Gehört zu", "Von", "Bis", "Nachfolge"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await this.Csv("Organisationen", Header, (await mediator.Send(new ListOrganizations(), cancel)).Items.Select(Line), cancel);

    private static IReadOnlyList<string?> Line(ListedOrganization item) =>
    [
        item.Type.German(), item.Names.Number, item.Names.Name, item.Names.Short, item.Parent, CsvFiles.Day(item.Validity.From),
        CsvFiles.Day(item.Validity.To), item.Successor,
    ];
}
