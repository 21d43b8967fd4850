using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Council;

/// <summary>Every organisation of the master data, also ended ones.</summary>
public sealed record ListOrganizations : IQuery<OrganizationList>
{
    public static Permission Permission => Permission.ManageCouncil;
}

/// <summary>The organisations, in the order of their kinds, numbers and names.</summary>
/// <param name="Today">The day at the office.</param>
public sealed record OrganizationList(IReadOnlyList<ListedOrganization> Items, DateOnly Today)
{
    /// <summary>Those that have not ended.</summary>
    public IEnumerable<ListedOrganization> Current => Items.Where(item => item.Validity.To is null || item.Validity.To >= Today);
}

/// <summary>One organisation in a list.</summary>
public sealed record ListedOrganization
{
    public required OrganizationId Id { get; init; }

    public required OrganizationKind Type { get; init; }

    public required OrganizationNames Names { get; init; }

    public string? Parent { get; init; }

    public required Period Validity { get; init; }

    public string? Successor { get; init; }
}
