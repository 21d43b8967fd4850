using System.Net;

namespace Anfragen.Web.Security;

/// <summary>Whom limits by address count as one.</summary>
internal static class ClientNetwork
{
    /// <summary>A household has 2^64 addresses of IPv6; the first half of the bits is the network.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
