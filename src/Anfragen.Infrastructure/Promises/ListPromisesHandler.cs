using Anfragen.Application.Promises;
using Anfragen.Domain;
using Anfragen.Domain.Promises;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Promises;

internal sealed class ListPromisesHandler(DbSession db, Visible visible, Departments departments, TimeProvider clock) : IRequestHandler<ListPromises, PromisePage>
{
    public async Task<PromisePage> Handle(ListPromises query, CancellationToken cancel)
    {
        var (day, id) = PageCursor.ReadDay(query.After, DateOnly.MinValue, Guid.Empty);
        var today = Berlin.Day(clock.GetUtcNow());
        var due = query.Choice == PromiseChoice.Due ? "AND p.due_on <= @today" : "";
        var owner = query.Owner is null ? "" : "AND p.owner_id = @owner";
        var items = await db.List<PromiseItem>(
            $"""
            SELECT p.id, p.text, o.name AS owner, p.due_on, p.state, p.inquiry_id, i.number, i.subject
            FROM promises p
            JOIN inquiries i ON i.id = p.inquiry_id
            JOIN organizations o ON o.id = p.owner_id
            WHERE p.state = @state AND p.is_given = TRUE AND (p.due_on, p.id) > (@day, @id) {due} {owner} AND {visible.Inquiry}
            ORDER BY p.due_on, p.id
            LIMIT @size
            """,
            new
            {
                state = StateOf(query.Choice),
                query.Owner,
                day,
                id,
                today,
                visible.Groups,
                visible.Departments,
                size = ListPromises.PageSize + 1,
            },
            cancel);
        var page = items.Take(ListPromises.PageSize).ToList();
        return new PromisePage(page, items.Count > page.Count ? PageCursor.Write(page[^1].DueOn, page[^1].Id.Value) : null)
        {
            Departments = await departments.All(cancel),
            Today = today,
        };
    }

    private static PromiseState StateOf(PromiseChoice choice) => choice switch
    {
        PromiseChoice.Kept => PromiseState.Kept,
        PromiseChoice.Dropped => PromiseState.Dropped,
        _ => PromiseState.Open,
    };
}
