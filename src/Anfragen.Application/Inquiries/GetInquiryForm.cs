using Anfragen.Domain;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Inquiries;

/// <summary>What the form for drafting needs: the groups, and the draft when there is one.</summary>
/// <param name="Follows">The earlier inquiry that a new one is to follow up, or null.</param>
public sealed record GetInquiryForm(InquiryId? Id = null, InquiryId? Follows = null) : IQuery<InquiryFormDetails>
{
    public static Permission Permission => Permission.SubmitInquiries;
}

/// <summary>Choices of the form and the draft's current wording.</summary>
/// <param name="OwnGroups">Groups this person may submit for.</param>
/// <param name="AllGroups">Groups that can ask together.</param>
/// <param name="Text">The draft, or null for a new inquiry.</param>
/// <param name="Group">The submitting group of the draft.</param>
/// <param name="CoAskers">Its co-askers.</param>
/// <param name="IsDraft">Whether it can still be changed.</param>
public sealed record InquiryFormDetails(
    IReadOnlyList<OrganizationChoice> OwnGroups, IReadOnlyList<OrganizationChoice> AllGroups, InquiryText? Text,
    OrganizationId? Group, IReadOnlyList<OrganizationId> CoAskers, bool IsDraft)
{
    /// <summary>The earlier inquiry that this one follows up, where the person may see it.</summary>
    public LinkedInquiry? Earlier { get; init; }

    /// <summary>Whether this person can write on: it is a draft, and of a group of theirs.</summary>
    public bool IsOpen => IsDraft && OwnGroups.Any(group => group.Id == Group);
}

/// <summary>An organisation to choose.</summary>
public sealed record OrganizationChoice
{
    public OrganizationId Id { get; init; }

    public string Name { get; init; } = "";
}
