using Anfragen.Application;
using Anfragen.Application.Views;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Inbox;

internal sealed class ListMyWorkHandler(
    DbSession db, ICurrentUser user, Visible visible, Departments departments, AskingGroups groups, ISavedViews views, TimeProvider clock)
    : IRequestHandler<ListMyWork, WorkPage>
{
    private const int MostAtOnce = 1000;

    // Tasks of one thing on one day are not parted by the end of a page; there are never that many.
    private const int MostOfOne = 8;

    public async Task<WorkPage> Handle(ListMyWork query, CancellationToken cancel)
    {
        var (day, subject) = PageCursor.ReadDay(query.After, DateOnly.MinValue, Guid.Empty);
        var size = Math.Clamp(query.Size, 1, MostAtOnce);
        var now = clock.GetUtcNow();
        var today = Berlin.Day(now);
        // One piece per inbox, each along the index from where the page begins; they are merged here.
        var inboxes = user.Grants.SelectMany(grant => new[] { (grant.Role, grant.Organization.Value), (grant.Role, Guid.Empty) }).Distinct().ToList();
        var sql = Select(query);
        var lines = new List<WorkLine>();
        foreach (var (role, organization) in inboxes)
        {
            lines.AddRange(await db.List<WorkLine>(
                sql,
                new { role, organization, query.Kind, query.Department, query.Group, day, subject, now, today, limit = Limit(query.Due, today), size = size + MostOfOne },
                cancel));
        }

        var sorted = lines.OrderBy(line => line.OrderOn).ThenBy(line => line.Subject.ToString(), StringComparer.Ordinal).ThenBy(line => line.Kind).ToList();
        var count = Math.Min(size, sorted.Count);
        while (count > 0 && count < sorted.Count && (sorted[count].OrderOn, sorted[count].Subject) == (sorted[count - 1].OrderOn, sorted[count - 1].Subject)) count++;
        return new WorkPage(sorted[..count], sorted.Count > count ? PageCursor.Write(sorted[count - 1].OrderOn, sorted[count - 1].Subject) : null)
        {
            Groups = visible.SeesAllSubmitted || visible.Departments.Count > 0 ? await groups.Today(cancel) : [],
            Views = [.. (await views.Of(user.Id!.Value, cancel)).Where(view => view.List == ViewedList.Work)],
            Departments = visible.SeesAllSubmitted ? await departments.All(cancel) : [],
        };
    }

    private static DateOnly Limit(DueChoice? due, DateOnly today) => due switch
    {
        DueChoice.Week => today.AddDays(7),
        DueChoice.Month => today.AddDays(30),
        _ => today,
    };

    private static string Select(ListMyWork query) => $"""
        SELECT w.kind, w.subject_id AS subject, w.inquiry_id, w.questions, w.since, w.order_on,
               i.number, i.subject AS inquiry_subject, i.originator_names AS originators, i.status,
               w.due_on, i.due_on AS inquiry_due_on, i.overdue_since, i.clock_stopped, i.deadline_met_on
        FROM work_items w JOIN inquiries i ON i.id = w.inquiry_id
        WHERE w.role = @role AND w.organization_id = @organization AND (w.order_on, w.subject_id) > (@day, @subject)
              AND w.since <= @now
              {(query.Kind is null ? "" : "AND w.kind = @kind")}
              {(query.Group is null ? "" : "AND EXISTS (SELECT 1 FROM originators o WHERE o.inquiry_id = i.id AND o.organization_id = @group)")}
              {(query.Department is null ? "" : "AND EXISTS (SELECT 1 FROM assignments a WHERE a.inquiry_id = i.id AND a.department_id = @department AND a.part = 'Lead' AND a.is_live = TRUE)")}
              {(query.Due is null ? "" : query.Due == DueChoice.Overdue ? "AND i.overdue_since <= @today AND i.deadline_met_on IS NULL" : "AND w.order_on <= @limit")}
        ORDER BY w.order_on, w.subject_id
        LIMIT @size
        """;
}
