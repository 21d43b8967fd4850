using Anfragen.Application.Attachments;
using Anfragen.Application.Documents;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Attachments;

internal sealed class AttachmentFindings(DbSession db) : IAttachmentFindings
{
    private const string Insert =
        "INSERT INTO attachment_findings (attachment_id, position, kind, text) VALUES (@attachment, @position, @kind, @text)";

    public Task Note(AttachmentId attachment, IReadOnlyList<DocumentFinding> findings, CancellationToken cancel) => db.ExecuteEach(
        Insert, findings.Select((finding, index) => new { attachment, position = index + 1, finding.Kind, finding.Text }), cancel);
}
