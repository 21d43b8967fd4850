using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Anfragen.Typesetting.Pdf.Reading;

namespace Anfragen.Typesetting.Signing;

/// <summary>
/// Seals files of the typesetter: PAdES baseline B-B, with a timestamp authority B-T (ETSI EN 319 142-1). The signature is appended, so seals
/// that a file has already stay valid. Thread-safe.
/// </summary>
/// <param name="certificate">Certificate with its private key, RSA or on an elliptic curve.</param>
/// <param name="chain">Certificates of the issuers, without the root if its readers have that; they are put into the signature.</param>
/// <param name="timestamps">Null for no timestamp.</param>
public sealed class PdfSealer(X509Certificate2 certificate, IReadOnlyList<X509Certificate2>? chain = null, ITimestampAuthority? timestamps = null)
{
    private const int RoomForSignature = 3_000;
    private const int RoomForTimestamp = 9_000;

    private readonly IReadOnlyList<X509Certificate2> chain = chain ?? [];

    /// <summary>
    /// Bytes reserved for the signature. The rule: certificate and chain, 3,000 bytes for the rest, 9,000 for a timestamp with its chain.
    /// </summary>
    public int ReservedBytes { get; init; } =
        certificate.RawData.Length + (chain ?? []).Sum(issuer => issuer.RawData.Length) + RoomForSignature + (timestamps is null ? 0 : RoomForTimestamp);

    /// <summary>Returns the sealed file; the one passed in is its beginning, byte for byte.</summary>
    /// <exception cref="SealException">The file could not be sealed. Nothing half-signed exists.</exception>
    public async Task<byte[]> SealAsync(byte[] pdf, SealDetails details, CancellationToken cancellation = default)
    {
        CheckCertificate(details.SignedAt);
        UnsignedRevision revision = Append(pdf, details);
        SignedCms cms = Sign(revision);
        if (timestamps is not null)
        {
            await SignatureTimestamp.AddAsync(cms.SignerInfos[0], timestamps, cancellation);
        }

        byte[] signature = cms.Encode();
        return revision.With(signature) ?? throw new SealException(
            SealProblem.TooLarge, $"Das Siegel braucht {signature.Length} Byte, vorgesehen sind {ReservedBytes}. Bitte mehr Platz einstellen oder die Zertifikatskette kürzen.");
    }

    /// <summary>Looks before anything is rendered whether the certificate can seal at this instant.</summary>
    /// <exception cref="SealException">It cannot.</exception>
    public void CheckCertificate(DateTimeOffset at)
    {
        string subject = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        if (at > certificate.NotAfter)
        {
            throw new SealException(SealProblem.CertificateExpired, $"Das Siegelzertifikat „{subject}“ ist am {Day(certificate.NotAfter)} abgelaufen.");
        }

        if (at < certificate.NotBefore)
        {
            throw new SealException(SealProblem.CertificateNotYetValid, $"Das Siegelzertifikat „{subject}“ gilt erst ab dem {Day(certificate.NotBefore)}.");
        }

        if (!certificate.HasPrivateKey || (certificate.GetRSAPublicKey() is null && certificate.GetECDsaPublicKey() is null))
        {
            throw new SealException(SealProblem.NoUsablePrivateKey, $"Zum Siegelzertifikat „{subject}“ fehlt ein privater Schlüssel (RSA oder elliptische Kurve).");
        }

        const X509KeyUsageFlags Signing = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().Any(usage => (usage.KeyUsages & Signing) == 0))
        {
            throw new SealException(SealProblem.NotForSigning, $"Das Siegelzertifikat „{subject}“ ist nicht zum Unterschreiben bestimmt.");
        }
    }

    private UnsignedRevision Append(byte[] pdf, SealDetails details)
    {
        try
        {
            return SignatureRevision.Append(pdf, details, ReservedBytes);
        }
        catch (InvalidDataException exception)
        {
            throw new SealException(SealProblem.FileNotSealable, "Die Datei ist beschädigt oder nicht von diesem System; sie kann nicht gesiegelt werden.", exception);
        }
    }

    private SignedCms Sign(UnsignedRevision revision)
    {
        try
        {
            return CadesSignature.Create(revision.SignedBytes(), certificate, chain);
        }
        catch (CryptographicException exception)
        {
            throw new SealException(SealProblem.NoUsablePrivateKey, $"Mit dem privaten Schlüssel des Siegelzertifikats lässt sich nicht unterschreiben ({exception.Message}).", exception);
        }
    }

    private static string Day(DateTime instant) => instant.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
