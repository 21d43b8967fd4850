using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Portal;

/// <summary>Auswertung der veröffentlichten Anfragen als Tabelle.</summary>
public sealed class GetPublicFiguresCsvModel(IMediator mediator) : GetPublicFiguresModel(mediator)
{
    protected override Task<IActionResult> Show(CancellationToken cancel) => AsFile(cancel);
}
