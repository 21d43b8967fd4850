using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Anfragen.Typesetting.Tests;

/// <summary>Self-signed certificates, made once for all tests.</summary>
internal static class TestCertificates
{
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 15, 0, TimeSpan.FromHours(1));

    private static readonly Lazy<X509Certificate2> LazyRsa = new(() => Create("CN=Stadt Musterstadt (RSA)", RSA.Create(3072), X509KeyUsageFlags.NonRepudiation));
    private static readonly Lazy<X509Certificate2> LazyCurve = new(() => Create("CN=Stadt Musterstadt (P-256)", ECDsa.Create(ECCurve.NamedCurves.nistP256), X509KeyUsageFlags.DigitalSignature));
    private static readonly Lazy<X509Certificate2> LazyForEncryption = new(() => Create("CN=Nur zum Verschlüsseln", RSA.Create(2048), X509KeyUsageFlags.KeyEncipherment));
    private static readonly Lazy<X509Certificate2> LazyTimestamps = new(() => Create("CN=Zeitstempeldienst", RSA.Create(2048), X509KeyUsageFlags.DigitalSignature, forTimestamps: true));

    public static X509Certificate2 Rsa => LazyRsa.Value;

    public static X509Certificate2 Curve => LazyCurve.Value;

    public static X509Certificate2 ForEncryption => LazyForEncryption.Value;

    public static X509Certificate2 Timestamps => LazyTimestamps.Value;

    private static X509Certificate2 Create(string subject, AsymmetricAlgorithm key, X509KeyUsageFlags usage, bool forTimestamps = false)
    {
        CertificateRequest request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        if (forTimestamps)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        }

        return request.CreateSelfSigned(Day.AddDays(-100), Day.AddDays(700));
    }
}
