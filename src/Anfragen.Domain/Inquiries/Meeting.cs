using System.Globalization;

namespace Anfragen.Domain.Inquiries;

/// <summary>Sitzung, auf deren Tagesordnung eine Anfrage steht: noted by the council office, newly with each change.</summary>
/// <param name="Version">1 to n within the inquiry; the last one holds.</param>
/// <param name="On">The day of the meeting.</param>
/// <param name="Committee">Gremium, "Stadtrat".</param>
public sealed record Meeting(int Version, DateOnly On, string Committee)
{
    /// <summary>What the journal names.</summary>
    public string Sha256 => Digest.OfParts([On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Committee]);
}
