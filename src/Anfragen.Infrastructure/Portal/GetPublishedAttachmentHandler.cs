using Anfragen.Application;
using Anfragen.Application.Attachments;
using Anfragen.Application.Portal;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class GetPublishedAttachmentHandler(DbSession db) : IRequestHandler<GetPublishedAttachment, AttachmentFile>
{
    private const string Sql = """
        SELECT f.bytes, f.media_type, f.sha256
        FROM public_inquiries i
        JOIN public_files p ON p.public_id = i.public_id AND p.file_name = @name
        JOIN files f ON f.sha256 = p.sha256
        WHERE i.slug = @slug
        """;

    public async Task<AttachmentFile> Handle(GetPublishedAttachment query, CancellationToken cancel)
    {
        var row = await db.SingleOrDefault<FileRow>(Sql, new { query.Slug, name = PublicPages.AttachmentName(query.FileName) }, cancel) ?? throw new NotFound();
        return new AttachmentFile(row.Bytes, query.FileName, row.MediaType, row.Sha256);
    }

    private sealed record FileRow
    {
        public byte[] Bytes { get; init; } = [];

        public string MediaType { get; init; } = "";

        public string Sha256 { get; init; } = "";
    }
}
