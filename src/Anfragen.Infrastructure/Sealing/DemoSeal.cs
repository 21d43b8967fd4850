using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Sealing;

/// <summary>
/// The seal of the demo city: self-signed, made once, and called a demo by its own name, so that nobody takes its letters for real ones.
/// It lies with the other keys in <c>data/keys</c>; real cities configure a certificate of their own.
/// </summary>
public static class DemoSeal
{
    public const string Owner = "Demo-Siegel der Beispielstadt (ohne Gültigkeit)";

    private const int Years = 10;

    // Before anything that happens in the demo.
    private static readonly DateTimeOffset ValidFrom = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes letters of this process bear the demo's seal, unless a certificate is configured.</summary>
    public static void Configure(IConfiguration configuration, AnfragenRoot root, TimeProvider clock)
    {
        if (SealSettings.AreGiven(configuration)) return;
        var file = Path.Combine(root.Data, "keys", "demo-siegel.pfx");
        if (!File.Exists(file)) Make(file, clock.GetUtcNow());
        configuration[SealSettings.CertificateSetting] = file;
    }

    private static void Make(string file, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(Owner);
        name.AddOrganizationName("Demo");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        using var certificate = request.CreateSelfSigned(ValidFrom, now.AddYears(Years));
        Write(file, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, ""));
    }

    /// <summary>For the operator's account alone, and under its name only when it is whole: two programs may begin at once.</summary>
    private static void Write(string file, byte[] content)
    {
        var folder = Path.GetDirectoryName(file)!;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var draft = $"{file}.{Guid.CreateVersion7():N}";
        using (var stream = new FileStream(draft, options)) stream.Write(content);
        File.Move(draft, file, overwrite: true);
    }
}
