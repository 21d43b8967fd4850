using System.Text.Json;
using Anfragen.Application;
using Anfragen.Application.Portal;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class GetPublishedInquiryHandler(DbSession db, IAnswerMarkdown markdown) : IRequestHandler<GetPublishedInquiry, PublishedPage>
{
    // Both stand among the public inquiries, or there is no link.
    private const string SelectLinks = """
        SELECT e.number, e.slug, e.subject, TRUE AS is_earlier
        FROM public_inquiries p
        JOIN public_objects o ON o.source_id = p.follows_source
        JOIN public_inquiries e ON e.public_id = o.public_id
        WHERE p.slug = @slug
        UNION ALL
        SELECT f.number, f.slug, f.subject, FALSE
        FROM public_inquiries p
        JOIN public_objects o ON o.public_id = p.public_id
        JOIN public_inquiries f ON f.follows_source = o.source_id
        WHERE p.slug = @slug
        """;

    public async Task<PublishedPage> Handle(GetPublishedInquiry query, CancellationToken cancel)
    {
        var page = await db.SingleOrDefault<string>("SELECT page FROM public_inquiries WHERE slug = @slug", new { query.Slug }, cancel)
            ?? throw new NotFound();
        var links = await db.List<LinkRow>(SelectLinks, new { query.Slug }, cancel);
        return PublishedPage.Of(JsonSerializer.Deserialize<PublishedInquiry>(page)!, text => markdown.ToHtml(text, 3)) with
        {
            Earlier = links.FirstOrDefault(link => link.IsEarlier)?.ToLink(),
            FollowUps = [.. links.Where(link => !link.IsEarlier).Select(link => link.ToLink())],
        };
    }

    private sealed record LinkRow
    {
        public string Number { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Subject { get; init; } = "";

        public bool IsEarlier { get; init; }

        public PublishedLink ToLink() => new(Number, Slug, Subject);
    }
}
