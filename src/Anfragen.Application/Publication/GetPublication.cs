using Anfragen.Application.Inquiries;
using Anfragen.Application.Portal;
using Anfragen.Domain;

namespace Anfragen.Application.Publication;

/// <summary>What is public, and what would become so: the deed shows it before it is done.</summary>
public sealed record GetPublication(InquiryId Id) : IQuery<PublicationDetails>
{
    public static Permission Permission => Permission.PublishInquiries;
}

/// <summary>The page of publishing.</summary>
/// <param name="Inquiry">The inquiry.</param>
/// <param name="Preview">The public page as it would be if everything delivered were published.</param>
/// <param name="PartsAsHtml">The preview's texts as HTML, part by part.</param>
/// <param name="SignedByMe">The person signed, so somebody else must publish.</param>
/// <param name="CanPublish">Whether something delivered waits.</param>
/// <param name="CanDepublish">Whether something is public.</param>
public sealed record PublicationDetails(
    InquiryDetails Inquiry, PublishedInquiry Preview, IReadOnlyList<string> PartsAsHtml, bool SignedByMe, bool CanPublish, bool CanDepublish);
