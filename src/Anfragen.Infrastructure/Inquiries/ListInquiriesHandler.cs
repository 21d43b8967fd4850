using Anfragen.Application.Inquiries;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class ListInquiriesHandler(DbSession db, Visible visible) : IRequestHandler<ListInquiries, InquiryPage>
{
    public async Task<InquiryPage> Handle(ListInquiries query, CancellationToken cancel)
    {
        var (day, id) = PageCursor.ReadDay(query.After);
        var status = query.Status is null ? "i.status <> 'Discarded'" : "i.status = @status";
        var items = await db.List<InquiryItem>(
            $"""
            SELECT i.id, i.number, i.subject, i.originator_names AS originators, i.status, i.received_on,
                   EXISTS (SELECT 1 FROM imports m WHERE m.inquiry_id = i.id) AS is_imported
            FROM inquiries i
            WHERE {status} AND (i.received_on, i.id) < (@day, @id) AND {visible.Inquiry}
            ORDER BY i.received_on DESC, i.id DESC
            LIMIT @size
            """,
            new { query.Status, day, id, visible.Groups, visible.Departments, size = ListInquiries.PageSize + 1 }, cancel);

        var page = items.Take(ListInquiries.PageSize).ToList();
        return new InquiryPage(page, items.Count > page.Count ? PageCursor.Write(page[^1].ReceivedOn, page[^1].Id.Value) : null);
    }
}
