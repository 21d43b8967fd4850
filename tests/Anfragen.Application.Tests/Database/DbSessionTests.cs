using System.Data.Common;
using Anfragen.Infrastructure.Database;
using Microsoft.Data.Sqlite;

namespace Anfragen.Application.Tests.Database;

public sealed class DbSessionTests
{
    private const string TakeNext = """
        INSERT INTO counters (name, last) VALUES (@name, 1)
        ON CONFLICT (name) DO UPDATE SET last = counters.last + 1
        RETURNING last
        """;

    private const string Last = "SELECT last FROM counters WHERE name = @name";

    private static readonly CancellationToken None = CancellationToken.None;

    private static async Task<TestDatabase> WithCounters(DatabaseKind kind)
    {
        var database = await TestDatabase.Empty(kind);
        await database.Session().Execute("CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL)", null, None);
        return database;
    }

    private static Task<int> Next(DbSession session, string name = "a") => session.Single<int>(TakeNext, new { name }, None);

    private static Task<int> TakeAlone(TestDatabase database)
    {
        var session = database.Session();
        return session.Run(() => Next(session), None);
    }

    private static Task<int?> Read(TestDatabase database, string name = "a") => database.Session().SingleOrDefault<int?>(Last, new { name }, None);

    [Theory, Databases]
    public async Task Forty_writers_at_once_get_forty_numbers_without_a_gap(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() =>
        {
            var session = database.Session();
            return session.Run(() => Next(session), None);
        })));

        Assert.Equal(Enumerable.Range(1, 40), numbers.Order());
    }

    [Theory, Databases]
    public async Task Two_processes_that_write_at_once_wait_for_each_other(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var processes = new[] { database.Open(), database.Open() };

        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => Task.Run(async () =>
        {
            var session = new DbSession(processes[index % 2]);
            // Reads first and then writes: the order in which SQLite refuses a transaction that did not begin as a writer.
            await session.Run(
                async () =>
                {
                    await session.SingleOrDefault<int?>(Last, new { name = "a" }, None);
                    return await Next(session);
                },
                None);
        })));

        Assert.Equal(40, await Read(database));
    }

    [Theory, Databases]
    public async Task Reading_goes_on_while_another_process_writes(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        await TakeAlone(database);
        var other = new DbSession(database.Open());

        var seen = await other.Run(
            async () =>
            {
                await Next(other);
                return await Read(database);
            },
            None);

        Assert.Equal(1, seen);
        Assert.Equal(2, await Read(database));
    }

    [Theory, Databases]
    public async Task A_transaction_that_throws_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var session = database.Session();

        await Assert.ThrowsAsync<TimeoutException>(() => session.Run(
            async () =>
            {
                await Next(session);
                throw new TimeoutException();
            },
            None));

        Assert.Null(await Read(database));
        Assert.Equal(1, await TakeAlone(database));
    }

    [Theory, Databases]
    public async Task A_transaction_within_another_belongs_to_it(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var session = database.Session();

        await Assert.ThrowsAsync<TimeoutException>(() => session.Run(
            async () =>
            {
                await session.Run(() => Next(session), None);
                throw new TimeoutException();
            },
            None));

        Assert.Null(await Read(database));
    }

    [Theory, Databases]
    public async Task A_failed_statement_takes_its_transaction_along_even_if_the_exception_is_caught(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var session = database.Session();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => session.Run(
            async () =>
            {
                await Next(session);
                try
                {
                    await session.Execute("INSERT INTO counters (name, last) VALUES ('a', NULL)", null, None);
                }
                catch (DbException)
                {
                    return false;
                }
                return true;
            },
            None));

        Assert.IsAssignableFrom<DbException>(refused.InnerException);
        Assert.Null(await Read(database));
    }

    [Theory, Databases]
    public async Task A_failure_within_an_inner_transaction_takes_the_outer_along(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var session = database.Session();

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.Run(
            async () =>
            {
                await Assert.ThrowsAsync<TimeoutException>(() => session.Run(
                    async () =>
                    {
                        await Next(session);
                        throw new TimeoutException();
                    },
                    None));
            },
            None));

        Assert.Null(await Read(database));
    }

    [Theory, Databases]
    public async Task What_only_the_commit_finds_wrong_is_thrown(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var session = database.Session();
        await session.Execute(
            "CREATE TABLE children (name TEXT NOT NULL REFERENCES counters (name) DEFERRABLE INITIALLY DEFERRED)", null, None);

        await Assert.ThrowsAnyAsync<DbException>(
            () => session.Execute("INSERT INTO children (name) VALUES ('nobody')", null, None));

        Assert.Equal(0, await session.Single<int>("SELECT count(*) FROM children", null, None));
        Assert.Equal(1, await TakeAlone(database));
    }

    [Theory, Databases]
    public async Task Outside_a_transaction_a_query_cannot_write(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);

        await Assert.ThrowsAnyAsync<DbException>(() => Next(database.Session()));

        Assert.Null(await Read(database));
    }

    [Theory, Databases]
    public async Task A_cancelled_writer_lets_the_next_one_in(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var session = database.Session();
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.Run(
            async () =>
            {
                await Next(session);
                await cancel.CancelAsync();
                return await session.Single<int>(TakeNext, new { name = "a" }, cancel.Token);
            },
            cancel.Token));

        Assert.Equal(1, await TakeAlone(database));
    }

    [Theory, Databases]
    public async Task Who_gives_up_waiting_for_the_writer_does_not_keep_the_others_out(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var first = database.Session();
        using var cancel = new CancellationTokenSource();

        await first.Run(
            async () =>
            {
                await Next(first);
                var waiting = Task.Run(() =>
                {
                    var second = database.Session();
                    return second.Run(() => second.Single<int>(TakeNext, new { name = "a" }, cancel.Token), cancel.Token);
                });
                await cancel.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            },
            None);

        Assert.Equal(2, await TakeAlone(database));
    }

    [Theory, Databases]
    public async Task A_query_without_end_stops_when_it_is_given_up(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        using var cancel = new CancellationTokenSource();
        const string Endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n";

        var running = Task.Run(() => database.Session().Single<int>(Endless, null, cancel.Token));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, await TakeAlone(database));
    }

    [Theory, Databases]
    public async Task A_snapshot_sees_nothing_that_is_written_after_its_first_read(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        await TakeAlone(database);
        var session = database.Session();

        var seen = await session.Snapshot(
            async () =>
            {
                var before = await session.Single<int>(Last, new { name = "a" }, None);
                await TakeAlone(database);
                return (before, await session.Single<int>(Last, new { name = "a" }, None));
            },
            None);

        Assert.Equal((1, 1), seen);
        Assert.Equal(2, await Read(database));
    }

    [Theory, Databases]
    public async Task Executing_for_each_element_is_all_or_nothing(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var session = database.Session();
        const string Insert = "INSERT INTO counters (name, last) VALUES (@name, @last)";

        Assert.Equal(2, await session.ExecuteEach(Insert, new[] { new { name = "a", last = 1 }, new { name = "b", last = 2 } }, None));
        await Assert.ThrowsAnyAsync<DbException>(
            () => session.ExecuteEach(Insert, new[] { new { name = "c", last = 1 }, new { name = "a", last = 2 } }, None));

        Assert.Equal(["a", "b"], await session.List<string>("SELECT name FROM counters ORDER BY name", null, None));
    }

    [Theory, Databases]
    public async Task A_row_that_exists_already_is_told_from_other_failures(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var session = database.Session();
        await TakeAlone(database);

        var twice = await Assert.ThrowsAnyAsync<Exception>(
            () => session.Execute("INSERT INTO counters (name, last) VALUES ('a', 2)", null, None));
        var missing = await Assert.ThrowsAnyAsync<Exception>(
            () => session.Execute("INSERT INTO counters (name, last) VALUES ('b', NULL)", null, None));

        Assert.Equal("counters", session.Dialect.UniqueViolation(twice)?.Table);
        Assert.Null(session.Dialect.UniqueViolation(missing));
    }

    [Theory, Databases]
    public async Task Two_transactions_in_each_others_way_both_succeed(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        // Each takes the rows in the other's order, after both hold their first where the database lets them.
        var bothHoldOne = new Meeting(database.Kind == DatabaseKind.PostgreSql ? 2 : 1);

        await Task.WhenAll(Both("a", "b"), Both("b", "a"));

        Assert.Equal([2, 2], await database.Session().List<int>("SELECT last FROM counters ORDER BY name", null, None));

        Task<int> Both(string first, string second) => Task.Run(() =>
        {
            var session = database.Session();
            return session.Run(
                async () =>
                {
                    await Next(session, first);
                    await bothHoldOne.Arrive();
                    return await Next(session, second);
                },
                None);
        });
    }

    [Theory, Databases]
    public async Task At_a_gate_some_share_and_one_is_alone(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);
        var inquiry = Guid.CreateVersion7();
        var bothInside = new Meeting(database.Kind == DatabaseKind.PostgreSql ? 2 : 1);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Pass(GateMode.Shared, bothInside.Arrive))));
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Pass(GateMode.Exclusive, async () =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }))));

        Task Pass(GateMode mode, Func<Task> within)
        {
            var session = database.Session();
            return session.Run(
                async () =>
                {
                    await session.Gate(inquiry, mode, None);
                    await within();
                },
                None);
        }
    }

    [Theory, Databases]
    public async Task A_gate_needs_a_transaction(DatabaseKind kind)
    {
        await using var database = await WithCounters(kind);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Session().Gate(Guid.CreateVersion7(), GateMode.Shared, None));
    }

    [Fact]
    public async Task Sqlite_keeps_what_it_has_acknowledged_and_forgets_what_was_deleted()
    {
        await using var database = await WithCounters(DatabaseKind.Sqlite);
        var session = database.Session();

        var (journal, synchronous, secureDelete, foreignKeys) = await session.Run(
            async () => (
                await session.Single<string>("PRAGMA journal_mode", null, None),
                await session.Single<int>("PRAGMA synchronous", null, None),
                await session.Single<int>("PRAGMA secure_delete", null, None),
                await session.Single<int>("PRAGMA foreign_keys", null, None)),
            None);

        Assert.Equal(("wal", 2, 1, 1), (journal, synchronous, secureDelete, foreignKeys));
    }

    [Fact]
    public async Task A_lock_that_does_not_go_away_is_told_in_German_and_nothing_is_written()
    {
        await using var database = await WithCounters(DatabaseKind.Sqlite);
        await using var stranger = new SqliteConnection(database.ConnectionString);
        await stranger.OpenAsync();
        await using var begin = new SqliteCommand("BEGIN EXCLUSIVE", stranger);
        await begin.ExecuteNonQueryAsync();
        await using var impatient = new SqliteConnections(new SqliteDialect(), database.ConnectionString, TimeSpan.Zero);

        var busy = await Assert.ThrowsAsync<DatabaseBusy>(() => new DbSession(impatient).Execute("DELETE FROM counters", null, None));

        Assert.StartsWith("Die Datenbank ist gerade stark ausgelastet", busy.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("locked", busy.Message, StringComparison.Ordinal);
    }

    /// <summary>Holds those who arrive until there are enough; later ones pass, as a repeated transaction must.</summary>
    private sealed class Meeting(int needed)
    {
        private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _arrived;

        public Task Arrive()
        {
            if (Interlocked.Increment(ref _arrived) >= needed) _enough.TrySetResult();
            return _enough.Task;
        }
    }
}
