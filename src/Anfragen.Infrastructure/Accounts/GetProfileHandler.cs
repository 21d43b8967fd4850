using Anfragen.Application;
using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Infrastructure.Council;
using MediatR;

namespace Anfragen.Infrastructure.Accounts;

internal sealed class GetProfileHandler(AccountLists accounts, CouncilReader reader, ICurrentUser user) : IRequestHandler<GetProfile, ProfilePage>
{
    public async Task<ProfilePage> Handle(GetProfile query, CancellationToken cancel)
    {
        var id = user.Id!.Value;
        var (account, roles) = await accounts.Find(id, cancel) ?? throw new NotFound();
        var register = await reader.Read(cancel);
        var current = register.Deputyships.All.Where(deputyship => deputyship.Validity.To >= accounts.Today).ToList();
        return new ProfilePage
        {
            Name = account.Name,
            Login = account.Login,
            LastSignInAt = account.LastSignInAt,
            Roles = roles,
            DeputizesFor = [.. current.Where(deputyship => deputyship.Deputy == id).Select(deputyship => Line(deputyship.Principal, deputyship.Validity))],
            RepresentedBy = [.. current.Where(deputyship => deputyship.Principal == id).Select(deputyship => Line(deputyship.Deputy, deputyship.Validity))],
        };

        DeputyLine Line(UserId other, Domain.Council.Period validity) => new(register.NameOf(other.Value), validity);
    }
}
