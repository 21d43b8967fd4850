using Anfragen.Application.Documents;
using Anfragen.Domain;

namespace Anfragen.Application.Inquiries;

/// <summary>An intake beside its original, to be held against it.</summary>
public sealed record GetIntake(InquiryId Id) : IQuery<IntakeDetails>
{
    public static Permission Permission => Permission.AdmitInquiries;
}

/// <summary>The page on which the split is checked.</summary>
public sealed record IntakeDetails
{
    public required InquiryDetails Inquiry { get; init; }

    /// <summary>Groups that can ask.</summary>
    public required IReadOnlyList<OrganizationChoice> Groups { get; init; }

    /// <summary>The original as a file to be saved.</summary>
    public required AttachmentId Original { get; init; }

    /// <summary>The text that was split, whole; null when none could be read.</summary>
    public DocumentText? Source { get; init; }

    /// <summary>Why there is no text.</summary>
    public string? WhyUnread { get; init; }
}
