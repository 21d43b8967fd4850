using Anfragen.Application;
using Anfragen.Application.Attachments;
using Anfragen.Application.Documents;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Attachments;

/// <summary>The attachments of a case as they are listed, with what was found in their files.</summary>
internal sealed class AttachmentReader(DbSession db)
{
    private const string SelectFiles = """
        SELECT a.id, f.size, f.media_type FROM attachments a JOIN files f ON f.sha256 = a.file_sha256
        WHERE a.inquiry_id = @inquiry
        """;

    private const string SelectFindings = """
        SELECT n.attachment_id, n.text FROM attachments a JOIN attachment_findings n ON n.attachment_id = a.id
        WHERE a.inquiry_id = @inquiry
        ORDER BY n.attachment_id, n.position
        """;

    /// <summary>Those of them that are shown, in the order they were added.</summary>
    public async Task<IReadOnlyList<AttachmentDetails>> Of(CaseView view, Func<Attachment, bool> isWanted, CancellationToken cancel)
    {
        var inquiry = new { inquiry = view.Case.Inquiry.Id };
        var files = (await db.List<FileRow>(SelectFiles, inquiry, cancel)).ToDictionary(row => row.Id);
        var findings = (await db.List<FindingRow>(SelectFindings, inquiry, cancel)).ToLookup(row => row.AttachmentId, row => row.Text);
        return [.. view.Case.Attachments.Where(attachment => attachment.IsShown && isWanted(attachment)).Select(attachment =>
        {
            var (file, added) = (files[attachment.Id], attachment.Acts[0].Occasion);
            return new AttachmentDetails(
                attachment.Id, attachment.Title, AttachmentPlace.Of(view.Case, attachment.Holder), FileFormats.OfMediaType(file.MediaType), file.Size,
                view.Names[added.Actor.User], added.At, [.. findings[attachment.Id]]);
        })];
    }

    private sealed record FileRow
    {
        public AttachmentId Id { get; init; }

        public long Size { get; init; }

        public string MediaType { get; init; } = "";
    }

    private sealed record FindingRow
    {
        public AttachmentId AttachmentId { get; init; }

        public string Text { get; init; } = "";
    }
}
