using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>A step on an account that has a page of its own: shown with the account around it.</summary>
public abstract class AccountDeedModel(IMediator mediator) : FormModel<AccountPage>(mediator)
{
    /// <summary>From the address alone, so that the form cannot name another account than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public UserId Id { get; set; }

    public AccountPage Details => Surroundings;

    protected override IRequest<AccountPage> Query => new GetAccount(Id);

    /// <summary>Does it and shows the account with a sentence about what was done.</summary>
    protected Task<IActionResult> Take(IRequest<Unit> command, string sentence, CancellationToken cancel) =>
        Take(command, sentence, $"/verwaltung/konten/{Id}", cancel);
}
