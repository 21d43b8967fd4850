using Anfragen.Application.Portal;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class ListPublishedInquiriesHandler(DbSession db) : IRequestHandler<ListPublishedInquiries, PublishedList>
{
    private const string Sql = """
        SELECT public_id, number, slug, subject, originators, published_at
        FROM public_inquiries
        WHERE (published_at, public_id) < (@at, @id)
        ORDER BY published_at DESC, public_id DESC
        LIMIT @size
        """;

    private static readonly DateTimeOffset Latest = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public async Task<PublishedList> Handle(ListPublishedInquiries query, CancellationToken cancel)
    {
        var (at, id) = PageCursor.ReadInstant(query.After, Latest, Guid.AllBitsSet);
        var rows = await db.List<Row>(Sql, new { at, id, size = ListPublishedInquiries.PageSize + 1 }, cancel);
        var page = rows.Take(ListPublishedInquiries.PageSize).ToList();
        return new PublishedList(
            [.. page.Select(row => new PublishedItem
            {
                Number = row.Number,
                Slug = row.Slug,
                Subject = row.Subject,
                Originators = row.Originators,
                PublishedAt = row.PublishedAt,
            })],
            rows.Count > page.Count ? PageCursor.Write(page[^1].PublishedAt, page[^1].PublicId) : null);
    }

    private sealed record Row
    {
        public Guid PublicId { get; init; }

        public string Number { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Originators { get; init; } = "";

        public DateTimeOffset PublishedAt { get; init; }
    }
}
