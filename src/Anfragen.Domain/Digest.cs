using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Anfragen.Domain;

/// <summary>Prüfsumme: SHA-256 as 64 lower-case hexadecimal digits.</summary>
public static class Digest
{
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Of several values as one canonical text: each with its length before it, and null apart from the empty text, so that no value
    /// can run into its neighbour. Stored in the journal, so it is never changed.
    /// </summary>
    public static string OfParts(IEnumerable<string?> parts) =>
        OfText(string.Concat(parts.Select(part => part is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part};"))));

    /// <summary>A day as one of these values.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as one of these values.</summary>
    public static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
