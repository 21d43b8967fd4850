using Anfragen.Application.Documents;

namespace Anfragen.Application.Inquiries;

/// <summary>What an original is and what could be read of it.</summary>
/// <param name="WhyUnread">The sentence that says why there is no text, else null.</param>
internal sealed record OriginalFile(FileFormat Format, IReadOnlyList<DocumentFinding> Findings, DocumentText? Text, string? WhyUnread);

/// <summary>Reads the original of an intake.</summary>
internal sealed class OriginalReader(IDocumentExaminer examiner, IDocumentText texts)
{
    /// <summary>A file that is allowed but holds no text that could be read (a scan) is no error.</summary>
    /// <exception cref="DocumentRefused">It is nothing that is taken in.</exception>
    public async Task<OriginalFile> Read(byte[] content, CancellationToken cancel)
    {
        var document = examiner.Examine(content, cancel);
        var (text, why) = await Text(content, cancel);
        return new OriginalFile(document.Format, document.Findings, text, why);
    }

    /// <summary>The text of a file that was taken in before, or the sentence that says why there is none.</summary>
    public async Task<(DocumentText? Text, string? WhyUnread)> Text(byte[] content, CancellationToken cancel)
    {
        try
        {
            return (await texts.Read(content, cancel), null);
        }
        catch (DocumentRefused refused)
        {
            return (null, refused.Message);
        }
    }
}
