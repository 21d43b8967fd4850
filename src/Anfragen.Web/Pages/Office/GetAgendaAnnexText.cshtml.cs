using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Office;

/// <summary>Anlage zur Tagesordnung als reiner Text, to be pasted into an invitation.</summary>
public sealed class GetAgendaAnnexTextModel(IMediator mediator) : AgendaModel(mediator)
{
    protected override IActionResult Show()
    {
        Response.Headers.CacheControl = "private, no-store";
        return Content(string.Concat(Annex.Items.Select((item, index) => $"{index + 1}. {Line(item)}, {item.Number ?? "noch ohne Nummer"}\r\n")), "text/plain; charset=utf-8");
    }
}
