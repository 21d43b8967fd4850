using System.Data.Common;

namespace Anfragen.Infrastructure.Database;

/// <summary>Opens, keeps and lends the connections of one database; one per process. Disposing it closes them.</summary>
public abstract class Connections(Dialect dialect) : IAsyncDisposable
{
    /// <summary>What is particular about this database.</summary>
    public Dialect Dialect => dialect;

    /// <summary>Nothing is opened before the first statement.</summary>
    public static Connections To(DatabaseOptions options)
    {
        TypeHandlers.Register();
        return options.Dialect.Connect(options.ConnectionString);
    }

    /// <summary>A connection that cannot write.</summary>
    internal abstract Task<Lease> Read(CancellationToken cancel);

    /// <summary>A connection with a writing transaction begun. Given back before COMMIT, it rolls back.</summary>
    internal abstract Task<Lease> Write(CancellationToken cancel);

    /// <summary>The same for changing the schema, while no other process does.</summary>
    internal abstract Task<Lease> ChangeSchema(CancellationToken cancel);

    /// <summary>Makes a running statement stop when the request is given up.</summary>
    internal abstract CancellationTokenRegistration StopWhenCancelled(DbConnection connection, CancellationToken cancel);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A borrowed connection.</summary>
internal sealed class Lease(DbConnection connection, Func<ValueTask> giveBack) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public async Task Execute(string sql, CancellationToken cancel, object? parameters = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (parameters is not null) StatementParameters.Bind(command, parameters);
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Without a token: whether a commit interrupted half-way has happened would be unknown.
    public Task Commit() => Execute("COMMIT", CancellationToken.None);

    public ValueTask DisposeAsync() => giveBack();
}
