using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;

namespace Anfragen.Application.Assignments;

/// <summary>One assignment: the department that has to react or contribute works here, the lead of the question and the offices read.</summary>
public sealed record GetAssignment(AssignmentId Id) : IQuery<AssignmentDetails>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>The page of one assignment.</summary>
public sealed record AssignmentDetails
{
    public required AssignmentId Id { get; init; }

    public required InquiryDetails Inquiry { get; init; }

    public required QuestionDetails Question { get; init; }

    public required string Department { get; init; }

    public required AssignmentPart Part { get; init; }

    public required AssignmentState State { get; init; }

    public string? Note { get; init; }

    /// <summary>Why the lead returned the contribution, while it is to be redone.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>Versions of the contribution, oldest first.</summary>
    public required IReadOnlyList<ContributionDetails> Contributions { get; init; }

    /// <summary>Departments that could be competent instead; none where it cannot be declined.</summary>
    public required IReadOnlyList<OrganizationChoice> OtherDepartments { get; init; }

    /// <summary>What this person can do now.</summary>
    public required IReadOnlySet<Step> Open { get; init; }
}

/// <summary>One version of a contribution.</summary>
public sealed record ContributionDetails(int Version, string Markdown, string Html, string By, DateTimeOffset At);
