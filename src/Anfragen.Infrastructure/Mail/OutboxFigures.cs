using Anfragen.Application.Mail;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Mail;

/// <summary>How many mails there are of a state, bounded, for pages and watchers.</summary>
public sealed class OutboxFigures(DbSession db, MailSettings settings, TimeProvider clock)
{
    private const string CountState = "SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE state = @state LIMIT @most) AS counted";

    private const string FindFailed = "SELECT 1 FROM outbox WHERE state = 'Failed' AND due_at >= @limit LIMIT 1";

    private const string FindLate = "SELECT 1 FROM outbox WHERE state = 'Waiting' AND created_at <= @limit LIMIT 1";

    // A mailbox that no longer exists is no alarm for ever.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>Up to <see cref="ListOutbox.CountedTo"/>.</summary>
    public async Task<int> Count(OutboxState state, CancellationToken cancel) =>
        (int)await db.Single<long>(CountState, new { state, most = ListOutbox.CountedTo }, cancel);

    /// <summary>Whether mails leave the house.</summary>
    public async Task<OutboxCondition> Condition(CancellationToken cancel)
    {
        if (!settings.IsOn) return OutboxCondition.Off;
        var now = clock.GetUtcNow();
        if (await db.SingleOrDefault<int?>(FindFailed, new { limit = now - Recent }, cancel) is not null) return OutboxCondition.SomeFailed;
        var waiting = await db.SingleOrDefault<int?>(FindLate, new { limit = now - Late }, cancel);
        return waiting is null ? OutboxCondition.Good : OutboxCondition.Late;
    }
}
