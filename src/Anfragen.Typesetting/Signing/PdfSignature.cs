using System.Security.Cryptography.X509Certificates;

namespace Anfragen.Typesetting.Signing;

/// <summary>What was appended to a file behind a signature.</summary>
public enum LaterChange
{
    /// <summary>Nothing: the signature covers the whole file.</summary>
    None,

    /// <summary>Further signatures and nothing else; what the pages show and say is as it was signed.</summary>
    FurtherSignatures,

    /// <summary>Something else, or something that cannot be judged.</summary>
    Other,
}

/// <summary>
/// One signature of a file as found. It says whether the file is as the holder of the certificate signed it; whether the certificate is to be
/// trusted is the caller's to decide, best by its fingerprint.
/// </summary>
/// <param name="IsIntact">The signature is mathematically valid, and not a bit of what it covers has changed.</param>
/// <param name="CoversWholeFile">Nothing stands behind what it covers, and within that nothing but the signature itself is left out.</param>
/// <param name="ChangedAfter">What stands behind.</param>
/// <param name="Signer">Common name in the certificate, or empty if the signature cannot be read.</param>
/// <param name="Name">The body that seals, as the dictionary says (not evidence), or empty.</param>
/// <param name="SignedAt">As the signer says, from /M.</param>
/// <param name="TimestampedAt">As a timestamp authority says; null without a valid timestamp.</param>
/// <param name="NamesCertificate">The signature itself names the certificate (signing-certificate-v2), as PAdES demands.</param>
/// <param name="Certificate">The signer's certificate, or null if the signature cannot be read.</param>
/// <param name="Problem">Why it is not intact, in German, or null.</param>
public sealed record PdfSignature(
    bool IsIntact,
    bool CoversWholeFile,
    LaterChange ChangedAfter,
    string Signer,
    string Name,
    DateTimeOffset? SignedAt,
    DateTimeOffset? TimestampedAt,
    bool NamesCertificate,
    X509Certificate2? Certificate,
    string? Problem)
{
    /// <summary>Bytes from the beginning of the file to the end of what the signature covers: the file as it was when it was signed.</summary>
    public int CoveredLength { get; init; }

    /// <summary>Intact, and nothing was done to the file afterwards but signing it again.</summary>
    public bool VouchesForFile => IsIntact && NamesCertificate && ChangedAfter != LaterChange.Other;
}
