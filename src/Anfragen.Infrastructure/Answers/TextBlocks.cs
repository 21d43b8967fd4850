using System.Globalization;
using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Answers;

internal sealed class TextBlocks(DbSession db) : ITextBlocks
{
    private const string Columns = "id, organization_id AS organization, title, markdown, version";

    private const string Insert = """
        INSERT INTO text_blocks (id, organization_id, title, markdown, version, changed_by, changed_at)
        VALUES (@id, @organization, @title, @markdown, @version, @user, @at)
        """;

    private const string Update = """
        UPDATE text_blocks SET organization_id = @organization, title = @title, markdown = @markdown, version = @version, changed_by = @user, changed_at = @at
        WHERE id = @id AND version = @version - 1
        """;

    public async Task<IReadOnlyList<TextBlock>> Of(IEnumerable<OrganizationId> departments, CancellationToken cancel) =>
        [.. (await db.List<Row>(
            $"SELECT {Columns} FROM text_blocks WHERE organization_id IS NULL OR {db.Dialect.OneOf("organization_id", "departments")}",
            new { departments = departments.ToArray() }, cancel)).Select(row => row.ToBlock()).OrderBy(block => block.Title, StringComparer.Create(German, ignoreCase: true))];

    public async Task<TextBlock?> Find(TextBlockId id, CancellationToken cancel) =>
        (await db.SingleOrDefault<Row>($"SELECT {Columns} FROM text_blocks WHERE id = @id", new { id }, cancel))?.ToBlock();

    public Task Add(TextBlock block, Occasion occasion, CancellationToken cancel) => db.Execute(Insert, Parameters(block, occasion), cancel);

    public async Task<bool> Change(TextBlock block, Occasion occasion, CancellationToken cancel) => await db.Execute(Update, Parameters(block, occasion), cancel) == 1;

    public Task Remove(TextBlockId id, CancellationToken cancel) => db.Execute("DELETE FROM text_blocks WHERE id = @id", new { id }, cancel);

    private static CultureInfo German { get; } = CultureInfo.GetCultureInfo("de-DE");

    private static object Parameters(TextBlock block, Occasion occasion) =>
        new { block.Id, block.Organization, block.Title, block.Markdown, block.Version, occasion.Actor.User, occasion.At };

    private sealed record Row
    {
        public TextBlockId Id { get; init; }

        public OrganizationId? Organization { get; init; }

        public string Title { get; init; } = "";

        public string Markdown { get; init; } = "";

        public int Version { get; init; }

        public TextBlock ToBlock() => new() { Id = Id, Organization = Organization, Title = Title, Markdown = Markdown, Version = Version };
    }
}
