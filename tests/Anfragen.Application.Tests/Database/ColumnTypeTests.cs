using System.Globalization;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anfragen.Application.Tests.Database;

public sealed class ColumnTypeTests
{
    private const string CreateSqlite = """
        CREATE TABLE rows (
            id TEXT, other_id TEXT, guid TEXT, seen_at TEXT, due_on TEXT, is_asked INTEGER,
            stage TEXT, number INTEGER, size INTEGER, rank REAL, subject TEXT, content BLOB)
        """;

    private const string CreatePostgreSql = """
        CREATE TABLE rows (
            id uuid, other_id uuid, guid uuid, seen_at timestamptz, due_on date, is_asked boolean,
            stage text, number integer, size bigint, rank double precision, subject text, content bytea)
        """;

    private const string Insert = """
        INSERT INTO rows (id, other_id, guid, seen_at, due_on, is_asked, stage, number, size, rank, subject, content)
        VALUES (@id, @other_id, @guid, @seen_at, @due_on, @is_asked, @stage, @number, @size, @rank, @subject, @content)
        """;

    private const string Select = "SELECT id, other_id, guid, seen_at, due_on, is_asked, stage, number, size, rank, subject, content FROM rows";

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Row Full = new()
    {
        Id = new(Guid.Parse("0198F000-0000-7000-8000-00000000ABCD")),
        OtherId = new(Guid.CreateVersion7()),
        Guid = Guid.CreateVersion7(),
        SeenAt = new(2025, 11, 14, 12, 0, 0, 123, TimeSpan.Zero),
        DueOn = new(2026, 2, 28),
        IsAsked = true,
        Stage = Stage.ForCoSignature,
        Number = 1435,
        Size = long.MaxValue,
        Rank = 0.5,
        Subject = "Übergänge, „Zebrastreifen“ – 🚸",
        Content = [0, 1, 255],
    };

    private static async Task<TestDatabase> WithRows(DatabaseKind kind)
    {
        var database = await TestDatabase.Empty(kind);
        await database.Session().Execute(kind == DatabaseKind.Sqlite ? CreateSqlite : CreatePostgreSql, null, None);
        return database;
    }

    [Theory, Databases]
    public async Task What_is_written_is_read_again(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        var session = database.Session();

        await session.Execute(Insert, Full, None);
        var read = await session.Single<Row>(Select, null, None);

        Assert.Equal(Full.Content, read.Content);
        Assert.Equal(Full with { Content = null }, read with { Content = null });
    }

    [Theory, Databases]
    public async Task Null_is_read_as_null_also_in_the_first_of_several_rows(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        var session = database.Session();
        var empty = new Row();

        await session.Execute(Insert, empty, None);
        await session.Execute(Insert, Full, None);
        var read = await session.List<Row>(Select + " ORDER BY number IS NOT NULL", null, None);

        Assert.Equal(empty, read[0]);
        Assert.Equal(Full with { Content = null }, read[1] with { Content = null });
    }

    [Theory, Databases]
    public async Task A_positional_record_with_numbers_days_and_ids_can_be_read(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        var session = database.Session();
        await session.Execute(Insert, Full, None);

        var read = await session.Single<Positional>("SELECT id, other_id, due_on, is_asked, stage, number, count(*) OVER () AS total FROM rows", null, None);

        Assert.Equal(new(Full.Id!.Value, Full.OtherId, Full.DueOn!.Value, true, Stage.ForCoSignature, 1435, 1), read);
    }

