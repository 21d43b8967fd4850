using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Council;

internal sealed class GetRegisterHandler(CouncilReader reader, DbSession db, TimeProvider clock) : IRequestHandler<GetRegister, RegisterPage>
{
    private const string SelectAccounts = "SELECT id, person_id AS person, name, login FROM users WHERE id <> @system ORDER BY name, login_folded";

    public async Task<RegisterPage> Handle(GetRegister query, CancellationToken cancel)
    {
        var register = await reader.Read(cancel);
        var accounts = await db.List<AccountChoice>(SelectAccounts, new { system = WellKnown.System }, cancel);
        var today = Berlin.Day(clock.GetUtcNow());
        return new RegisterPage
        {
            Persons = Persons(register, accounts),
            CoSignatures = register.CoSignatures.All.Single(),
            Letterhead = register.Letterheads.All.SingleOrDefault(),
            Organizations = [.. register.Listed().Where(organization => organization.Validity.To is null || organization.Validity.To >= today)],
            Terms = [.. register.Terms.All.OrderByDescending(term => term.Validity.From)],
            Signatories = [.. register.Signatories.All.OrderBy(signatory => signatory.IsDeputy).ThenByDescending(signatory => signatory.Validity.From)],
            Deputyships = [.. register.Deputyships.All.OrderByDescending(deputyship => deputyship.Validity.From).Select(deputyship => new ListedDeputyship
            {
                Entry = deputyship,
                Principal = register.NameOf(deputyship.Principal.Value),
                Deputy = register.NameOf(deputyship.Deputy.Value),
            })],
            Schemes = [.. register.Schemes.All.OrderByDescending(scheme => scheme.ValidFrom)],
            Accounts = accounts,
            Today = today,
        };
    }

    private static List<ListedPerson> Persons(CouncilRegister register, IReadOnlyList<AccountChoice> accounts)
    {
        var memberships = register.Memberships.All.ToLookup(membership => membership.Person);
        var owners = accounts.Where(account => account.Person is not null).ToLookup(account => account.Person!.Value);
        return [.. register.Persons.All.Select(person => new ListedPerson
        {
            Entry = person,
            Account = owners[person.Id].FirstOrDefault(),
            Memberships = [.. memberships[person.Id].OrderByDescending(membership => membership.Validity.From)
                .Select(membership => new ListedMembership(membership, register.NameOf(membership.Organization.Value)))],
        })];
    }
}
