using Anfragen.Application.Documents;
using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;

namespace Anfragen.Application.Attachments;

/// <summary>The attachments on an inquiry and its questions, or on one answer or reply, for whoever sees that.</summary>
public sealed record ListAttachments(AttachmentHolder Holder) : IQuery<AttachmentList>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>The page of attachments.</summary>
public sealed record AttachmentList
{
    public required InquiryDetails Inquiry { get; init; }

    /// <summary>What is shown, in the order it was added.</summary>
    public required IReadOnlyList<AttachmentDetails> Attachments { get; init; }

    /// <summary>Whether this person can add and remove here now.</summary>
    public required bool CanChange { get; init; }
}

/// <summary>An attachment as it is listed.</summary>
/// <param name="Place">What it hangs on, where that does not stand above the list already: "Frage 2".</param>
/// <param name="Format">Null for a file of ours that is no document handed in.</param>
public sealed record AttachmentDetails(
    AttachmentId Id, string Title, string? Place, FileFormat? Format, long Size, string By, DateTimeOffset At, IReadOnlyList<string> Findings);
