using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Council;

/// <summary>One organisation with its names, its people and what can become of it.</summary>
public sealed record GetOrganization(OrganizationId Id) : IQuery<OrganizationPage>
{
    public static Permission Permission => Permission.ManageCouncil;
}

/// <summary>The page of an organisation.</summary>
public sealed record OrganizationPage
{
    public required Organization Organization { get; init; }

    public string? Parent { get; init; }

    public string? Successor { get; init; }

    /// <summary>Who belongs to it, belonged to it or will.</summary>
    public required IReadOnlyList<MemberLine> Members { get; init; }

    /// <summary>Who holds a role in it, held one or will.</summary>
    public required IReadOnlyList<RoleLine> Roles { get; init; }

    /// <summary>Organisations it may belong to.</summary>
    public required IReadOnlyList<ListedOrganization> Parents { get; init; }

    /// <summary>Organisations that may carry on with its matters.</summary>
    public required IReadOnlyList<ListedOrganization> Successors { get; init; }

    /// <summary>Whether something waits in its inbox, so that it cannot end.</summary>
    public required bool HasWork { get; init; }

    /// <summary>The day at the office.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public bool IsCurrent => Organization.Validity.To is null;
}

/// <summary>A membership, by the name of the other side.</summary>
/// <param name="Person">Whose it is.</param>
public sealed record MemberLine(Guid Person, string Name, string? Function, Period Validity);

/// <summary>A role that an account holds in the organisation.</summary>
public sealed record RoleLine
{
    public required UserId Account { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    public required Period Validity { get; init; }
}
