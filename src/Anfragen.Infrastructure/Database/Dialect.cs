using System.Data.Common;
using Anfragen.Infrastructure.Backup;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Anfragen.Infrastructure.Database;

/// <summary>
/// What differs between SQLite and PostgreSQL. Statements are written once for both; the few fragments that cannot be come
/// from here, and nothing else asks which database runs.
/// </summary>
public abstract class Dialect
{
    /// <summary>The middle part of a migration's file name: <c>0001_council.sqlite.sql</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// "the column is one of these": <c>dialect.OneOf("q.id", "ids")</c> with <c>new { ids = list }</c>, also for an empty list.
    /// The text does not depend on the list's length.
    /// </summary>
    public abstract string OneOf(string column, string parameter);

    /// <summary>Ends a SELECT whose rows stay locked until the transaction ends.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Ends a SELECT that takes and locks only rows nobody else holds: how several workers share a queue.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>The elements of a list parameter as rows with the column <c>value</c>, for INSERT … SELECT.</summary>
    public abstract string RowsOf(string parameter);

    /// <summary>"the row <c>w</c> of this full-text index has what <c>@words</c> asks for", with <see cref="WordsOf"/>.</summary>
    public abstract string HasWords(string index);

    /// <summary>What a row of a full-text index holds: <c>@words</c>, the numbers of its terms with spaces between them.</summary>
    public abstract string WordsValue { get; }

    /// <summary>The question <see cref="HasWords"/> understands: of each group one term at least.</summary>
    public abstract string WordsOf(IEnumerable<IEnumerable<int>> groups);

    /// <summary>Whether the whole transaction is to be tried again because another one was in its way.</summary>
    public abstract bool IsBusy(Exception exception);

    /// <summary>Which rule of uniqueness the exception is about, or null if it is about something else.</summary>
    public abstract UniqueViolation? UniqueViolation(Exception exception);

    internal abstract string Begin { get; }

    internal abstract string BeginSnapshot { get; }

    /// <summary>Takes the lock <c>@key</c> until the transaction ends, or null where one writer at a time makes it needless.</summary>
    internal abstract string? LockGate(GateMode mode);

    /// <summary>Names a table whose rows refer to missing ones, or null where such rows cannot arise.</summary>
    internal abstract string? FindBrokenReference { get; }

    /// <summary>Gives a row when there is a table of the name <c>@table</c>.</summary>
    internal abstract string FindTable { get; }

    internal abstract string Complete(string connectionString, AnfragenRoot root);

    /// <summary>Whether the database is a file that does not exist.</summary>
    internal abstract bool IsAbsent(string connectionString);

    internal abstract string Describe(string connectionString);

    internal abstract Connections Connect(string connectionString);

    internal abstract BackupMethod Backup(DatabaseOptions options, Connections connections, AnfragenRoot root, TimeProvider clock);

    internal static Dialect Of(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Host") ? new PostgreSqlDialect() : new SqliteDialect();
}

/// <summary>A row that exists already.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rule">For the log: PostgreSQL names the constraint, SQLite its columns.</param>
public sealed record UniqueViolation(string Table, string Rule);

internal sealed class SqliteDialect : Dialect
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public override string Name => "sqlite";

    // A parameter per element would give a statement per length and ends at 32,766.
    public override string OneOf(string column, string parameter) => $"{column} IN (SELECT value FROM json_each(@{parameter}))";

    // WHERE TRUE: without it the parser takes the ON of an upsert for a join's.
    public override string RowsOf(string parameter) => $"json_each(@{parameter}) AS element WHERE TRUE";

    public override string HasWords(string index) => $"w.{index} MATCH @words";

    public override string WordsValue => "@words";

    public override string WordsOf(IEnumerable<IEnumerable<int>> groups) =>
        string.Join(" AND ", groups.Select(group => $"({string.Join(" OR ", group)})"));

    public override string ForUpdate => "";

    public override string ForUpdateSkipLocked => "";

    public override bool IsBusy(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED };

