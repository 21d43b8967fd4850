using Anfragen.Application.Accounts;
using MediatR;

namespace Anfragen.Infrastructure.Accounts;

internal sealed class ListAccountsHandler(AccountLists accounts) : IRequestHandler<ListAccounts, IReadOnlyList<AccountLine>>
{
    public Task<IReadOnlyList<AccountLine>> Handle(ListAccounts query, CancellationToken cancel) => accounts.All(cancel);
}
