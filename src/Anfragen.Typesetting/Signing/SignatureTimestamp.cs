using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Anfragen.Typesetting.Signing;

/// <summary>The timestamp on a signature (RFC 3161), an unsigned attribute of it.</summary>
internal static class SignatureTimestamp
{
    private const int NonceLength = 16;

    /// <exception cref="SealException">The authority does not answer, refuses, or answers something that does not belong to this signature.</exception>
    public static async Task AddAsync(SignerInfo signer, ITimestampAuthority authority, CancellationToken cancellation)
    {
        Rfc3161TimestampRequest request = Rfc3161TimestampRequest.CreateFromSignerInfo(
            signer, HashAlgorithmName.SHA256, requestSignerCertificates: true, nonce: Nonce());
        byte[] answer = await RequestAsync(authority, request.Encode(), cancellation);
        Rfc3161TimestampToken token = Process(request, answer);
        if (!token.VerifySignatureForSignerInfo(signer, out _))
        {
            throw new SealException(SealProblem.TimestampInvalid, "Die Antwort des Zeitstempeldienstes gehört nicht zu dieser Signatur oder ist nicht gültig unterschrieben.");
        }

        signer.AddUnsignedAttribute(new AsnEncodedData(new Oid(CadesSignature.SignatureTimestamp), token.AsSignedCms().Encode()));
    }

    /// <summary>The instant a valid timestamp on the signature states; null if there is none or it is not valid.</summary>
    public static DateTimeOffset? Read(SignerInfo signer)
    {
        AsnEncodedData? attribute = CadesSignature.Find(signer.UnsignedAttributes, CadesSignature.SignatureTimestamp);
        return attribute is not null
            && Rfc3161TimestampToken.TryDecode(attribute.RawData, out Rfc3161TimestampToken? token, out _)
            && token.VerifySignatureForSignerInfo(signer, out X509Certificate2? _)
            ? token.TokenInfo.Timestamp
            : null;
    }

    private static async Task<byte[]> RequestAsync(ITimestampAuthority authority, byte[] query, CancellationToken cancellation)
    {
        try
        {
            return await authority.RequestAsync(query, cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            throw new SealException(
                SealProblem.TimestampUnavailable, $"Der Zeitstempeldienst ist nicht erreichbar ({exception.Message}). Das Schreiben wurde nicht gesiegelt.", exception);
        }
    }

    private static Rfc3161TimestampToken Process(Rfc3161TimestampRequest request, byte[] answer)
    {
        try
        {
            return request.ProcessResponse(answer, out _);
        }
        catch (CryptographicException exception)
        {
            throw new SealException(
                SealProblem.TimestampInvalid, $"Der Zeitstempeldienst hat keinen gültigen Zeitstempel geliefert ({exception.Message}). Das Schreiben wurde nicht gesiegelt.", exception);
        }
    }

    /// <summary>A positive number, however its bytes are read.</summary>
    private static byte[] Nonce()
    {
        byte[] nonce = RandomNumberGenerator.GetBytes(NonceLength);
        nonce[0] = (byte)((nonce[0] & 0x3F) | 0x40);
        return nonce;
    }
}
