using Anfragen.Application;
using Anfragen.Application.Attachments;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Attachments;

internal sealed class GetAttachmentHandler(DbSession db, CaseViews views) : IRequestHandler<GetAttachment, AttachmentFile>
{
    public async Task<AttachmentFile> Handle(GetAttachment query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM attachments WHERE id = @id", new { query.Id }, cancel);
        var attachment = view.Case.Attachment(query.Id);
        if (!attachment.IsShown || !views.MaySee(view.Case, attachment.Holder)) throw new NotFound();
        var row = await db.Single<FileRow>(
            "SELECT bytes, media_type FROM files WHERE sha256 = @sha256", new { sha256 = attachment.FileSha256 }, cancel);
        return new AttachmentFile(row.Bytes, AttachmentFileName.Of(attachment.Title, row.MediaType), row.MediaType, attachment.FileSha256);
    }

    private sealed record FileRow
    {
        public byte[] Bytes { get; init; } = [];

        public string MediaType { get; init; } = "";
    }
}
