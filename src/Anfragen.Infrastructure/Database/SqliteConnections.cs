using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Anfragen.Infrastructure.Database;

/// <summary>
/// One writer behind a gate and any number of readers. SQLite lets one connection write at a time anyway: within the process
/// the gate makes the others wait in turn and without holding a thread, and another process is waited for by asking again.
/// </summary>
internal sealed class SqliteConnections(SqliteDialect dialect, string connectionString, TimeSpan longestWait) : Connections(dialect)
{
    private const int IdleReadersKept = 16;

    // FULL: with NORMAL an acknowledged commit can be lost in a power cut. secure_delete: depublished text must not stay readable in the file.
    private const string WriterSettings = """
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA secure_delete=ON;
        PRAGMA busy_timeout=0;
        """;

    private const string ReaderSettings = "PRAGMA query_only=ON; PRAGMA busy_timeout=10000;";

    private readonly string _file = new SqliteConnectionStringBuilder(connectionString).DataSource;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private SqliteConnection? _writer;
    private bool _closed;

    internal override async Task<Lease> Read(CancellationToken cancel)
    {
        if (!_readers.TryTake(out var reader))
        {
            // The first writer makes the file and turns WAL on, which a reading connection cannot.
            if (!File.Exists(_file)) await (await Write(cancel)).DisposeAsync();
            reader = await Open($"PRAGMA foreign_keys=ON; {ReaderSettings}", cancel);
        }
        return new(reader, () => GiveBackReader(reader));
    }

    internal override async Task<Lease> Write(CancellationToken cancel)
    {
        if (!await _gate.WaitAsync(longestWait, cancel)) throw new DatabaseBusy();
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            var writer = _writer ??= await Open($"PRAGMA foreign_keys=ON; {WriterSettings}", cancel);
            await Begin(writer, cancel);
            return new(writer, GiveBackWriter);
        }
        catch
        {
            _gate.Release();
            throw;
        }
    }

    // A table is changed by making a new one and dropping the old, for which SQLite wants foreign keys off; they can only be
    // switched outside a transaction. The migrator checks them before it commits.
    internal override async Task<Lease> ChangeSchema(CancellationToken cancel)
    {
        var connection = await Open($"PRAGMA foreign_keys=OFF; {WriterSettings}", cancel);
        try
        {
            await Begin(connection, cancel);
            return new(connection, connection.DisposeAsync);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal override CancellationTokenRegistration StopWhenCancelled(DbConnection connection, CancellationToken cancel) =>
        cancel.Register(static connection => raw.sqlite3_interrupt(((SqliteConnection)connection!).Handle), connection);

    public override async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        _closed = true;
        while (_readers.TryTake(out var reader)) await reader.DisposeAsync();
        if (_writer is { } writer) await writer.DisposeAsync();
        _writer = null;
        _gate.Release();
    }

    private async Task<SqliteConnection> Open(string settings, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = settings;
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Asked of SQLite directly: the provider would hold a thread while it waits, and does not hear the token.
    private async Task Begin(SqliteConnection connection, CancellationToken cancel)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            var result = raw.sqlite3_exec(connection.Handle, Dialect.Begin);
            if (result == raw.SQLITE_OK) return;

            var busy = (result & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
            if (!busy) SqliteException.ThrowExceptionForRC(result, connection.Handle);
            if (waiting.Elapsed > longestWait) throw new DatabaseBusy();
            await Task.Delay(Random.Shared.Next(1, 20), cancel);
        }
    }

    private async ValueTask GiveBackReader(SqliteConnection reader)
    {
        if (!_closed && _readers.Count < IdleReadersKept && EndsTransaction(reader)) _readers.Add(reader);
        else await reader.DisposeAsync();
    }

    private async ValueTask GiveBackWriter()
    {
        try
        {
            if (EndsTransaction(_writer!)) return;
            await _writer!.DisposeAsync();
            _writer = null;
        }
        finally
        {
            _gate.Release();
        }
    }

    // SQLite may have rolled back by itself (disk full, interrupt). A connection that cannot roll back is closed, which does it.
    private static bool EndsTransaction(SqliteConnection connection) =>
        raw.sqlite3_get_autocommit(connection.Handle) != 0 || raw.sqlite3_exec(connection.Handle, "ROLLBACK") == raw.SQLITE_OK;
}
