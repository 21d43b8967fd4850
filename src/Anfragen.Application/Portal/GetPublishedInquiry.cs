namespace Anfragen.Application.Portal;

/// <summary>The public page of an inquiry.</summary>
public sealed record GetPublishedInquiry(string Slug) : IQuery<PublishedPage>
{
    public static Permission Permission => Permission.Anyone;
}

/// <summary>The public edition with its texts as HTML, part by part.</summary>
public sealed record PublishedPage(PublishedInquiry Inquiry, IReadOnlyList<string> PartsAsHtml);
