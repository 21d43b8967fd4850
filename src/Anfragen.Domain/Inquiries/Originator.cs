using System.Globalization;

namespace Anfragen.Domain.Inquiries;

/// <summary>
/// Antragsteller: a group that asks, with its names as they were when it asked, so that a later renaming leaves the paper as it was.
/// </summary>
/// <param name="Organization">The group; null for an asker of an old paper whom nobody has assigned to a group of the city.</param>
/// <param name="Position">1 is the submitting group; the others are co-askers and confirm.</param>
/// <param name="Name">"SPD-Stadtratsfraktion".</param>
/// <param name="Genitive">"der SPD-Stadtratsfraktion".</param>
/// <param name="Short">"SPD".</param>
public sealed record Originator(OrganizationId? Organization, int Position, string Name, string Genitive, string Short)
{
    /// <summary>What the journal names: all who ask, in their order, with their names as they were.</summary>
    public static string Sha256Of(IEnumerable<Originator> originators) => Digest.OfParts(originators.SelectMany(originator => (string?[])
    [
        originator.Organization?.ToString(), originator.Position.ToString(CultureInfo.InvariantCulture), originator.Name, originator.Genitive,
        originator.Short,
    ]));
}
