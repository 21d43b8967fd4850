using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Cli;

/// <summary>
/// Whoever may start the program on the city's machine acts as the system, in every role: the journal shows the system's account,
/// and the machine's own records show who was at it.
/// </summary>
internal sealed class Operator : ICurrentUser
{
    public UserId? Id => WellKnown.System;

    public IReadOnlyList<RoleGrant> Grants { get; } = [.. Enum.GetValues<Role>().Select(role => new RoleGrant(role, WellKnown.Body))];
}
