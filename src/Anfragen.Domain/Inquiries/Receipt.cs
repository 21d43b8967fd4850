using System.Globalization;

namespace Anfragen.Domain.Inquiries;

/// <summary>Eingang: when and how the original of an inquiry came to the council office, and which file it is.</summary>
/// <param name="Version">The wording with which this was noted.</param>
/// <param name="ReceivedOn">The true day; it may lie before the day of recording.</param>
/// <param name="Channel">How it came.</param>
/// <param name="OriginalSha256">The original, as a file.</param>
/// <param name="TranscriptSha256">The text that was typed or pasted beside a file, or null.</param>
public sealed record Receipt(int Version, DateOnly ReceivedOn, IntakeChannel Channel, string OriginalSha256, string? TranscriptSha256)
{
    /// <summary>The file whose text was split.</summary>
    public string SourceSha256 => TranscriptSha256 ?? OriginalSha256;

    /// <summary>What the journal names.</summary>
    public string Sha256 => Digest.OfParts(
        [ReceivedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Channel.ToString(), OriginalSha256, TranscriptSha256]);

    /// <summary>Whether the file is the original or its transcript, which stay with the inquiry.</summary>
    public bool Names(string fileSha256) => fileSha256 == OriginalSha256 || fileSha256 == TranscriptSha256;
}

/// <summary>Eingangsweg. Stored by name, so a name is never changed or reused.</summary>
public enum IntakeChannel
{
    /// <summary>auf Papier.</summary>
    Paper,

    /// <summary>per E-Mail.</summary>
    Email,

    /// <summary>per Fax.</summary>
    Fax,

    /// <summary>als Datei, auf einem Datenträger oder über eine Ablage.</summary>
    File,

    /// <summary>in der Sitzung übergeben.</summary>
    Meeting,
}
