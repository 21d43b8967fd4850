using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Anfragen.Infrastructure.CaseFiles;

/// <summary>One file of a case file.</summary>
/// <param name="Path">With slashes; made of letters, digits and hyphens, so that every system can unpack it.</param>
/// <param name="What">What it is, in German; several when one file serves several ends.</param>
/// <param name="Read">Its bytes; read when they are written.</param>
internal sealed record CaseFileEntry(string Path, string MediaType, IReadOnlyList<string> What, Func<CancellationToken, Task<byte[]>> Read)
{
    public static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CaseFileEntry Of(string path, string mediaType, string what, byte[] bytes) => new(path, mediaType, [what], _ => Task.FromResult(bytes));

    public static CaseFileEntry Markdown(string path, string what, string text) =>
        Of(path, "text/markdown", what, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    public static CaseFileEntry Json(string path, string what, object value) =>
        Of(path, "application/json", what, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Readable).ReplaceLineEndings("\n") + "\n"));
}
