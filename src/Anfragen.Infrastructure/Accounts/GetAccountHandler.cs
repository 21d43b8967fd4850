using Anfragen.Application;
using Anfragen.Application.Accounts;
using Anfragen.Application.Council;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Accounts;

internal sealed class GetAccountHandler(AccountLists accounts, CouncilReader reader, DbSession db, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<GetAccount, AccountPage>
{
    private const string SelectPerson = "SELECT person_id AS person, mail_address FROM users WHERE id = @id";

    private const string SelectInvitation =
        "SELECT expires_at FROM invitations WHERE user_id = @id AND closed_at IS NULL AND expires_at > @now ORDER BY expires_at DESC LIMIT 1";

    public async Task<AccountPage> Handle(GetAccount query, CancellationToken cancel)
    {
        var (account, roles) = await accounts.Find(query.Id, cancel) ?? throw new NotFound();
        var (person, mailAddress) = await db.Single<UserRow>(SelectPerson, new { query.Id }, cancel);
        var register = await reader.Read(cancel);
        return new AccountPage
        {
            Account = account,
            Person = person,
            MailAddress = mailAddress,
            Roles = roles,
            Memberships = [.. register.Memberships.All.Where(membership => membership.Person == person).Select(membership =>
                new MemberLine(membership.Person, register.NameOf(membership.Organization.Value), membership.Function, membership.Validity))],
            InvitedUntil = await db.SingleOrDefault<DateTimeOffset?>(SelectInvitation, new { query.Id, now = clock.GetUtcNow() }, cancel),
            IsOwn = user.Id == query.Id,
            Organizations = [.. register.Listed().Where(organization => organization.Validity.Covers(accounts.Today))],
            Today = accounts.Today,
        };
    }

    private sealed record UserRow(Guid? Person, string? MailAddress);
}
