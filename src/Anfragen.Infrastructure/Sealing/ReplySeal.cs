using System.Security.Cryptography.X509Certificates;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Typesetting.Signing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Anfragen.Infrastructure.Sealing;

/// <summary>
/// The seal by <c>Anfragen.Typesetting</c>: PAdES baseline B-B, with a timestamp B-T. The certificate is read for each letter, so that
/// a new one counts without a restart and the key does not lie in memory meanwhile.
/// </summary>
internal sealed partial class ReplySeal(IConfiguration configuration, AnfragenRoot root, ILogger<ReplySeal> log) : IReplySeal, IDisposable
{
    private readonly Lazy<HttpClient> _client = new(HttpTimestampAuthority.NewClient);

    public bool IsConfigured => SealSettings.AreGiven(configuration);

    public SealPlan? Plan(DateTimeOffset at)
    {
        if (!IsConfigured) return null;
        try
        {
            var settings = Settings();
            using var key = SealKey.Load(settings);
            return new SealPlan(Owner(key), Berlin.Day(key.Certificate.NotAfter), settings.Timestamps?.Host, Problem(Sealer(key, settings), at));
        }
        catch (SealRefused refused)
        {
            return new SealPlan(null, null, null, refused.Message);
        }
    }

    public async Task<byte[]> Seal(byte[] pdf, ReplyLetter letter, CancellationToken cancel)
    {
        try
        {
            var settings = Settings();
            using var key = SealKey.Load(settings);
            var details = new SealDetails(letter.CreatedAt, Owner(key), $"Antwort zur Anfrage {letter.Number}", letter.Signature?.Place);
            return await Sealer(key, settings).SealAsync(pdf, details, cancel);
        }
        catch (SealException exception)
        {
            Refused(exception.Problem.ToString(), exception);
            throw new SealRefused($"{exception.Message} Unterzeichnet ist deshalb nichts.", exception);
        }
        catch (SealRefused exception)
        {
            Refused("Certificate", exception);
            throw new SealRefused($"{exception.Message} Unterzeichnet ist deshalb nichts.", exception);
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated) _client.Value.Dispose();
    }

    private SealSettings Settings()
    {
        try
        {
            return SealSettings.From(configuration, root)!;
        }
        catch (ArgumentException exception)
        {
            throw new SealRefused(exception.Message, exception);
        }
    }

    private PdfSealer Sealer(SealKey key, SealSettings settings) => new(
        key.Certificate, key.Chain, settings.Timestamps is { } address ? new HttpTimestampAuthority(_client.Value, address) : null);

    private static string? Problem(PdfSealer sealer, DateTimeOffset at)
    {
        try
        {
            sealer.CheckCertificate(at);
            return null;
        }
        catch (SealException exception)
        {
            return exception.Message;
        }
    }

    private static string Owner(SealKey key) => key.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    [LoggerMessage(LogLevel.Warning, "A letter was not sealed, so it was not signed: {Problem}")]
    private partial void Refused(string problem, Exception exception);
}
