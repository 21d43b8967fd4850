namespace Anfragen.Domain.Numbers;

/// <summary>Drucksachennummer: the number under which a paper is registered, with all that is derived from it once and then stored.</summary>
/// <param name="Display">As it is shown: "1435/2025".</param>
/// <param name="Slug">As it stands in addresses: "1435-2025"; unique.</param>
/// <param name="SortKey">Sorts byte by byte, apart from its display.</param>
/// <param name="Scheme">Key of the scheme that counts it; null for a number of another system.</param>
/// <param name="Scope">The scheme's counting range, "2025"; null for a number of another system.</param>
/// <param name="Sequence">Place in that range; null for a number that was not counted.</param>
/// <param name="Issued">How the paper came by it.</param>
public sealed record Reference(string Display, string Slug, string SortKey, string? Scheme, string? Scope, int? Sequence, ReferenceOrigin Issued)
{
    /// <summary>
    /// A number that the office typed in. One that fits the scheme is written the scheme's way ("35/2025" becomes "0035/2025")
    /// and takes its place in the range, so that the counter skips it; any other number stays as typed.
    /// </summary>
    /// <exception cref="ArgumentException">There is neither a letter nor a digit in it.</exception>
    public static Reference Entered(string display, NumberScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(display);
        ArgumentNullException.ThrowIfNull(scheme);
        if (scheme.TryParse(display, out var parts))
        {
            return scheme.Issue(parts) with { Issued = ReferenceOrigin.ByHand };
        }

        var typed = display.Trim();
        return new Reference(typed, NumberScheme.Slug(typed), NaturalOrder.Key(typed), null, null, null, ReferenceOrigin.Foreign);
    }
}

/// <summary>Herkunft einer Drucksachennummer.</summary>
public enum ReferenceOrigin
{
    /// <summary>Drawn from the counter.</summary>
    Counter,

    /// <summary>Typed in, of our own scheme.</summary>
    ByHand,

    /// <summary>Typed in, given by another system.</summary>
    Foreign,
}
