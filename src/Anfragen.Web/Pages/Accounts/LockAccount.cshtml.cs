using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Konto sperren.</summary>
public sealed class LockAccountModel(IMediator mediator) : AccountDeedModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(new LockAccount(Id), "Das Konto ist gesperrt.", cancel);
}
