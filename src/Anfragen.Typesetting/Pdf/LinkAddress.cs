using System.Globalization;
using System.Text;

namespace Anfragen.Typesetting.Pdf;

/// <summary>Addresses in PDF are ASCII: everything else, and what URIs do not allow, is percent-encoded. Encodings already there stay.</summary>
internal static class LinkAddress
{
    public static string Encode(string address)
    {
        var encoded = new StringBuilder(address.Length);
        foreach (byte octet in Encoding.UTF8.GetBytes(address))
        {
            if (octet is > 0x20 and < 0x7F && !"<>\"{}|\\^`".Contains((char)octet))
            {
                encoded.Append((char)octet);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return encoded.ToString();
    }
}
