using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Anfragen.Application;
using Dapper;

namespace Anfragen.Infrastructure.Database;

/// <summary>How a gate is passed: those who share it keep out those who want it alone, and the other way round.</summary>
public enum GateMode { Shared, Exclusive }

/// <summary>
/// One request's way to the database. A read outside a transaction borrows a connection for one statement;
/// writing happens in <see cref="Run{T}"/>. Parameters are the properties of one object, matched to <c>@names</c> without regard
/// to case and underscores; see <see cref="ColumnType"/> for what they may be.
/// </summary>
public sealed class DbSession(Connections connections) : ITransaction
{
    private const int Attempts = 8;

    /// <summary>Every statement before it runs, as a <see cref="Statement"/>.</summary>
    internal static readonly DiagnosticListener Statements = new("Anfragen.Database");

    private UnitOfWork? _current;

    /// <summary>The fragments of SQL that differ.</summary>
    public Dialect Dialect => connections.Dialect;

    /// <inheritdoc/>
    /// <remarks>
    /// SQLite: the writers of the process take turns. PostgreSQL: read committed, and the work starts again when the database
    /// broke it off in favour of another one. A statement that fails takes the whole transaction with it, even if its exception is caught.
    /// </remarks>
    /// <exception cref="DatabaseBusy">Nothing was written: others kept the database occupied.</exception>
    public async Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        if (_current is { } outer) return await outer.Guard(work);

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(await connections.Write(cancel), work);
            }
            catch (Exception exception) when (Dialect.IsBusy(exception))
            {
                if (attempt == Attempts) throw new DatabaseBusy(exception);
                await Task.Delay(Random.Shared.Next(5 << attempt), cancel);
            }
        }
    }

    /// <summary>As <see cref="Run{T}"/>, for work without a result.</summary>
    public Task Run(Func<Task> work, CancellationToken cancel) =>
        Run(async () => { await work(); return true; }, cancel);

    /// <summary>Several reads that see one and the same state, for a page put together from more than one statement.</summary>
    public async Task<T> Snapshot<T>(Func<Task<T>> reads, CancellationToken cancel)
    {
        if (_current is { } outer) return await outer.Guard(reads);

        try
        {
            var lease = await connections.Read(cancel);
            return await Once(lease, async () =>
            {
                await lease.Execute(Dialect.BeginSnapshot, cancel);
                return await reads();
            });
        }
        catch (Exception exception) when (Dialect.IsBusy(exception))
        {
            throw new DatabaseBusy(exception);
        }
    }

    /// <summary>Writes, in a transaction of its own if there is none; the number of rows.</summary>
    public Task<int> Execute(string sql, object? parameters, CancellationToken cancel) =>
        _current is null
            ? Run(() => Execute(sql, parameters, cancel), cancel)
            : Use(sql, parameters, command => command.ExecuteNonQueryAsync(cancel), cancel);

    /// <summary>The same statement once for each element, all or none; the number of rows.</summary>
    public Task<int> ExecuteEach<T>(string sql, IEnumerable<T> parameters, CancellationToken cancel) where T : notnull =>
        Run(
            async () =>
            {
                var rows = 0;
                foreach (var element in parameters) rows += await Execute(sql, element, cancel);
                return rows;
            },
            cancel);

    /// <summary>The one row there is.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public async Task<T> Single<T>(string sql, object? parameters, CancellationToken cancel) => (await List<T>(sql, parameters, cancel)).Single();

    /// <summary>The one row there is, or null; ask for <c>int?</c> and the like, because the default of <c>int</c> is a number too.</summary>
    public async Task<T?> SingleOrDefault<T>(string sql, object? parameters, CancellationToken cancel) =>
        (await List<T>(sql, parameters, cancel)).SingleOrDefault();

    /// <summary>All rows.</summary>
    public Task<IReadOnlyList<T>> List<T>(string sql, object? parameters, CancellationToken cancel) =>
        Use(sql, parameters, command => Read<T>(command, cancel), cancel);

    /// <summary>
    /// Waits until nobody stands in the way at this inquiry's gate and holds it until the transaction ends: those who work on
    /// their own part share it, those who change the structure (assign, join, withdraw, sign) want it alone.
    /// </summary>
    public async Task Gate(Guid inquiry, GateMode mode, CancellationToken cancel)
    {
        if (_current is null) throw new InvalidOperationException("A gate is held until the transaction ends, so it needs one.");
        if (Dialect.LockGate(mode) is not { } sql) return;

        await Use(sql, new { key = KeyOf(inquiry) }, command => command.ExecuteNonQueryAsync(cancel), cancel);
    }

    // Half of the UUID is time, half is random; together they keep two inquiries apart in 64 bits.
    private static long KeyOf(Guid inquiry)
    {
        var bytes = inquiry.ToByteArray(bigEndian: true);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) ^ BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(8));
    }

    private async Task<T> Once<T>(Lease lease, Func<Task<T>> work)
    {
        await using (lease)
        {
            var unit = _current = new UnitOfWork(lease.Connection);
            try
            {
                var result = await unit.Guard(work);
                unit.RefuseIfFailed();
                await lease.Commit();
                return result;
            }
            finally
            {
                _current = null;
            }
        }
    }

    private async Task<T> Use<T>(string sql, object? parameters, Func<DbCommand, Task<T>> use, CancellationToken cancel)
    {
        if (_current is { } unit)
        {
            unit.RefuseIfFailed();
            return await unit.Guard(() => Run(unit.Connection));
        }

        try
        {
            await using var lease = await connections.Read(cancel);
            return await Run(lease.Connection);
        }
        catch (Exception exception) when (Dialect.IsBusy(exception))
        {
            throw new DatabaseBusy(exception);
        }

        async Task<T> Run(DbConnection connection)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            StatementParameters.Bind(command, parameters);
            if (Statements.IsEnabled(nameof(Statement))) Statements.Write(nameof(Statement), new Statement(sql, connection));

            using var stop = connections.StopWhenCancelled(connection, cancel);
            try
            {
                return await use(command);
            }
            catch (DbException exception) when (cancel.IsCancellationRequested)
            {
                throw new OperationCanceledException("The statement was interrupted.", exception, cancel);
            }
        }
    }

    // Dapper's row parser without its query cache, which would keep one more entry for each statement and connection string.
    private static async Task<IReadOnlyList<T>> Read<T>(DbCommand command, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancel);
        var rows = new List<T>();
        if (!await reader.ReadAsync(cancel)) return rows;

        var parse = TypeHandlers.RowParser(typeof(T), reader);
        do rows.Add(Value<T>(parse(reader))); while (await reader.ReadAsync(cancel));
        return rows;
    }

    private static T Value<T>(object? value) => value switch
    {
        T row => row,
        null when default(T) is null => default!,
        _ => throw new InvalidOperationException($"NULL was read where {typeof(T).Name} is asked for; ask for {typeof(T).Name}?."),
    };

    /// <summary>
    /// What runs between BEGIN and COMMIT. PostgreSQL answers a COMMIT after a failed statement with a silent ROLLBACK, and SQLite may
    /// have rolled back before, so a failure is remembered here and nothing follows it.
    /// </summary>
    private sealed class UnitOfWork(DbConnection connection)
    {
        private Exception? _failure;

        public DbConnection Connection => connection;

        public async Task<T> Guard<T>(Func<Task<T>> work)
        {
            try
            {
                return await work();
            }
            catch (Exception exception)
            {
                _failure ??= exception;
                throw;
            }
        }

        public void RefuseIfFailed()
        {
            if (_failure is not null) throw new InvalidOperationException("A part of this transaction has failed, so none of it is written.", _failure);
        }
    }
}

/// <summary>A statement about to run.</summary>
internal sealed record Statement(string Sql, DbConnection Connection);
