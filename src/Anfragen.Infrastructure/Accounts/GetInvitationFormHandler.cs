using Anfragen.Application.Accounts;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Accounts;

internal sealed class GetInvitationFormHandler(AccountLists accounts, CouncilReader reader, DbSession db) : IRequestHandler<GetInvitationForm, InvitationForm>
{
    private const string SelectPersons = """
        SELECT p.id, p.name FROM persons p
        WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.person_id = p.id)
        ORDER BY p.sort_key
        """;

    public async Task<InvitationForm> Handle(GetInvitationForm query, CancellationToken cancel) => new(
        await db.List<PersonChoice>(SelectPersons, null, cancel),
        [.. (await reader.Read(cancel)).Listed().Where(organization => organization.Validity.Covers(accounts.Today))]);
}
