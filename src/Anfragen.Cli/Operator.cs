using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Cli;

/// <summary>
/// Whoever may start the program on the city's machine acts as the system, in every role: the journal shows the system's account,
/// and the machine's own records show who was at it. A command that is told for whom it works acts as that account instead.
/// </summary>
internal sealed class Operator : ICurrentUser
{
    public UserId? Id { get; private set; } = WellKnown.System;

    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [.. Enum.GetValues<Role>().Select(role => new RoleGrant(role, WellKnown.Body))];

    /// <summary>Acts as this account, with its own roles of today.</summary>
    public void Become(Session session) => (Id, Grants) = (session.User, [.. session.Grants.Where(grant => grant.OnBehalfOf is null)]);
}