    public override UniqueViolation? UniqueViolation(Exception exception)
    {
        if (exception is not SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY }) return null;

        // "SQLite Error 19: 'UNIQUE constraint failed: number_counters.scheme, number_counters.scope'."
        var rule = exception.Message.Split("constraint failed: ", 2)[^1].TrimEnd('.', '\'');
        return new(rule.Split('.', 2)[0], rule);
    }

    // IMMEDIATE: a transaction that turns from reading to writing would fail at once when another one wrote in between.
    internal override string Begin => "BEGIN IMMEDIATE";

    internal override string BeginSnapshot => "BEGIN";

    internal override string? LockGate(GateMode mode) => null;

    internal override string FindTable => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @table";

    internal override string? FindBrokenReference => "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1";

    internal override string Complete(string connectionString, AnfragenRoot root)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.DataSource is "" or ":memory:" || builder.Mode == SqliteOpenMode.Memory) throw new ArgumentException("A file is needed.");

        builder.DataSource = Path.GetFullPath(builder.DataSource, root.Path);
        builder.Mode = SqliteOpenMode.ReadWriteCreate;
        // SqliteConnections keeps its connections itself, each with its settings made once.
        builder.Pooling = false;
        return builder.ToString();
    }

    internal override bool IsAbsent(string connectionString) => !File.Exists(new SqliteConnectionStringBuilder(connectionString).DataSource);

    internal override string Describe(string connectionString) => $"SQLite {new SqliteConnectionStringBuilder(connectionString).DataSource}";

    internal override Connections Connect(string connectionString) => new SqliteConnections(this, connectionString, LongestWait);

    internal override BackupMethod Backup(DatabaseOptions options, Connections connections, AnfragenRoot root, TimeProvider clock) =>
        new SqliteBackup(options, connections, root, clock);
}

internal sealed class PostgreSqlDialect : Dialect
{
    public override string Name => "postgresql";

    public override string OneOf(string column, string parameter) => $"{column} = ANY(@{parameter})";

    public override string RowsOf(string parameter) => $"unnest(@{parameter}) AS element (value) WHERE TRUE";

    public override string HasWords(string index) => "w.words @@ @words::tsquery";

    public override string WordsValue => "@words::tsvector";

    public override string WordsOf(IEnumerable<IEnumerable<int>> groups) =>
        string.Join('&', groups.Select(group => $"({string.Join('|', group)})"));

    public override string ForUpdate => " FOR UPDATE";

    public override string ForUpdateSkipLocked => " FOR UPDATE SKIP LOCKED";

    public override bool IsBusy(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    public override UniqueViolation? UniqueViolation(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation
            ? new(violation.TableName ?? "", violation.ConstraintName ?? "")
            : null;

    internal override string Begin => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

    internal override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    internal override string? LockGate(GateMode mode) => mode == GateMode.Exclusive
        ? "SELECT pg_advisory_xact_lock(@key)"
        : "SELECT pg_advisory_xact_lock_shared(@key)";

    internal override string FindTable => "SELECT 1 FROM pg_tables WHERE schemaname = ANY(current_schemas(false)) AND tablename = @table";

    internal override string? FindBrokenReference => null;

    internal override string Complete(string connectionString, AnfragenRoot root)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.ApplicationName ??= "Anfragen";
        // Only DbSession.Run writes, as on SQLite: there a statement outside a transaction meets a reading connection.
        builder.Options = $"{builder.Options} -c default_transaction_read_only=on".TrimStart();
        return builder.ToString();
    }

    internal override bool IsAbsent(string connectionString) => false;

    internal override string Describe(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return $"PostgreSQL {builder.Host}:{builder.Port}/{builder.Database}";
    }

    internal override Connections Connect(string connectionString) => new PostgreSqlConnections(this, connectionString);

    internal override BackupMethod Backup(DatabaseOptions options, Connections connections, AnfragenRoot root, TimeProvider clock) =>
        new PostgreSqlBackup(options, connections, root, clock);
}
