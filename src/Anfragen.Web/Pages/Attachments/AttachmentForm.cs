using Anfragen.Domain;

namespace Anfragen.Web.Pages.Attachments;

/// <summary>The form of a new attachment.</summary>
public sealed class AttachmentForm
{
    /// <summary>Bytes of the form: the largest file and what stands around it, so that a file a little too large is refused with a sentence.</summary>
    public const int LargestForm = 26 * 1024 * 1024;

    /// <summary>Bytes of the request. Beyond it the connection is cut, and the browser shows an error of its own instead of ours.</summary>
    public const int LargestRequest = 4 * LargestForm;

    public string? Title { get; set; }

    public IFormFile? Content { get; set; }

    /// <summary>The question it hangs on instead of the whole inquiry.</summary>
    public QuestionId? Question { get; set; }

    public Guid SubmissionKey { get; set; }

    /// <summary>The bytes that were sent; name and type that the sender says are not looked at.</summary>
    public Task<byte[]> Read(CancellationToken cancel) => Content.Bytes(cancel);
}

/// <summary>Files that a browser sends.</summary>
public static class SentFiles
{
    /// <summary>All bytes; none when no file was chosen.</summary>
    public static async Task<byte[]> Bytes(this IFormFile? file, CancellationToken cancel)
    {
        if (file is null) return [];
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
