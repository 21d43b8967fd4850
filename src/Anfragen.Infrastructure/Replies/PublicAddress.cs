using System.Diagnostics.CodeAnalysis;
using Anfragen.Domain.Numbers;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Under which address the public finds what is published; letters lead there. A letter outlives the machine it was made on, so nothing is guessed.</summary>
public static class PublicAddress
{
    /// <summary>The setting that names it, such as "https://anfragen.stadt.de".</summary>
    public const string Setting = "Anfragen:PublicAddress";

    /// <summary>The address without a final solidus; null when it is not given.</summary>
    /// <exception cref="ArgumentException">It cannot be used; the message is the German sentence.</exception>
    public static string? From(IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Setting])) return null;
        return TryRead(configuration[Setting]!, out var address)
            ? address
            : throw new ArgumentException($"Die Einstellung {Setting} ist keine Adresse wie „https://anfragen.stadt.de“, sondern „{configuration[Setting]}“.");
    }

    /// <summary>Reads an address to which a path can be added; it comes back without a final solidus.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? address)
    {
        address = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var read)
            && (read.Scheme == Uri.UriSchemeHttp || read.Scheme == Uri.UriSchemeHttps) && read.UserInfo.Length + read.Query.Length + read.Fragment.Length == 0
                ? read.AbsoluteUri.TrimEnd('/')
                : null;
        return address is not null;
    }

    /// <summary>Where an inquiry is to be read once it is published.</summary>
    public static string OfInquiry(string address, string number) => $"{address}/anfragen/{NumberScheme.Slug(number)}";

    /// <summary>Where anybody can ask whether a file is one that was issued.</summary>
    public static string OfVerification(string address) => $"{address}/echtheit";
}
