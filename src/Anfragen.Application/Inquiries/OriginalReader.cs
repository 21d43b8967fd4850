using Anfragen.Application.Documents;

namespace Anfragen.Application.Inquiries;

/// <summary>What an original is and what could be read of it.</summary>
/// <param name="WhyUnread">The sentence that says why there is no text, else null.</param>
internal sealed record OriginalFile(FileFormat Format, IReadOnlyList<DocumentFinding> Findings, DocumentText? Text, string? WhyUnread);

/// <summary>
/// Reads the original of an intake, once for each request: reading a PDF takes its time, so it is done where the command is validated, and
/// no transaction waits for it.
/// </summary>
internal sealed class OriginalReader(IDocumentExaminer examiner, IDocumentText texts)
{
    private (byte[] Content, OriginalFile File)? _read;

    /// <summary>A file that is allowed but holds no text that could be read (a scan) is no error.</summary>
    /// <exception cref="DocumentRefused">It is nothing that is taken in.</exception>
    public async Task<OriginalFile> Read(byte[] content, CancellationToken cancel)
    {
        if (_read is { } known && known.Content == content) return known.File;
        var document = examiner.Examine(content, cancel);
        var (text, why) = await Text(content, cancel);
        var file = new OriginalFile(document.Format, document.Findings, text, why);
        _read = (content, file);
        return file;
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
