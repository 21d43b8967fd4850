using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Infrastructure.Accounts;

namespace Anfragen.Web.Security;

/// <summary>The person behind the request's cookie, with the roles the database named in this request.</summary>
internal sealed class CurrentUser(IHttpContextAccessor http) : ICurrentUser
{
    public UserId? Id => Session?.User;

    public IReadOnlyList<RoleGrant> Grants => Session?.Grants ?? [];

    private Session? Session => http.HttpContext?.Features.Get<Session>();
}
