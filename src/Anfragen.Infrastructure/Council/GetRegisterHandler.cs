using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Council;

internal sealed class GetRegisterHandler(CouncilReader reader, DbSession db, TimeProvider clock) : IRequestHandler<GetRegister, RegisterPage>
{
    private const string SelectAccounts = "SELECT id, name, login FROM users WHERE id <> @system ORDER BY name, login_folded";

    public async Task<RegisterPage> Handle(GetRegister query, CancellationToken cancel)
    {
        var register = await reader.Read(cancel);
        return new RegisterPage
        {
            Terms = [.. register.Terms.All.OrderByDescending(term => term.Validity.From)],
            Signatories = [.. register.Signatories.All.OrderBy(signatory => signatory.IsDeputy).ThenByDescending(signatory => signatory.Validity.From)],
            Deputyships = [.. register.Deputyships.All.OrderByDescending(deputyship => deputyship.Validity.From).Select(deputyship => new ListedDeputyship
            {
                Entry = deputyship,
                Principal = register.NameOf(deputyship.Principal.Value),
                Deputy = register.NameOf(deputyship.Deputy.Value),
            })],
            Schemes = [.. register.Schemes.All.OrderByDescending(scheme => scheme.ValidFrom)],
            Accounts = await db.List<AccountChoice>(SelectAccounts, new { system = WellKnown.System }, cancel),
            Today = Berlin.Day(clock.GetUtcNow()),
        };
    }
}
