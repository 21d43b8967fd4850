using Anfragen.Application;
using Anfragen.Application.Attachments;
using Anfragen.Application.Documents;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Attachments;

internal sealed class GetAttachmentHandler(DbSession db, CaseViews views) : IRequestHandler<GetAttachment, AttachmentFile>
{
    private const int LongestName = 100;

    public async Task<AttachmentFile> Handle(GetAttachment query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM attachments WHERE id = @id", new { query.Id }, cancel);
        var attachment = view.Case.Attachment(query.Id);
        if (!attachment.IsShown || !views.MaySee(view.Case, attachment.Holder)) throw new NotFound();
        var row = await db.Single<FileRow>(
            "SELECT bytes, media_type FROM files WHERE sha256 = @sha256", new { sha256 = attachment.FileSha256 }, cancel);
        return new AttachmentFile(row.Bytes, FileName(attachment.Title, row.MediaType), row.MediaType, attachment.FileSha256);
    }

    // Whatever the title ends in, the name ends as the content is.
    private static string FileName(string title, string mediaType)
    {
        var name = string.Concat(title.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('-', '.');
        var extension = FileFormats.OfMediaType(mediaType)?.Extension() ?? "bin";
        if (name.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase)) name = name[..^(extension.Length + 1)];
        name = name.Length > LongestName ? name[..LongestName] : name;
        return $"{(name.Length == 0 ? "Anlage" : name)}.{extension}";
    }

    private sealed record FileRow
    {
        public byte[] Bytes { get; init; } = [];

        public string MediaType { get; init; } = "";
    }
}
