using Anfragen.Application.Deadlines;
using Anfragen.Application.Mail;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anfragen.Infrastructure.Mail;

/// <summary>
/// Puts the morning digests of a working day into the outbox, once: the day is noted in the same transaction. A service that was not running
/// in the morning makes them when it comes back on that day.
/// </summary>
public sealed partial class MorningDigests(IServiceScopeFactory scopes, MailSettings settings, TimeProvider clock, ILogger<MorningDigests> log)
{
    private static readonly TimeOnly At = new(7, 0);

    private const string FindDay = "SELECT 1 FROM digest_days WHERE day = @today";

    private const string NoteDay = "INSERT INTO digest_days (day, made_at) VALUES (@today, @now) ON CONFLICT (day) DO NOTHING";

    private const string SelectPeople = """
        SELECT u.id AS account, u.mail_address IS NOT NULL AS has_address, c.timing
        FROM users u LEFT JOIN mail_choices c ON c.user_id = u.id AND c.kind = 'MorningDigest'
        WHERE u.password_hash IS NOT NULL AND (u.locked_until IS NULL OR u.locked_until <> @for_ever)
        ORDER BY u.id
        """;

    private const string HasPutOff = "SELECT 1 FROM outbox WHERE user_id = @account AND state = 'Deferred' AND digest_id IS NULL LIMIT 1";

    private const string TakeUp = "UPDATE outbox SET digest_id = @digest WHERE user_id = @account AND state = 'Deferred' AND digest_id IS NULL";

    private DateOnly made;

    /// <summary>Makes those of today if it is time and nobody has.</summary>
    public async Task MakeIfDue(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = Berlin.Day(now);
        if (!settings.IsOn || made == today || now < Berlin.Instant(today, At)) return;

        await using var scope = scopes.CreateAsyncScope();
        var calendar = (await scope.ServiceProvider.GetRequiredService<ICityRules>().On(today, cancel)).Calendar;
        var db = scope.ServiceProvider.GetRequiredService<DbSession>();
        if (calendar.IsWorkingDay(today) && await db.SingleOrDefault<int?>(FindDay, new { today }, cancel) is null)
        {
            Made(await db.Run(() => Make(scope.ServiceProvider, db, today, now, cancel), cancel));
        }

        made = today;
    }

    private static async Task<int> Make(IServiceProvider services, DbSession db, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Execute(NoteDay, new { today, now = ColumnType.CutToMilliseconds(now) }, cancel) == 0) return 0;

        var (writer, content) = (services.GetRequiredService<OutboxWriter>(), services.GetRequiredService<DigestContent>());
        var count = 0;
        foreach (var person in await db.List<PersonRow>(SelectPeople, new { forEver = AccountRepository.ForEver }, cancel))
        {
            var putOff = await db.SingleOrDefault<int?>(HasPutOff, new { person.Account }, cancel) is not null;
            var wanted = person.HasAddress && person.Timing != MessageTiming.Never && await content.HasTasks(person.Account, cancel);
            if (!putOff && !wanted) continue;

            var digest = await writer.Add(
                MessageKind.MorningDigest, new Recipient(person.Account, null, default, MessageTiming.Digest), null, null, "", OutboxState.Waiting, cancel);
            await db.Execute(TakeUp, new { digest, person.Account }, cancel);
            count++;
        }

        return count;
    }

    [LoggerMessage(LogLevel.Information, "{Count} morning digests made")]
    private partial void Made(int count);

    private sealed record PersonRow
    {
        public UserId Account { get; init; }

        public bool HasAddress { get; init; }

        public MessageTiming? Timing { get; init; }
    }
}
