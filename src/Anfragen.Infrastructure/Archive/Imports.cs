using Anfragen.Application.Archive;
using Anfragen.Domain;
using Anfragen.Domain.Archive;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Archive;

internal sealed class Imports(DbSession db) : IImports
{
    private const string SelectKnown = """
        SELECT i.id, i.number FROM import_papers p JOIN inquiries i ON i.id = p.inquiry_id
        WHERE p.file_sha256 = @replySha256 AND p.kind = 'Reply'
        """;

    private const string SelectFiles = "SELECT file_sha256 FROM import_papers WHERE inquiry_id = @id";

    private const string InsertPaper = """
        INSERT INTO import_papers (inquiry_id, no, kind, file_name, file_sha256, text_sha256, text)
        VALUES (@inquiry, @no, @kind, @file_name, @file_sha256, @text_sha256, @text)
        """;

    public async Task<KnownImport?> Find(string replySha256, CancellationToken cancel)
    {
        if (await db.SingleOrDefault<KnownRow>(SelectKnown, new { replySha256 }, cancel) is not { } row) return null;
        var files = await db.List<string>(SelectFiles, new { row.Id }, cancel);
        return new KnownImport(row.Id, row.Number, files.ToHashSet());
    }

    public async Task Keep(InquiryId inquiry, IReadOnlyList<(ImportedPaper Paper, string Text)> papers, CancellationToken cancel)
    {
        try
        {
            await db.ExecuteEach(
                InsertPaper,
                papers.Select((entry, index) => new
                {
                    inquiry,
                    no = index + 1,
                    entry.Paper.Kind,
                    entry.Paper.FileName,
                    entry.Paper.FileSha256,
                    entry.Paper.TextSha256,
                    entry.Text,
                }),
                cancel);
        }
        catch (Exception exception) when (db.Dialect.UniqueViolation(exception) is { Table: "import_papers" })
        {
            throw new RuleViolation(ImportRules.IsReadOnce);
        }
    }

    private sealed record KnownRow(InquiryId Id, string? Number);
}
