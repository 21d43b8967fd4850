using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Anfragen.Typesetting.Signing;

/// <summary>
/// Detached CMS signatures as PAdES baseline wants them (ETSI EN 319 142-1, levels B-B and B-T): SHA-256, the signer's certificate named by
/// signing-certificate-v2, no signing-time attribute.
/// </summary>
internal static class CadesSignature
{
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    public const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private static readonly Asn1Tag DirectoryName = new(TagClass.ContextSpecific, 4);

    public static SignedCms Create(byte[] data, X509Certificate2 certificate, IEnumerable<X509Certificate2> chain)
    {
        var cms = new SignedCms(new ContentInfo(data), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (X509Certificate2 issuer in chain)
        {
            signer.Certificates.Add(issuer);
        }

        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), SigningCertificate(certificate)));
        cms.ComputeSignature(signer, silent: true);
        return cms;
    }

    /// <summary>Whether the attribute signing-certificate-v2 is there and names this certificate.</summary>
    public static bool NamesCertificate(SignerInfo signer, X509Certificate2 certificate)
    {
        AsnEncodedData? attribute = Find(signer.SignedAttributes, SigningCertificateV2);
        try
        {
            return attribute is not null && CertificateHash(attribute.RawData).SequenceEqual(SHA256.HashData(certificate.RawData));
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    public static AsnEncodedData? Find(CryptographicAttributeObjectCollection attributes, string oid) =>
        attributes.Cast<CryptographicAttributeObject>().FirstOrDefault(attribute => attribute.Oid.Value == oid) is { Values: { Count: 1 } values } ? values[0] : null;

    /// <summary>
    /// SigningCertificateV2 with one ESSCertIDv2 (RFC 5035): SHA-256 is the default of hashAlgorithm, which DER therefore leaves out; issuer and
    /// serial number included.
    /// </summary>
    private static byte[] SigningCertificate(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(DirectoryName))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }

        return writer.Encode();
    }

    /// <summary>The hash in the first ESSCertIDv2; empty if it is not made with SHA-256.</summary>
    private static byte[] CertificateHash(byte[] signingCertificate)
    {
        AsnReader identifier = new AsnReader(signingCertificate, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        if (identifier.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) && identifier.ReadSequence().ReadObjectIdentifier() != Sha256)
        {
            return [];
        }

        return identifier.ReadOctetString();
    }
}
