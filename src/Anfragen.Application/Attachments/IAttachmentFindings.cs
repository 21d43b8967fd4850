using Anfragen.Application.Documents;
using Anfragen.Domain;

namespace Anfragen.Application.Attachments;

/// <summary>Keeps what was found in a file when it was attached, so that nobody has to look again before it becomes public.</summary>
public interface IAttachmentFindings
{
    Task Note(AttachmentId attachment, IReadOnlyList<DocumentFinding> findings, CancellationToken cancel);
}
