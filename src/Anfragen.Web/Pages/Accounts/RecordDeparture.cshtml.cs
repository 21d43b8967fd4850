using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Person ist ausgeschieden.</summary>
public sealed class RecordDepartureModel(IMediator mediator) : AccountDeedModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(new RecordDeparture(Id), "Rollen und Mitgliedschaften sind beendet, das Konto ist gesperrt.", cancel);
}
