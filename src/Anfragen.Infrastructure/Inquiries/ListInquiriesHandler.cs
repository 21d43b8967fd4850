using Anfragen.Application;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Views;
using Anfragen.Domain;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class ListInquiriesHandler(DbSession db, Visible visible, ICurrentUser user, ISavedViews views, TimeProvider clock)
    : IRequestHandler<ListInquiries, InquiryPage>
{
    private const int MostAtOnce = 1000;

    private const string Columns = """
        i.id, i.number, i.subject, i.originator_names AS originators, i.status, i.received_on, i.due_on, i.overdue_since, i.clock_stopped, i.deadline_met_on, i.meeting_on, i.committee,
        EXISTS (SELECT 1 FROM imports m WHERE m.inquiry_id = i.id) AS is_imported
        """;

    public async Task<InquiryPage> Handle(ListInquiries query, CancellationToken cancel)
    {
        var items = query.Deadline is { } choice ? await OnTheClock(query, choice, cancel) : await Newest(query, cancel);
        var page = items.Take(SizeOf(query)).ToList();
        return new InquiryPage(page, items.Count > page.Count ? PageCursor.Write(DayOf(page[^1], query.Deadline), page[^1].Id.Value) : null)
        {
            Views = [.. (await views.Of(user.Id!.Value, cancel)).Where(view => view.List == ViewedList.Inquiries)],
        };
    }

    private async Task<IReadOnlyList<InquiryItem>> Newest(ListInquiries query, CancellationToken cancel)
    {
        var (day, id) = PageCursor.ReadDay(query.After);
        var status = query.Status is null ? "i.status <> 'Discarded'" : "i.status = @status";
        return await db.List<InquiryItem>(
            $"""
            SELECT {Columns}
            FROM inquiries i
            WHERE {status} {Only(query)} AND (i.received_on, i.id) < (@day, @id) AND {await visible.InquiryInList(cancel)}
            ORDER BY i.received_on DESC, i.id DESC
            LIMIT @size
            """,
            new { query.Status, query.Only, day, id, visible.Groups, visible.Departments, size = SizeOf(query) + 1 }, cancel);
    }

    // Each along its own index, the most urgent first.
    private async Task<IReadOnlyList<InquiryItem>> OnTheClock(ListInquiries query, DeadlineChoice choice, CancellationToken cancel)
    {
        var (day, id) = PageCursor.ReadDay(query.After, DateOnly.MinValue, Guid.Empty);
        var (column, late) = choice == DeadlineChoice.Overdue ? ("overdue_since", "AND i.overdue_since <= @today") : ("due_on", "");
        var status = query.Status is null ? "" : "AND i.status = @status";
        return await db.List<InquiryItem>(
            $"""
            SELECT {Columns}
            FROM inquiries i
            WHERE i.{column} IS NOT NULL AND i.deadline_met_on IS NULL AND (i.{column}, i.id) > (@day, @id) {late} {status} {Only(query)} AND {await visible.InquiryInList(cancel)}
            ORDER BY i.{column}, i.id
            LIMIT @size
            """,
            new { query.Status, query.Only, day, id, today = Berlin.Day(clock.GetUtcNow()), visible.Groups, visible.Departments, size = SizeOf(query) + 1 }, cancel);
    }

    private string Only(ListInquiries query) => query.Only.Count == 0 ? "" : $"AND {db.Dialect.OneOf("i.id", "only")}";

    private static int SizeOf(ListInquiries query) => Math.Clamp(query.Size, 1, MostAtOnce);

    private static DateOnly DayOf(InquiryItem item, DeadlineChoice? choice) => choice switch
    {
        DeadlineChoice.Overdue => item.OverdueSince!.Value,
        DeadlineChoice.Running => item.DueOn!.Value,
        _ => item.ReceivedOn,
    };
}
