using System.Text.Json;
using Anfragen.Application;
using Anfragen.Application.Portal;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class GetPublishedInquiryHandler(DbSession db, IAnswerMarkdown markdown) : IRequestHandler<GetPublishedInquiry, PublishedPage>
{
    public async Task<PublishedPage> Handle(GetPublishedInquiry query, CancellationToken cancel)
    {
        var page = await db.SingleOrDefault<string>("SELECT page FROM public_inquiries WHERE slug = @slug", new { query.Slug }, cancel)
            ?? throw new NotFound();
        return PublishedPage.Of(JsonSerializer.Deserialize<PublishedInquiry>(page)!, text => markdown.ToHtml(text, 3));
    }
}
