using Anfragen.Application;
using Anfragen.Application.Work;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Inbox;

internal sealed class ListMyWorkHandler(DbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListMyWork, WorkPage>
{
    public async Task<WorkPage> Handle(ListMyWork query, CancellationToken cancel)
    {
        var (at, subject) = PageCursor.ReadInstant(query.After, DateTimeOffset.UnixEpoch, Guid.Empty);
        // One piece per inbox, each along the index from where the page begins; they are merged here.
        var inboxes = user.Grants.SelectMany(grant => new[] { (grant.Role, grant.Organization.Value), (grant.Role, Guid.Empty) }).Distinct().ToList();
        var ofKind = query.Kind is null ? "" : "AND w.kind = @kind";
        var lines = new List<WorkLine>();
        foreach (var (role, organization) in inboxes)
        {
            lines.AddRange(await db.List<WorkLine>(
                $"""
                SELECT w.kind, w.subject_id AS subject, w.inquiry_id, w.questions, w.since,
                       i.number, i.subject AS inquiry_subject, i.originator_names AS originators, i.status,
                       w.due_on, i.due_on AS inquiry_due_on, i.overdue_since, i.clock_stopped, i.deadline_met_on
                FROM work_items w JOIN inquiries i ON i.id = w.inquiry_id
                WHERE w.role = @role AND w.organization_id = @organization AND (w.since, w.subject_id) > (@at, @subject) AND w.since <= @now {ofKind}
                ORDER BY w.since, w.subject_id
                LIMIT @size
                """,
                new { role, organization, query.Kind, at, subject, now = clock.GetUtcNow(), size = ListMyWork.PageSize + 1 }, cancel));
        }

        var sorted = lines.OrderBy(line => line.Since).ThenBy(line => line.Subject.ToString(), StringComparer.Ordinal).ToList();
        var page = sorted.Take(ListMyWork.PageSize).ToList();
        return new WorkPage(page, sorted.Count > page.Count ? PageCursor.Write(page[^1].Since, page[^1].Subject) : null);
    }
}
