using Anfragen.Application.Mail;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Mail;

internal sealed class ListOutboxHandler(DbSession db, OutboxFigures figures, MailSettings settings, TimeProvider clock) : IRequestHandler<ListOutbox, OutboxPage>
{
    private const string SelectLines = """
        SELECT b.id, b.kind, u.name AS recipient, p.name AS principal, b.inquiry_id, i.number, b.created_at, b.due_at, b.attempts, b.last_error
        FROM outbox b
        JOIN users u ON u.id = b.user_id
        LEFT JOIN users p ON p.id = b.for_user
        LEFT JOIN inquiries i ON i.id = b.inquiry_id
        WHERE b.state = @state
        ORDER BY b.due_at DESC, b.id DESC
        LIMIT @size
        """;

    private const string CountWithoutAddress = """
        SELECT COUNT(*) FROM users u
        WHERE u.mail_address IS NULL AND EXISTS (
            SELECT 1 FROM role_grants g WHERE g.user_id = u.id AND g.valid_from <= @today AND (g.valid_to IS NULL OR g.valid_to >= @today))
        """;

    public async Task<OutboxPage> Handle(ListOutbox query, CancellationToken cancel)
    {
        var counts = new Dictionary<OutboxState, int>();
        foreach (var state in Enum.GetValues<OutboxState>()) counts[state] = await figures.Count(state, cancel);
        return new OutboxPage
        {
            Server = settings.IsOn ? settings.ToString() : null,
            Counts = counts,
            WithoutAddress = (int)await db.Single<long>(CountWithoutAddress, new { today = Berlin.Day(clock.GetUtcNow()) }, cancel),
            Lines = await db.List<OutboxLine>(SelectLines, new { query.State, size = ListOutbox.PageSize }, cancel),
        };
    }
}
