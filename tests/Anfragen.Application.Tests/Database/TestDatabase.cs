using System.Collections.Concurrent;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anfragen.Application.Tests.Database;

/// <summary>
/// A database of a test's own, gone with it. The migrations run once per process and kind, into a template that is copied.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestDatabase>>> Templates = new();

    // PostgreSQL copies a template for one at a time only.
    private static readonly SemaphoreSlim Copying = new(1, 1);

    private readonly string _name;
    private readonly List<Connections> _opened = [];

    private TestDatabase(DatabaseKind kind, string name, string connectionString)
    {
        Kind = kind;
        _name = name;
        ConnectionString = connectionString;
    }

    public DatabaseKind Kind { get; }

    /// <summary>For the setting <c>Anfragen:Database</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Opened at first use, closed with the database.</summary>
    internal Connections Connections => field ??= Open();

    /// <summary>The repository's root, as the program finds it.</summary>
    internal static AnfragenRoot Root { get; } = AnfragenRoot.Find(null, AppContext.BaseDirectory);

    /// <summary>A database with the program's schema.</summary>
    public static async Task<TestDatabase> Create(DatabaseKind kind)
    {
        var template = await Templates.GetOrAdd(kind, kind => new(() => CreateTemplate(kind))).Value;
        return kind == DatabaseKind.Sqlite ? CopyFile(template) : await CreatePostgreSql(template._name);
    }

    /// <summary>A database without tables, not even that of the migrations.</summary>
    public static async Task<TestDatabase> Empty(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite ? NewFile() : await CreatePostgreSql("template0");

    /// <summary>A session as a request has one.</summary>
    internal DbSession Session() => new(Connections);

    /// <summary>Connections beside the first: another process, as far as the database can tell.</summary>
    internal Connections Open()
    {
        TypeHandlers.Register(typeof(TestDatabase).Assembly);
        QueryPlans.Watch();
        var connections = Connections.To(DatabaseOptions.From(ConnectionString, Root));
        _opened.Add(connections);
        return connections;
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        if (Kind == DatabaseKind.Sqlite) Directory.Delete(_name, recursive: true);
        else await OnServer($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private async Task Close()
    {
        foreach (var connections in _opened) await connections.DisposeAsync();
        _opened.Clear();
    }

    private static async Task<TestDatabase> CreateTemplate(DatabaseKind kind)
    {
        var template = await Empty(kind);
        await new Migrator(template.Connections, Root, TimeProvider.System).Migrate(CancellationToken.None);
        await template.Close();
        if (kind == DatabaseKind.Sqlite) AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(template._name, recursive: true);
        return template;
    }

    private static TestDatabase NewFile()
    {
        var folder = Directory.CreateTempSubdirectory("anfragen-test-").FullName;
        return new(DatabaseKind.Sqlite, folder, $"Data Source={Path.Combine(folder, "anfragen.db")}");
    }

    private static TestDatabase CopyFile(TestDatabase template)
    {
        var copy = NewFile();
        File.Copy(Path.Combine(template._name, "anfragen.db"), Path.Combine(copy._name, "anfragen.db"));
        return copy;
    }

    private static async Task<TestDatabase> CreatePostgreSql(string template)
    {
        var name = $"anfragen_{Guid.CreateVersion7():N}";
        await Copying.WaitAsync();
        try
        {
            await OnServer($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Copying.Release();
        }

        var connectionString = new NpgsqlConnectionStringBuilder(await PostgreSqlCluster.ConnectionString()) { Database = name };
        return new(DatabaseKind.PostgreSql, name, connectionString.ToString());
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgreSqlCluster.ConnectionString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
