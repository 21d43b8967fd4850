namespace Anfragen.Application.Portal;

/// <summary>The public page of an inquiry.</summary>
public sealed record GetPublishedInquiry(string Slug) : IQuery<PublishedPage>
{
    public static Permission Permission => Permission.Anyone;
}

/// <summary>The public edition with its texts as HTML, part by part.</summary>
/// <param name="Inquiry">The edition.</param>
/// <param name="PartsAsHtml">One for each part.</param>
/// <param name="EarlierAsHtml">For each part those of what was corrected in it.</param>
public sealed record PublishedPage(PublishedInquiry Inquiry, IReadOnlyList<string> PartsAsHtml, IReadOnlyList<IReadOnlyList<string>> EarlierAsHtml)
{
    /// <summary>The earlier inquiry that this one follows up, while that is public.</summary>
    public PublishedLink? Earlier { get; init; }

    /// <summary>Public inquiries that follow this one up.</summary>
    public IReadOnlyList<PublishedLink> FollowUps { get; init; } = [];

    /// <param name="inquiry">The edition.</param>
    /// <param name="toHtml">Makes safe HTML of Markdown.</param>
    public static PublishedPage Of(PublishedInquiry inquiry, Func<string, string> toHtml) => new(
        inquiry,
        [.. inquiry.Parts.Select(part => toHtml(part.Markdown))],
        [.. inquiry.Parts.Select(part => (IReadOnlyList<string>)[.. part.Earlier.Select(earlier => toHtml(earlier.Markdown))])]);
}

/// <summary>Another public inquiry, as links name it.</summary>
public sealed record PublishedLink(string Number, string Slug, string Subject);
