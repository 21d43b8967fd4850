using Anfragen.Application.Replies;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Sealing;

/// <summary>What letters are sealed with; section "Anfragen:Seal" of the configuration. No record, so that nothing prints the password by itself.</summary>
public sealed class SealSettings
{
    public const string CertificateSetting = "Anfragen:Seal:Certificate";
    public const string PasswordSetting = "Anfragen:Seal:Password";
    public const string ChainSetting = "Anfragen:Seal:Chain";
    public const string TimestampSetting = "Anfragen:Seal:Timestamp";

    private SealSettings(string certificate, string? password, string? chain, Uri? timestamps) =>
        (Certificate, Password, Chain, Timestamps) = (certificate, password, chain, timestamps);

    /// <summary>The PKCS #12 file (PFX) with certificate and private key, absolute.</summary>
    public string Certificate { get; }

    /// <summary>What opens it; null for a file without a password.</summary>
    public string? Password { get; }

    /// <summary>PEM file with the certificates of the issuers, absolute; null when there is none or the PFX holds them.</summary>
    public string? Chain { get; }

    /// <summary>The time stamping authority (RFC 3161), or null.</summary>
    public Uri? Timestamps { get; }

    /// <summary>Whether letters are to be sealed.</summary>
    public static bool AreGiven(IConfiguration configuration) => Value(configuration, CertificateSetting) is not null;

    /// <summary>Reads the settings; relative files lie below the root. Null when letters are not to be sealed.</summary>
    /// <exception cref="ArgumentException">One cannot be read; the message is the German sentence and never holds the password.</exception>
    public static SealSettings? From(IConfiguration configuration, AnfragenRoot root)
    {
        var timestamps = Value(configuration, TimestampSetting);
        Uri? address = null;
        if (timestamps is not null && !(Uri.TryCreate(timestamps, UriKind.Absolute, out address) && IsHttp(address) && address.UserInfo.Length == 0))
        {
            throw new ArgumentException($"Die Einstellung {TimestampSetting} ist keine Adresse eines Zeitstempeldienstes wie „http://zeitstempel.example.de/tsa“ (ohne Anmeldedaten).");
        }

        if (Value(configuration, CertificateSetting) is { } certificate)
        {
            return new SealSettings(InRoot(certificate), configuration[PasswordSetting], Value(configuration, ChainSetting) is { } chain ? InRoot(chain) : null, address);
        }

        return new[] { PasswordSetting, ChainSetting, TimestampSetting }.FirstOrDefault(setting => Value(configuration, setting) is not null) is { } alone
            ? throw new ArgumentException($"Die Einstellung {alone} gilt nur zusammen mit {CertificateSetting}, der Datei mit dem Siegelzertifikat.")
            : null;

        string InRoot(string path) => Path.GetFullPath(path, root.Path);
    }

    /// <summary>
    /// The German sentence that says why letters could not be sealed with these settings; null when they could, or are not to be. A certificate that
    /// has expired is no mistake of the settings.
    /// </summary>
    public static string? WhyUnusable(IConfiguration configuration, AnfragenRoot root)
    {
        try
        {
            if (From(configuration, root) is { } settings) SealKey.Load(settings).Dispose();
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or SealRefused)
        {
            return exception.Message;
        }
    }

    private static bool IsHttp(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    private static string? Value(IConfiguration configuration, string setting) => string.IsNullOrWhiteSpace(configuration[setting]) ? null : configuration[setting]!.Trim();
}
