using Anfragen.Application.Council;
using Anfragen.Domain.Council;

namespace Anfragen.Infrastructure.Council;

/// <summary>Organisations of the register as lists show them.</summary>
internal static class OrganizationLists
{
    /// <summary>All, by kind, then number and name.</summary>
    public static IReadOnlyList<ListedOrganization> Listed(this CouncilRegister register) =>
        [.. register.Organizations.All.OrderBy(organization => organization.Type).Select(register.Listed)];

    private static ListedOrganization Listed(this CouncilRegister register, Organization organization) => new()
    {
        Id = organization.Id,
        Type = organization.Type,
        Names = organization.Names,
        Parent = organization.Parent is { } parent ? register.NameOf(parent.Value) : null,
        Validity = organization.Validity,
        Successor = organization.Successor is { } successor ? register.NameOf(successor.Value) : null,
    };
}
