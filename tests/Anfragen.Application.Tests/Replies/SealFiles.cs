using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Anfragen.Infrastructure.Sealing;

namespace Anfragen.Application.Tests.Replies;

/// <summary>Certificates in files, as an operator has them; deleted with the test.</summary>
internal sealed class SealFiles : IDisposable
{
    public const string Password = "Test-Passwort-4711";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("anfragen-seal-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Settings with a certificate that is valid throughout 2025, unless another end is named.</summary>
    /// <param name="key">"RSA" or "P-256".</param>
    /// <param name="until">Last day.</param>
    public Dictionary<string, string?> Settings(string key = "P-256", DateOnly? until = null)
    {
        using var certificate = Make(key, until ?? new DateOnly(2025, 12, 31));
        File.WriteAllBytes(this["siegel.pfx"], certificate.Export(X509ContentType.Pfx, Password));
        return new Dictionary<string, string?>
        {
            [SealSettings.CertificateSetting] = this["siegel.pfx"],
            [SealSettings.PasswordSetting] = Password,
        };
    }

    public static X509Certificate2 Make(string key, DateOnly until)
    {
        using AsymmetricAlgorithm pair = key == "RSA" ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = $"CN=Stadt Mainz ({key})";
        var request = pair is RSA rsa
            ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(name, (ECDsa)pair, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(until, new TimeOnly(12, 0), TimeSpan.Zero));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
