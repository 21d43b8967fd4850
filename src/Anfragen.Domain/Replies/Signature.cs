using System.Globalization;

namespace Anfragen.Domain.Replies;

/// <summary>
/// Schlusszeichnung: the signatory as the letter shows them ("gez."), and which account signed, when, what. Signatory and account may differ.
/// </summary>
/// <param name="Place">"Mainz".</param>
/// <param name="SignedOn">The letter's date, an input beside the signing instant.</param>
/// <param name="Name">"Nino Haase".</param>
/// <param name="Office">"Oberbürgermeister".</param>
/// <param name="By">The operating account.</param>
/// <param name="At">The instant of signing.</param>
/// <param name="ContentSha256">Digest of the content that was approved and signed.</param>
/// <param name="TemplateSha256">Digest of the template that made the file.</param>
/// <param name="PdfSha256">Digest of the file.</param>
public sealed record Signature(
    string Place, DateOnly SignedOn, string Name, string Office, UserId By, DateTimeOffset At,
    string ContentSha256, string TemplateSha256, string PdfSha256)
{
    /// <summary>Digest of the data that the file carries inside; null for one without.</summary>
    public string? DataSha256 { get; init; }

    /// <summary>What the journal names: all that the signature says. Who signed when is in the step itself.</summary>
    public string Sha256 => Digest.OfParts(
    [
        Place, SignedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Name, Office, ContentSha256, TemplateSha256, PdfSha256,
        // Left out and not null: the journal holds digests from before there were data.
        .. DataSha256 is null ? [] : new[] { DataSha256 },
    ]);
}
