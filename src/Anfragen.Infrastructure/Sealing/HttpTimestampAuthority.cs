using System.Net.Http.Headers;
using Anfragen.Typesetting.Signing;

namespace Anfragen.Infrastructure.Sealing;

/// <summary>A time stamping authority over HTTP (RFC 3161, 3.4). It is asked while a case is held, so it has little time to answer.</summary>
internal sealed class HttpTimestampAuthority(HttpClient client, Uri address) : ITimestampAuthority
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of an answer; a token with a long chain has 10,000.</summary>
    private const int LargestAnswer = 256 * 1024;

    /// <summary>A client with the limits that hold here.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public async Task<byte[]> RequestAsync(byte[] query, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(query);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        try
        {
            using var response = await client.PostAsync(address, content, cancellation);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsByteArrayAsync(cancellation)
                : throw new IOException($"{address.Host} antwortet mit dem Fehler {(int)response.StatusCode}");
        }
        catch (TaskCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"{address.Host} antwortet nicht innerhalb von {Patience.TotalSeconds:0} Sekunden", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new IOException($"keine brauchbare Antwort von {address.Host}", exception);
        }
    }
}
