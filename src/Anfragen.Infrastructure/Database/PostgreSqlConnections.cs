using System.Data.Common;
using Npgsql;

namespace Anfragen.Infrastructure.Database;

/// <summary>Npgsql's pool; a connection closed inside a transaction is rolled back by the pool.</summary>
internal sealed class PostgreSqlConnections(PostgreSqlDialect dialect, string connectionString) : Connections(dialect)
{
    // Any number of its own would do; this one is "anfragen" in ASCII.
    private const string LockSchema = "SELECT pg_advisory_xact_lock(7020382361498773870)";

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    internal override async Task<Lease> Read(CancellationToken cancel)
    {
        var connection = await _source.OpenConnectionAsync(cancel);
        return new(connection, connection.DisposeAsync);
    }

    internal override async Task<Lease> Write(CancellationToken cancel)
    {
        var lease = await Read(cancel);
        try
        {
            await lease.Execute(Dialect.Begin, cancel);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    internal override async Task<Lease> ChangeSchema(CancellationToken cancel)
    {
        var lease = await Write(cancel);
        try
        {
            await lease.Execute(LockSchema, cancel);
            return lease;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    // Npgsql listens to the token itself.
    internal override CancellationTokenRegistration StopWhenCancelled(DbConnection connection, CancellationToken cancel) => default;

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
