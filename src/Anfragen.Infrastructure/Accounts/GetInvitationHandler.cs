using Anfragen.Application.Accounts;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Accounts;

internal sealed class GetInvitationHandler(DbSession db, TimeProvider clock) : IRequestHandler<GetInvitation, InvitedPerson?>
{
    private const string Sql = """
        SELECT u.name, u.login FROM invitations i JOIN users u ON u.id = i.user_id
        WHERE i.token_sha256 = @sha256 AND i.closed_at IS NULL AND i.expires_at > @now
        """;

    public Task<InvitedPerson?> Handle(GetInvitation query, CancellationToken cancel) =>
        db.SingleOrDefault<InvitedPerson>(Sql, new { sha256 = InvitationTokens.Sha256(query.Token), now = clock.GetUtcNow() }, cancel);
}
