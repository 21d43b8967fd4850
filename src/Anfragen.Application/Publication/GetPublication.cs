using Anfragen.Application.Attachments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Portal;
using Anfragen.Domain;

namespace Anfragen.Application.Publication;

/// <summary>What is public, and what would become so: the deed shows it before it is done.</summary>
/// <param name="Id">The inquiry.</param>
/// <param name="Questions">What is chosen; null for everything that can be.</param>
/// <param name="WithFile">Whether the PDF would be public too.</param>
public sealed record GetPublication(InquiryId Id, IReadOnlyList<QuestionId>? Questions = null, bool WithFile = true) : IQuery<PublicationDetails>
{
    /// <summary>The attachments that are chosen.</summary>
    public IReadOnlyList<AttachmentId> Attachments { get; init; } = [];

    public static Permission Permission => Permission.PublishInquiries;
}

/// <summary>The page of publishing.</summary>
/// <param name="Inquiry">The inquiry.</param>
/// <param name="Choices">The questions that a delivered reply answers or rejects; the others have nothing to publish.</param>
/// <param name="Attachments">What may become public with them, with what was found in each file.</param>
/// <param name="Preview">The public page as it would be with this choice; null when nothing is chosen.</param>
/// <param name="File">The reply whose PDF the page would offer, to look at it before.</param>
/// <param name="HasFiles">Every letter is there as a PDF; that of an old case need not be.</param>
/// <param name="SignedByMe">The person signed, so somebody else must publish.</param>
public sealed record PublicationDetails(
    InquiryDetails Inquiry, IReadOnlyList<QuestionDetails> Choices, IReadOnlyList<AttachmentDetails> Attachments, PublishedPage? Preview, ReplyId? File, bool SignedByMe, bool HasFiles);
