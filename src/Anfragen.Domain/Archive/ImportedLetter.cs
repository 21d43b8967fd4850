using System.Globalization;

namespace Anfragen.Domain.Archive;

/// <summary>
/// Eingelesenes Schreiben: what stands under an old reply, as written, and its file. It takes the place of the signature, which nobody
/// gives afterwards.
/// </summary>
/// <param name="Place">"Mainz", or null.</param>
/// <param name="WrittenOn">The day of the letter, or null.</param>
/// <param name="Name">Who signed, or null.</param>
/// <param name="Office">"Oberbürgermeister", or null.</param>
/// <param name="FileSha256">The original.</param>
/// <param name="IsPdf">Whether the original is a PDF, which can become public as it is.</param>
public sealed record ImportedLetter(string? Place, DateOnly? WrittenOn, string? Name, string? Office, string FileSha256, bool IsPdf)
{
    /// <summary>What the journal names beside the file.</summary>
    public string Sha256 => Digest.OfParts(
        [Place, WrittenOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Name, Office, FileSha256, IsPdf ? "pdf" : "other"]);
}
