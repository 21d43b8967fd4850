using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Konto entsperren.</summary>
public sealed class UnlockAccountModel(IMediator mediator) : AccountDeedModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(new UnlockAccount(Id), "Das Konto ist entsperrt.", cancel);
}
