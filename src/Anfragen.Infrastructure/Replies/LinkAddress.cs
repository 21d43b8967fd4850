using System.Diagnostics.CodeAnalysis;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The addresses a letter may link to.</summary>
internal static class LinkAddress
{
    public const string Allowed = "http://, https:// oder mailto:";

    /// <summary>The address in ASCII, as PDF and HTML need it; false for other schemes, relative addresses and hidden user names (https://mainz.de@example.org).</summary>
    public static bool TryParse(string? source, [NotNullWhen(true)] out string? address)
    {
        address = null;
        if (!Uri.TryCreate(source, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return false;
        }

        if (uri.Scheme == Uri.UriSchemeMailto)
        {
            address = uri.UserInfo.Length > 0 ? uri.AbsoluteUri : null;
        }
        else if ((uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0)
        {
            address = WithAsciiHost(uri);
        }

        return address is not null;
    }

    private static string? WithAsciiHost(Uri uri)
    {
        try
        {
            return new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;
        }
        catch (UriFormatException)
        {
            // Parsing takes hosts that no name server can know; only the conversion finds them.
            return null;
        }
    }
}
