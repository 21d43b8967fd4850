using Anfragen.Domain.Council;

namespace Anfragen.Domain.Answers;

/// <summary>Textbaustein: a text that a department, or the whole administration, uses again and again in answers.</summary>
public sealed record TextBlock
{
    public required TextBlockId Id { get; init; }

    /// <summary>The department that keeps it for itself; null for one that the council office keeps for everybody.</summary>
    public OrganizationId? Organization { get; init; }

    public required string Title { get; init; }

    public required string Markdown { get; init; }

    /// <summary>Counts changes, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Whether somebody with this role there may change it.</summary>
    public static bool IsKeptBy(OrganizationId? owner, Role role, OrganizationId organization) => owner is null
        ? role == Role.CouncilOffice
        : owner == organization && role is Role.DepartmentStaff or Role.HeadOfDepartment;
}