    [Theory, Databases]
    public async Task Single_values_are_read_as_what_they_are(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        var session = database.Session();
        await session.Execute(Insert, Full, None);
        await session.Execute(Insert, new Row(), None);
        Task<IReadOnlyList<T>> Column<T>(string name) => session.List<T>($"SELECT {name} FROM rows ORDER BY number IS NULL", null, None);

        Assert.Equal([Full.Id, null], await Column<SampleId?>("id"));
        Assert.Equal([Full.Guid, null], await Column<Guid?>("guid"));
        Assert.Equal([Full.SeenAt, null], await Column<DateTimeOffset?>("seen_at"));
        Assert.Equal([Full.DueOn, null], await Column<DateOnly?>("due_on"));
        Assert.Equal([true, null], await Column<bool?>("is_asked"));
        Assert.Equal([Stage.ForCoSignature, null], await Column<Stage?>("stage"));
        Assert.Equal([1435, null], await Column<int?>("number"));
        Assert.Equal([long.MaxValue, null], await Column<long?>("size"));
        Assert.Equal([Full.Subject, null], await Column<string?>("subject"));
        Assert.Equal([Full.Content, null], await Column<byte[]?>("content"));
        Assert.Equal(Full.Id, await session.Single<SampleId>("SELECT id FROM rows WHERE number = @number", Full, None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Column<int>("number"));
    }

    [Theory, Databases]
    public async Task An_instant_is_cut_to_milliseconds_of_UTC(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        var session = database.Session();
        var written = new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.FromHours(-2)).AddTicks(9_999_999);

        await session.Execute(Insert, Full with { SeenAt = written }, None);
        var read = await session.Single<DateTimeOffset>("SELECT seen_at FROM rows", null, None);

        Assert.Equal(new(2026, 1, 1, 1, 59, 59, 999, TimeSpan.Zero), read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Theory, Databases]
    public async Task A_null_has_the_type_of_its_property(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        var session = database.Session();
        await session.Execute(Insert, new Row(), None);

        Assert.Equal(1, await session.Single<int>("SELECT count(*) FROM rows WHERE @due_on IS NULL", new { DueOn = (DateOnly?)null }, None));
        Assert.Equal(0, await session.Single<int>("SELECT count(*) FROM rows WHERE due_on = @due_on", new { DueOn = (DateOnly?)null }, None));
        Assert.Equal(0, await session.Single<int>("SELECT count(*) FROM rows WHERE id = @id", new { Id = (SampleId?)null }, None));
    }

    [Theory, Databases]
    public async Task One_of_a_list_finds_ids_numbers_names_and_nothing_in_an_empty_list(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        var session = database.Session();
        await session.Execute(Insert, Full, None);
        Task<int> Count<T>(string column, IEnumerable<T> values) =>
            session.Single<int>($"SELECT count(*) FROM rows WHERE {session.Dialect.OneOf(column, "values")}", new { values }, None);

        Assert.Equal(1, await Count("id", new[] { SampleId.From(Guid.CreateVersion7()), Full.Id!.Value }));
        Assert.Equal(1, await Count("guid", new List<Guid> { Full.Guid!.Value }));
        Assert.Equal(1, await Count("number", new HashSet<int> { 1, 1435 }));
        Assert.Equal(1, await Count("stage", new[] { Stage.ForCoSignature }));
        Assert.Equal(1, await Count("subject", new[] { Full.Subject!, "'; DROP TABLE rows" }));
        Assert.Equal(0, await Count<SampleId>("id", []));
        Assert.Equal(0, await Count<int>("number", []));
        Assert.Equal(0, await Count<Stage>("stage", []));
    }

    [Theory, Databases]
    public async Task A_name_without_a_property_is_refused_and_one_in_a_text_is_none(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        var session = database.Session();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => session.Single<int>("SELECT @missing", new { other = 1 }, None));
        var text = await session.Single<string>("SELECT 'rat@stadt.example' -- @comment", null, None);

        Assert.Contains("@missing", refused.Message, StringComparison.Ordinal);
        Assert.Equal("rat@stadt.example", text);
    }

    [Theory, Databases]
    public async Task Plain_Dapper_writes_ids_days_and_instants_the_same_way(DatabaseKind kind)
    {
        await using var database = await WithRows(kind);
        await using System.Data.Common.DbConnection connection = kind == DatabaseKind.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);

        await connection.ExecuteAsync(
            "INSERT INTO rows (id, guid, seen_at, due_on, is_asked) VALUES (@Id, @Guid, @SeenAt, @DueOn, @IsAsked)",
            new { Full.Id, Full.Guid, Full.SeenAt, Full.DueOn, Full.IsAsked });
        var read = await database.Session().Single<Row>(Select, null, None);

        Assert.Equal(new() { Id = Full.Id, Guid = Full.Guid, SeenAt = Full.SeenAt, DueOn = Full.DueOn, IsAsked = true }, read);
    }

    [Fact]
    public async Task Sqlite_keeps_texts_that_sort_as_what_they_mean()
    {
        await using var database = await WithRows(DatabaseKind.Sqlite);
        var session = database.Session();

        await session.Execute(Insert, Full, None);

        Assert.Equal("0198f000-0000-7000-8000-00000000abcd", await session.Single<string>("SELECT id FROM rows", null, None));
        Assert.Equal("2025-11-14T12:00:00.123Z", await session.Single<string>("SELECT seen_at FROM rows", null, None));
        Assert.Equal("2026-02-28", await session.Single<string>("SELECT due_on FROM rows", null, None));
        Assert.Equal("ForCoSignature", await session.Single<string>("SELECT stage FROM rows", null, None));
        Assert.Equal(1, await session.Single<int>("SELECT count(*) FROM rows WHERE is_asked = TRUE", null, None));
    }

    [Fact]
    public void A_value_that_could_not_be_read_again_is_not_written()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ColumnType.Write(new SqliteParameter(), typeof(Stage), (Stage)7));
        Assert.Throws<NotSupportedException>(() => ColumnType.Write(new SqliteParameter(), typeof(DateTime), DateTime.Parse("2025-01-01", CultureInfo.InvariantCulture)));
    }

    public readonly record struct SampleId(Guid Value) : IId<SampleId>
    {
        public static SampleId From(Guid value) => new(value);
    }

    public enum Stage { Drafting, ForCoSignature }

    private sealed record Positional(SampleId Id, SampleId? OtherId, DateOnly DueOn, bool IsAsked, Stage Stage, int Number, int Total);

    private sealed record Row
    {
        public SampleId? Id { get; init; }

        public SampleId? OtherId { get; init; }

        public Guid? Guid { get; init; }

        public DateTimeOffset? SeenAt { get; init; }

        public DateOnly? DueOn { get; init; }

        public bool? IsAsked { get; init; }

        public Stage? Stage { get; init; }

        public int? Number { get; init; }

        public long? Size { get; init; }

        public double? Rank { get; init; }

        public string? Subject { get; init; }

        public byte[]? Content { get; init; }
    }
}
