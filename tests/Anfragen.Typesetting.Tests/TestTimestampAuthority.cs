using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Anfragen.Typesetting.Signing;

namespace Anfragen.Typesetting.Tests;

/// <summary>A time stamping authority in memory, after RFC 3161.</summary>
internal sealed class TestTimestampAuthority(DateTimeOffset now) : ITimestampAuthority
{
    private const string TimestampInfo = "1.2.840.113549.1.9.16.1.4";

    /// <summary>Stamps this instead of what it is asked for.</summary>
    public byte[]? OtherHash { get; init; }

    public Task<byte[]> RequestAsync(byte[] query, CancellationToken cancellation)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(query, out Rfc3161TimestampRequest? request, out _));
        var cms = new SignedCms(new ContentInfo(new Oid(TimestampInfo), Info(request)));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, TestCertificates.Timestamps) { IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(CadesSignature.SigningCertificateV2), CertificateIdentifier()));
        cms.ComputeSignature(signer);
        return Task.FromResult(Granted(cms.Encode()));
    }

    private byte[] Info(Rfc3161TimestampRequest request)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(request.HashAlgorithmId.Value!);
                }

                writer.WriteOctetString(OtherHash ?? request.GetMessageHash().ToArray());
            }

            writer.WriteInteger(42);
            writer.WriteGeneralizedTime(now, omitFractionalSeconds: true);
            writer.WriteInteger(request.GetNonce()!.Value.Span);
        }

        return writer.Encode();
    }

    private static byte[] CertificateIdentifier()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(TestCertificates.Timestamps.RawData));
        }

        return writer.Encode();
    }

    private static byte[] Granted(byte[] token)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
            }

            writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }
}
