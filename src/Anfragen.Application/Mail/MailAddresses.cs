using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using FluentValidation;

namespace Anfragen.Application.Mail;

/// <summary>Addresses of mailboxes.</summary>
public static class MailAddresses
{
    /// <summary>The longest that SMTP carries.</summary>
    public const int Longest = 254;

    /// <summary>Whether mail can be sent there: one address, without a name, in characters that every server takes.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= Longest && text.All(char.IsAscii) && !text.Any(character => char.IsControl(character) || character is ' ' or '<' or '>' or ',' or ';')
        && MailAddress.TryCreate(text, out var read) && read.Address == text && read.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>Reads an address that may have a name before it: "Ratsbüro &lt;anfragen@stadt.de&gt;".</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out MailAddress? address) =>
        MailAddress.TryCreate(text, out address) && IsAddress(address.Address) && !text.Any(char.IsControl);

    internal static void IsMailAddress<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => string.IsNullOrWhiteSpace(text) || IsAddress(text.Trim()))
        .WithMessage("Das ist keine Mailadresse wie „vorname.name@stadt.de“.");
}
