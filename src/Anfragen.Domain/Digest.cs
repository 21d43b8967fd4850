using System.Security.Cryptography;
using System.Text;

namespace Anfragen.Domain;

/// <summary>Prüfsumme: SHA-256 as 64 lower-case hexadecimal digits.</summary>
public static class Digest
{
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
