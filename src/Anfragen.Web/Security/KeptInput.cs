using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Anfragen.Web.Security;

/// <summary>A form that was sent after the session had run out.</summary>
/// <param name="Address">Where it was sent: path and query within Anfragen.</param>
/// <param name="Fields">What it held, without tokens and passwords.</param>
/// <param name="HadFiles">Files are not kept.</param>
/// <param name="At">When it arrived.</param>
public sealed record KeptInput(string Address, IReadOnlyList<KeptField> Fields, bool HadFiles, DateTimeOffset At);

/// <summary>One field of a kept form.</summary>
public sealed record KeptField(string Name, string Value);

/// <summary>
/// Hands a form to the browser for the time of the sign-in, encrypted, so that the server keeps nothing and nobody can make one
/// up: it holds the address it was sent to and goes nowhere else.
/// </summary>
public sealed class KeptInputs(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Bytes of one kept form; base64 makes a third more of it, which must fit into a field.</summary>
    private const int MostBytes = FormProtection.LongestValue / 4 * 3 - 4096;

    /// <summary>Over a weekend.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    private readonly IDataProtector _protector = protection.CreateProtector("Anfragen.KeptInput");

    /// <summary>The form as text for a hidden field, or null when it is too large for one.</summary>
    public string? Keep(string address, IFormCollection form)
    {
        var fields = form.Where(field => !IsSecret(field.Key)).SelectMany(field => field.Value, (field, value) => new KeptField(field.Key, value ?? ""));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new KeptInput(address, [.. fields], form.Files.Count > 0, clock.GetUtcNow()));
        return bytes.Length > MostBytes ? null : Convert.ToBase64String(_protector.Protect(bytes));
    }

    /// <summary>The form again, or null when the text was not made here or is too old.</summary>
    public KeptInput? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<KeptInput>(_protector.Unprotect(Convert.FromBase64String(text)))!;
            return clock.GetUtcNow() - kept.At < Longest ? kept : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static bool IsSecret(string field) =>
        field.StartsWith("__", StringComparison.Ordinal) || field.Contains("password", StringComparison.OrdinalIgnoreCase);
}
