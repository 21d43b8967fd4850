using Microsoft.Data.Sqlite;

namespace Anfragen.Application.Tests.Database;

public sealed class QueryPlansTests
{
    private const string SampleSchema = """
        CREATE TABLE inquiries (id TEXT NOT NULL PRIMARY KEY, received_on TEXT NOT NULL, subject TEXT NOT NULL);
        CREATE INDEX inquiries_list ON inquiries (received_on, id);
        CREATE TABLE questions (id TEXT NOT NULL PRIMARY KEY, inquiry_id TEXT NOT NULL);
        CREATE INDEX questions_inquiry ON questions (inquiry_id);
        CREATE TABLE roles (name TEXT NOT NULL)
        """;

    [Theory]
    [InlineData("SELECT subject FROM inquiries WHERE id = @id")]
    [InlineData("SELECT subject FROM inquiries ORDER BY received_on DESC, id DESC LIMIT 50")]
    [InlineData("SELECT subject FROM inquiries WHERE (received_on, id) < (@day, @id) ORDER BY received_on DESC, id DESC LIMIT 50")]
    [InlineData("SELECT i.subject FROM questions q JOIN inquiries i ON i.id = q.inquiry_id WHERE q.id IN (SELECT value FROM json_each(@ids))")]
    [InlineData("SELECT name FROM roles")]
    [InlineData("UPDATE inquiries SET subject = @subject WHERE id = @id")]
    [InlineData("SELECT subject FROM inquiries -- reads all: the search index is built anew")]
    public async Task A_statement_that_goes_by_an_index_is_let_through(string sql) => Assert.Empty(await Complaints(sql));

    [Theory]
    [InlineData("SELECT subject FROM inquiries WHERE subject = @subject")]
    [InlineData("SELECT count(*) FROM inquiries")]
    [InlineData("SELECT i.subject FROM inquiries AS i WHERE lower(i.subject) = @subject")]
    [InlineData("SELECT x.subject FROM roles r, inquiries x WHERE x.subject = r.name")]
    [InlineData("SELECT subject FROM inquiries ORDER BY subject LIMIT 50")]
    [InlineData("SELECT i.subject FROM inquiries i LEFT JOIN questions q ON q.inquiry_id = i.id")]
    [InlineData("DELETE FROM questions WHERE id || inquiry_id = @key")]
    [InlineData("SELECT r.name FROM roles r WHERE EXISTS (SELECT 1 FROM inquiries n WHERE n.subject LIKE r.name)")]
    public async Task A_statement_that_reads_a_growing_table_from_end_to_end_is_found(string sql) => Assert.NotEmpty(await Complaints(sql));

    [Fact]
    public async Task Every_statement_of_a_session_is_looked_at()
    {
        await using var database = await TestDatabase.Empty(DatabaseKind.Sqlite);
        var session = database.Session();
        await session.Execute("CREATE TABLE inquiries (id TEXT NOT NULL)", null, CancellationToken.None);

        var complaint = await Assert.ThrowsAsync<InvalidOperationException>(
            () => session.List<string>("SELECT id FROM inquiries", null, CancellationToken.None));

        Assert.Contains("SCAN inquiries", complaint.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_every_table_it_is_known_whether_it_grows()
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        var tables = (await Schema.Read(database)).Where(line => line.StartsWith("table ", StringComparison.Ordinal)).Select(line => line["table ".Length..]);

        Assert.Equal(QueryPlans.GrowingTables.Concat(QueryPlans.SmallTables).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Complaints(string sql)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var create = new SqliteCommand(SampleSchema, connection);
        await create.ExecuteNonQueryAsync();
        return QueryPlans.Complaints(connection, sql, new HashSet<string> { "inquiries", "questions" });
    }
}
