namespace Anfragen.Typesetting.Signing;

/// <summary>
/// A time stamping authority after RFC 3161. How it is reached is the caller's business: over HTTP the query is the body of a POST with
/// the type "application/timestamp-query".
/// </summary>
public interface ITimestampAuthority
{
    /// <summary>Sends a query (TimeStampReq, DER) and returns the answer (TimeStampResp, DER). Whatever is thrown counts as "cannot be reached".</summary>
    Task<byte[]> RequestAsync(byte[] query, CancellationToken cancellation);
}
