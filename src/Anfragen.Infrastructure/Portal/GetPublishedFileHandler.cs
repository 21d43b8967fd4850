using Anfragen.Application;
using Anfragen.Application.Portal;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class GetPublishedFileHandler(DbSession db) : IRequestHandler<GetPublishedFile, ReplyFile>
{
    private const string Sql = """
        SELECT f.bytes, f.sha256
        FROM public_inquiries i
        JOIN public_files p ON p.public_id = i.public_id AND p.file_name = @name
        JOIN files f ON f.sha256 = p.sha256
        WHERE i.slug = @slug
        """;

    public async Task<ReplyFile> Handle(GetPublishedFile query, CancellationToken cancel)
    {
        var row = await db.SingleOrDefault<FileRow>(Sql, new { query.Slug, name = PublicPages.PdfName }, cancel) ?? throw new NotFound();
        return new ReplyFile(row.Bytes, $"Antwort-{query.Slug}.pdf", row.Sha256);
    }

    private sealed record FileRow
    {
        public byte[] Bytes { get; init; } = [];

        public string Sha256 { get; init; } = "";
    }
}
