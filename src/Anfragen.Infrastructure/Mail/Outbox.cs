using Anfragen.Application.Mail;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Mail;

/// <summary>
/// The mails that wait to be sent, as a queue that several processes may share. Whoever takes a mail puts its next attempt off: should the
/// process die, the mail becomes due again by itself, and nobody else has it until then.
/// </summary>
internal sealed class Outbox(DbSession db, TimeProvider clock) : IOutbox
{
    /// <summary>For how long a mail is taken; longer than a server is waited for.</summary>
    private static readonly TimeSpan Claimed = SmtpTransport.Patience * 5;

    /// <summary>How long settled mails are kept to be looked up.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const string FindDue = "SELECT id FROM outbox WHERE state = 'Waiting' AND due_at <= @now ORDER BY due_at, id LIMIT 1";

    private const string Mark = """
        UPDATE outbox SET state = @state, due_at = @due, sent_at = @sent, last_error = @error
        WHERE id = @id AND state = 'Waiting' AND attempts = @attempts
        """;

    private const string MarkParts = "UPDATE outbox SET state = @state, due_at = @due, sent_at = @sent, last_error = @error WHERE digest_id = @id";

    private const string RetryOne = """
        UPDATE outbox SET state = 'Waiting', due_at = @now, attempts = 0 WHERE id = @id AND state IN ('Failed', 'Withheld')
        """;

    // The id tells when it was made. A digest is younger than what it holds. What waits for a digest for so long has nobody any more to read it.
    private const string DeleteOld = "DELETE FROM outbox WHERE id < @oldest AND state <> 'Waiting'";

    private string Claim => $"""
        UPDATE outbox SET due_at = @until, attempts = attempts + 1
        WHERE id = (SELECT id FROM outbox WHERE state = 'Waiting' AND due_at <= @now ORDER BY due_at, id LIMIT 1{db.Dialect.ForUpdateSkipLocked})
        RETURNING {OutboxRow.Columns}
        """;

    /// <summary>Takes the mail that is due for longest, or null. Asks first without writing: most of the time nothing is due.</summary>
    public async Task<OutboxRow?> Take(CancellationToken cancel)
    {
        var now = Now;
        if (await db.SingleOrDefault<Guid?>(FindDue, new { now }, cancel) is null) return null;
        return await db.Run(() => db.SingleOrDefault<OutboxRow>(Claim, new { now, until = now + Claimed }, cancel), cancel);
    }

    public Task Sent(OutboxRow row, CancellationToken cancel) => Settle(row, OutboxState.Sent, Now, Now, null, cancel);

    public Task Withhold(OutboxRow row, string code, CancellationToken cancel) => Settle(row, OutboxState.Withheld, Now, null, code, cancel);

    public Task GiveUp(OutboxRow row, string code, CancellationToken cancel) => Settle(row, OutboxState.Failed, Now, null, code, cancel);

    public Task TryAgain(OutboxRow row, TimeSpan later, string code, CancellationToken cancel) =>
        db.Execute(Mark, new { row.Id, row.Attempts, state = OutboxState.Waiting, due = Now + later, sent = (DateTimeOffset?)null, error = code }, cancel);

    /// <summary>Lets a mail that was not sent be sent after all; whether there was one.</summary>
    public async Task<bool> Retry(Guid id, CancellationToken cancel) => await db.Execute(RetryOne, new { id, now = Now }, cancel) == 1;

    /// <summary>Forgets settled mails of long ago.</summary>
    public Task Forget(CancellationToken cancel) => db.Execute(DeleteOld, new { oldest = Guid.CreateVersion7(Now - Kept) }, cancel);

    private DateTimeOffset Now => ColumnType.CutToMilliseconds(clock.GetUtcNow());

    private Task Settle(OutboxRow row, OutboxState state, DateTimeOffset due, DateTimeOffset? sent, string? error, CancellationToken cancel) => db.Run(
        async () =>
        {
            var settled = await db.Execute(Mark, new { row.Id, row.Attempts, state, due, sent, error }, cancel);
            if (settled == 1 && row.Kind == MessageKind.MorningDigest) await db.Execute(MarkParts, new { row.Id, state, due, sent, error }, cancel);
        },
        cancel);
}
