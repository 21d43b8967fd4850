using Anfragen.Application.Mail;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Administration;

/// <summary>Postausgang als Tabelle: the lines of the page.</summary>
public sealed class ListOutboxCsvModel(IMediator mediator) : PageModel
{
    private static readonly string[] Header = ["Nachricht", "An", "In Vertretung für", "Anfrage", "Entstanden", "Versuche", "Letzter Fehler"];

    [BindProperty(SupportsGet = true, Name = "stand")]
    public OutboxState State { get; set; } = OutboxState.Failed;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await this.Csv("Postausgang", Header, (await mediator.Send(new ListOutbox { State = State }, cancel)).Lines.Select(Line), cancel);

    private static IReadOnlyList<string?> Line(OutboxLine line) =>
    [
        line.Kind.German(), line.Recipient, line.Principal, line.Number, CsvFiles.Day(Domain.Berlin.Day(line.CreatedAt)), $"{line.Attempts}", line.LastError,
    ];
}
