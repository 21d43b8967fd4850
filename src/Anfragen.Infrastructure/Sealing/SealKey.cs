using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Anfragen.Application.Replies;

namespace Anfragen.Infrastructure.Sealing;

/// <summary>The city's certificate with its private key and the certificates of its issuers, read for one use.</summary>
internal sealed class SealKey : IDisposable
{
    // ERROR_INVALID_PASSWORD; .NET gives it on every system.
    private const int WrongPassword = unchecked((int)0x80070056);

    private readonly X509Certificate2Collection _all;

    private SealKey(X509Certificate2Collection all, X509Certificate2 certificate) => (_all, Certificate) = (all, certificate);

    public X509Certificate2 Certificate { get; }

    /// <summary>Issuers without roots: whoever trusts a root has it.</summary>
    public IReadOnlyList<X509Certificate2> Chain => [.. _all.Where(other => !ReferenceEquals(other, Certificate) && other.Subject != other.Issuer)];

    /// <exception cref="SealRefused">A file is missing or cannot be used; the sentence names the setting.</exception>
    public static SealKey Load(SealSettings settings)
    {
        var all = Read(() => X509CertificateLoader.LoadPkcs12CollectionFromFile(settings.Certificate, settings.Password, KeyStorage()), settings.Certificate, SealSettings.CertificateSetting);
        if (all.Where(certificate => certificate.HasPrivateKey).ToList() is not [var own])
        {
            Dispose(all);
            throw new SealRefused($"In der Datei „{Path.GetFileName(settings.Certificate)}“ (Einstellung {SealSettings.CertificateSetting}) steht nicht genau ein Zertifikat mit privatem Schlüssel.");
        }

        if (settings.Chain is { } chain)
        {
            var issuers = Read(() => Pem(chain), chain, SealSettings.ChainSetting);
            if (issuers.Count == 0) throw Unreadable(chain, SealSettings.ChainSetting, null);
            all.AddRange(issuers);
        }

        return new SealKey(all, own);
    }

    public void Dispose() => Dispose(_all);

    private static void Dispose(X509Certificate2Collection certificates)
    {
        foreach (var certificate in certificates) certificate.Dispose();
    }

    private static X509Certificate2Collection Pem(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return certificates;
    }

    // So that the key is written nowhere; macOS cannot do that.
    private static X509KeyStorageFlags KeyStorage() => OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;

    private static X509Certificate2Collection Read(Func<X509Certificate2Collection> read, string file, string setting)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException || (exception is CryptographicException && !File.Exists(file)))
        {
            throw new SealRefused($"Die Datei „{file}“ (Einstellung {setting}) gibt es nicht.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SealRefused($"Die Datei „{file}“ (Einstellung {setting}) darf das Programm nicht lesen.", exception);
        }
        catch (CryptographicException exception) when (exception.HResult == WrongPassword)
        {
            throw new SealRefused($"Das Passwort zur Datei „{Path.GetFileName(file)}“ stimmt nicht (Einstellung {SealSettings.PasswordSetting}).", exception);
        }
        catch (CryptographicException exception)
        {
            throw Unreadable(file, setting, exception);
        }
    }

    private static SealRefused Unreadable(string file, string setting, Exception? exception) => new(
        setting == SealSettings.ChainSetting
            ? $"In der Datei „{file}“ (Einstellung {setting}) stehen keine Zertifikate im Format PEM."
            : $"Die Datei „{file}“ (Einstellung {setting}) ist keine lesbare Datei im Format PKCS #12 (PFX).",
        exception);
}
