using Anfragen.Domain.Answers;

namespace Anfragen.Domain.Council;

/// <summary>Reihenfolge der Mitzeichnung, wie die Stadt sie vorgibt: the one entry that <see cref="CoSignatureRule"/> is made of.</summary>
public sealed record CoSignatureOrder : ICouncilEntry
{
    /// <summary>There is one in every city.</summary>
    public static readonly Guid OnlyId = Guid.Parse("00000000-0000-7000-8000-000000000004");

    public static string Kind => "Mitzeichnung";

    public Guid Id => OnlyId;

    public string? Key => null;

    public int Version { get; init; } = 1;

    public Period Validity => Period.Always;

    /// <summary>At least one, each once.</summary>
    public required IReadOnlyList<CoSignatureStage> Stages { get; init; }

    public string Title(CouncilRegister register) => "Reihenfolge";

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) =>
        [("Stufen", string.Join(", ", Stages.Select(stage => stage.German())))];

    /// <summary>Compares the stages in their order.</summary>
    public bool Equals(CoSignatureOrder? other) => other is not null && Version == other.Version && Stages.SequenceEqual(other.Stages);

    public override int GetHashCode() => Version;
}
