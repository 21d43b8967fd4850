using System.Collections.Concurrent;
using System.Data.Common;
using Anfragen.Application.Journal;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anfragen.Application.Tests.Journal;

/// <summary>
/// The demo city in a database whose administrator forges: triggers and foreign keys are off for them. After each forgery the
/// tables are as before.
/// </summary>
public sealed class TamperedCity : IAsyncLifetime
{
    private static readonly string[] Tables =
    [
        "journal", "journal_reasons", "journal_head", "answer_versions", "contributions", "reply_items", "signatures", "files", "paper_references",
        "inquiries", "inquiry_texts", "questions", "originators", "publications", "published_targets", "users", "role_grants",
        "assignments", "answers", "answer_coverage", "replies", "imports", "import_papers", "import_doubts", "imported_letters",
        "organizations", "persons", "memberships", "legislative_terms", "signatories", "letterheads", "receipts", "attachments", "deadlines", "rule_sets",
    ];

    private static readonly string[] TablesWithTriggers =
    [
        "journal", "answer_versions", "contributions", "reply_items", "signatures", "inquiry_texts", "questions", "receipts", "attachments",
        "imports", "import_papers", "import_doubts", "imported_letters",
    ];

    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestApp>>> _apps = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task<TestApp> App(DatabaseKind kind) => _apps.GetOrAdd(kind, kind => new(() => Load(kind))).Value;

    public async Task<JournalVerdict> Verify(DatabaseKind kind, IProgress<double>? progress = null)
    {
        var app = await App(kind);
        return await app.Send(WellKnown.System, [new RoleGrant(Role.Administrator, WellKnown.Body)], new VerifyJournal(progress));
    }

    /// <summary>What verification says of the forged database.</summary>
    public async Task<JournalVerdict> VerifyAfter(DatabaseKind kind, string forgery)
    {
        await using var forger = await Forger(kind);
        await Execute(forger, forgery);
        try
        {
            return await Verify(kind);
        }
        finally
        {
            foreach (var table in Tables) await Execute(forger, $"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM {table}_before");
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var app in _apps.Values) await (await app.Value).DisposeAsync();
    }

    private static async Task<TestApp> Load(DatabaseKind kind)
    {
        var app = await TestApp.On(kind, founded: false);
        Assert.True(await DemoCity.Load(app.Configuration, null, CancellationToken.None));
        await using var forger = await Open(app, kind);
        foreach (var table in Tables) await Execute(forger, $"CREATE TABLE {table}_before AS SELECT * FROM {table}");
        if (kind == DatabaseKind.Sqlite)
        {
            foreach (var table in TablesWithTriggers) await Execute(forger, $"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete");
        }

        return app;
    }

    private async Task<DbConnection> Forger(DatabaseKind kind) => await Open(await App(kind), kind);

    private static async Task<DbConnection> Open(TestApp app, DatabaseKind kind)
    {
        var connectionString = app.Configuration[DatabaseOptions.Setting]!;
        DbConnection connection = kind == DatabaseKind.Sqlite ? new SqliteConnection(connectionString + ";Pooling=False") : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await Execute(connection, kind == DatabaseKind.Sqlite ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica");
        return connection;
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
