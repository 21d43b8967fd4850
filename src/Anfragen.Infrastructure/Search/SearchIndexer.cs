using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Search;

/// <summary>
/// Brings the index up with what has changed. A change leaves a row in the queue in its own transaction; the row goes in the transaction that
/// indexes it, so nothing is lost however the process ends. No use case: nobody decides anything here.
/// </summary>
public sealed class SearchIndexer(IServiceScopeFactory scopes)
{
    private const int AtOnce = 200;

    private const string SelectQueued = "SELECT no, inquiry_id FROM search_queue WHERE no > @after ORDER BY no LIMIT @most";

    private const string Queue = "INSERT INTO search_queue (inquiry_id) VALUES (@inquiry)";

    private const string QueueAll = """
        INSERT INTO search_queue (inquiry_id) SELECT id FROM inquiries ORDER BY received_on, id -- reads all: the index is made anew
        """;

    private const string CountQueued = "SELECT count(*) FROM search_queue -- reads all: asked by the operator's command only";

    // One at a time: two would give the same term two numbers or wait for each other.
    private static readonly Guid Turn = Guid.Parse("00000000-0000-7000-8000-0000005ea2c4");

    /// <summary>Notes that the inquiry's texts have changed, within the caller's transaction.</summary>
    internal static Task Note(DbSession db, InquiryId inquiry, CancellationToken cancel) => db.Execute(Queue, new { inquiry }, cancel);

    /// <summary>Indexes what is queued until nothing is; how many inquiries.</summary>
    /// <param name="cancel">Stops between two batches at the latest.</param>
    /// <param name="progress">The share that is done of what was queued at first.</param>
    public async Task<int> CatchUp(CancellationToken cancel, IProgress<double>? progress = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbSession>();
        var reader = scope.ServiceProvider.GetRequiredService<InquiryTextReader>();
        var all = progress is null ? 1 : await db.Single<long>(CountQueued, null, cancel);
        for (var done = 0; ;)
        {
            // Asked without writing first: most of the time nothing is queued.
            if ((await Queued(db, 1, cancel)).Count == 0)
            {
                progress?.Report(1);
                return done;
            }

            done += await db.Run(() => IndexNext(db, reader, cancel), cancel);
            progress?.Report(Math.Min(1, (double)done / all));
        }
    }

    /// <summary>Empties the index and queues everything; until it has caught up again, searches find less.</summary>
    /// <returns>How many inquiries were indexed.</returns>
    public async Task<int> Rebuild(IProgress<double> progress, CancellationToken cancel)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<DbSession>();
            await db.Run(
                async () =>
                {
                    await db.Gate(Turn, GateMode.Exclusive, cancel);
                    foreach (var sql in SearchIndex.Internal.Clear.Append("DELETE FROM search_queue")) await db.Execute($"{sql} -- reads all: the index is made anew", null, cancel);
                    await db.Execute(QueueAll, null, cancel);
                },
                cancel);
        }

        return await CatchUp(cancel, progress);
    }

    private static async Task<int> IndexNext(DbSession db, InquiryTextReader reader, CancellationToken cancel)
    {
        await db.Gate(Turn, GateMode.Exclusive, cancel);
        var queued = await Queued(db, AtOnce, cancel);
        // Read after the queue: whatever changes later has a later row in it.
        var texts = await reader.Read([.. queued.Select(row => row.InquiryId).Distinct()], cancel);
        await SearchIndex.Internal.Write(db, texts, cancel);
        await db.Execute($"DELETE FROM search_queue WHERE {db.Dialect.OneOf("no", "done")}", new { done = queued.Select(row => row.No).ToList() }, cancel);
        return texts.Count;
    }

    private static Task<IReadOnlyList<QueueRow>> Queued(DbSession db, int most, CancellationToken cancel) =>
        db.List<QueueRow>(SelectQueued, new { after = 0L, most }, cancel);

    private sealed record QueueRow
    {
        public long No { get; init; }

        public InquiryId InquiryId { get; init; }
    }
}
