namespace Anfragen.Application.Tests.Database;

/// <summary>What both databases can say about their tables, in the same words, one line for each thing.</summary>
internal static class Schema
{
    // What SQLite keeps for a type of either database; BIGINT is its INTEGER under another name.
    private static readonly IReadOnlyDictionary<string, string> StoredAsByType = new Dictionary<string, string>
    {
        ["uuid"] = "TEXT",
        ["timestamp with time zone"] = "TEXT",
        ["date"] = "TEXT",
        ["text"] = "TEXT",
        ["boolean"] = "INTEGER",
        ["integer"] = "INTEGER",
        ["bigint"] = "INTEGER",
        ["double precision"] = "REAL",
        ["bytea"] = "BLOB",
    };

    // Virtual tables and their shadows are the full-text index, which PostgreSQL has in another form.
    private const string SqliteColumns = """
        SELECT t.name AS "table", c.name, c.type, c."notnull" = 0 AND c.pk = 0 AS nullable
        FROM pragma_table_list t JOIN pragma_table_info(t.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
        """;

    private const string PostgreSqlColumns = """
        SELECT c.table_name AS "table", c.column_name AS name, c.data_type AS type, c.is_nullable = 'YES' AS nullable
        FROM information_schema.columns c JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        """;

    private const string SqliteIndexes = """
        SELECT t.name AS "table", i.name, i."unique" AS is_unique
        FROM pragma_table_list t JOIN pragma_index_list(t.name) i
        WHERE t.schema = 'main' AND t.type = 'table' AND i.origin = 'c'
        """;

    private const string PostgreSqlIndexes = """
        SELECT t.relname AS "table", i.relname AS name, x.indisunique AS is_unique
        FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid)
        """;

    private const string SqliteReferences = """
        SELECT t.name AS "table", f."from" AS "column", f."table" AS target
        FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
        WHERE t.schema = 'main' AND t.type = 'table'
        """;

    private const string PostgreSqlReferences = """
        SELECT t.relname AS "table", a.attname AS "column", r.relname AS target
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid
        CROSS JOIN unnest(c.conkey) AS k (attnum) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
        WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
        """;

    /// <summary>Sorted lines such as "column inquiries.due_on TEXT null".</summary>
    public static async Task<IReadOnlyList<string>> Read(TestDatabase database)
    {
        var session = database.Session();
        var sqlite = database.Kind == DatabaseKind.Sqlite;
        var columns = await session.List<Column>(sqlite ? SqliteColumns : PostgreSqlColumns, null, CancellationToken.None);
        var indexes = await session.List<Index>(sqlite ? SqliteIndexes : PostgreSqlIndexes, null, CancellationToken.None);
        var references = await session.List<Reference>(sqlite ? SqliteReferences : PostgreSqlReferences, null, CancellationToken.None);

        return [.. columns.Select(column => $"table {column.Table}")
            .Concat(columns.Select(column => $"column {column.Table}.{column.Name} {StoredAs(column.Type)} {(column.Nullable ? "null" : "not null")}"))
            .Concat(indexes.Select(index => $"{(index.IsUnique ? "unique index" : "index")} {index.Name} of {index.Table}"))
            .Concat(references.Select(reference => $"reference {reference.Table}.{reference.Column} to {reference.Target}"))
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static string StoredAs(string type) => StoredAsByType.GetValueOrDefault(type.ToLowerInvariant(), type);

    private sealed record Column
    {
        public string Table { get; init; } = "";

        public string Name { get; init; } = "";

        public string Type { get; init; } = "";

        public bool Nullable { get; init; }
    }

    private sealed record Index(string Table, string Name, bool IsUnique);

    private sealed record Reference(string Table, string Column, string Target);
}
