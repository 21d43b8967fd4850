using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Database;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Anfragen.Application.Tests.Database;

/// <summary>
/// Looks at the plan of every statement that a test runs on SQLite, at its first run: one that reads a growing table from end to
/// end fails there, in the test that needed it. Work that has to read everything (rebuilding, verifying) says so within the
/// statement: <c>-- reads all: reason</c>.
/// </summary>
public static partial class QueryPlans
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Seen = new();
    private static readonly Lazy<IDisposable> Subscription = new(() => DbSession.Statements.Subscribe(new Watcher()));

    /// <summary>Tables that grow with the inquiries. A new table belongs here or in <see cref="SmallTables"/>.</summary>
    internal static IReadOnlySet<string> GrowingTables { get; } = new HashSet<string>
    {
        "files", "inquiries", "inquiry_texts", "questions", "question_statuses", "originators", "paper_references",
        "assignments", "contributions", "answers", "answer_coverage", "answer_versions", "replies", "reply_items", "signatures",
        "imports", "import_papers", "import_doubts", "imported_letters",
        "publications", "published_targets", "public_objects", "public_inquiries", "public_figures", "public_files",
        "journal", "journal_reasons", "co_signers", "work_items", "submissions", "attachments", "attachment_findings", "receipts", "meetings",
        "outbox", "deadlines", "working_copies", "comments", "search_terms", "search_documents", "search_queue", "promises",
    };

    /// <summary>Tables as large as the city's council and administration, or with one row a year.</summary>
    internal static IReadOnlySet<string> SmallTables { get; } = new HashSet<string>
    {
        "organizations", "organization_names", "persons", "deputyships", "memberships", "legislative_terms", "users", "role_grants", "invitations", "signatories",
        "co_signature_stages", "letterheads", "mail_choices", "saved_views", "text_blocks", "digest_days", "number_schemes", "rule_sets", "number_counters", "journal_head", "schema_migrations",
    };

    internal static void Watch() => _ = Subscription.Value;

    /// <summary>What is wrong with the plan: one sentence for each table read from end to end.</summary>
    internal static IReadOnlyList<string> Complaints(SqliteConnection connection, string sql, IReadOnlySet<string> growingTables)
    {
        if (ReadsAll().IsMatch(sql)) return [];
        var plan = Plan(connection, sql);
        return [.. plan.Where(step => IsScan(step, plan, sql, growingTables)).Select(step => $"{step}, in:\n{sql}")];
    }

    // An index read in its order is no scan as long as LIMIT ends it: the first page of a list. An automatic index is one
    // that SQLite makes for this statement alone, from the whole table.
    private static bool IsScan(string step, IReadOnlyList<string> plan, string sql, IReadOnlySet<string> growingTables)
    {
        var scan = Scan().Match(step);
        if (!scan.Success || !growingTables.Contains(TableOf(scan.Groups["alias"].Value, sql))) return false;

        var stopsEarly = !scan.Groups["automatic"].Success
            && scan.Groups["index"].Success
            && Limit().IsMatch(sql)
            && !plan.Any(other => other.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal));
        return !stopsEarly;
    }

    // The plan shows the alias where there is one.
    private static string TableOf(string alias, string sql)
    {
        var named = Regex.Match(sql, $@"\b(?:FROM|JOIN|UPDATE|INTO|,)\s+(\w+)\s+(?:AS\s+)?{Regex.Escape(alias)}\b", RegexOptions.IgnoreCase);
        return named.Success ? named.Groups[1].Value : alias;
    }

    private static IReadOnlyList<string> Plan(SqliteConnection connection, string sql)
    {
        // Without the provider, which asks for values of all parameters; the plan does not depend on them.
        var prepared = raw.sqlite3_prepare_v2(connection.Handle, $"EXPLAIN QUERY PLAN {sql}", out var statement);
        SqliteException.ThrowExceptionForRC(prepared, connection.Handle);
        using (statement)
        {
            var steps = new List<string>();
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) steps.Add(raw.sqlite3_column_text(statement, 3).utf8_to_string());
            return steps;
        }
    }

    [GeneratedRegex(@"^(?:SCAN (?<alias>\w+)(?<index> USING (?:COVERING )?INDEX)?|SEARCH (?<alias>\w+) USING (?<automatic>AUTOMATIC))")]
    private static partial Regex Scan();

    [GeneratedRegex(@"\bLIMIT\b", RegexOptions.IgnoreCase)]
    private static partial Regex Limit();

    [GeneratedRegex(@"-- reads all: \w")]
    private static partial Regex ReadsAll();

    private sealed class Watcher : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is not Statement { Connection: SqliteConnection connection } statement) return;
            var complaints = Seen.GetOrAdd(statement.Sql, sql => Complaints(connection, sql, GrowingTables));
            if (complaints.Count > 0) throw new InvalidOperationException(string.Join("\n", complaints));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => throw error;
    }
}
