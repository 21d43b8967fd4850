using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Konten: who can sign in, with which roles.</summary>
public sealed class ListAccountsModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<AccountLine> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Accounts = await mediator.Send(new ListAccounts(), cancel);
}
