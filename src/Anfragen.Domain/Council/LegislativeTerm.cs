namespace Anfragen.Domain.Council;

/// <summary>Wahlperiode.</summary>
public sealed record LegislativeTerm : ICouncilEntry
{
    public static string Kind => "Wahlperiode";

    public required Guid Id { get; init; }

    public string? Key => null;

    public int Version { get; init; } = 1;

    /// <summary>The how-manieth of the city.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Short, as numbers show it: "2024-2029".</summary>
    public required string Name { get; init; }

    /// <summary>Always with a first day.</summary>
    public required Period Validity { get; init; }

    public string Title(CouncilRegister register) => $"{Ordinal}. Wahlperiode {Name}";

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) =>
        [("Nummer", Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Name", Name), .. CouncilText.Of(Validity)];
}
