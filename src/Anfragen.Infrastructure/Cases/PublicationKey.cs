using Anfragen.Domain;

namespace Anfragen.Infrastructure.Cases;

/// <summary>
/// The publication of an inquiry has no id of its own; in the journal its steps stand under one that is made from the inquiry's,
/// so that they number apart from the inquiry's own steps.
/// </summary>
internal static class PublicationKey
{
    public static Guid Of(InquiryId inquiry)
    {
        var bytes = inquiry.Value.ToByteArray(bigEndian: true);
        bytes[15] ^= 0xFF;
        return new Guid(bytes, bigEndian: true);
    }
}
