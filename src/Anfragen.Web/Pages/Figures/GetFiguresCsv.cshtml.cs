using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Figures;

/// <summary>Auswertung der Anfragen, die man sehen kann als Tabelle.</summary>
public sealed class GetFiguresCsvModel(IMediator mediator) : GetFiguresModel(mediator)
{
    protected override Task<IActionResult> Show(CancellationToken cancel) => AsFile(cancel);
}
