namespace Anfragen.Domain.Council;

/// <summary>
/// Organisation: group, local council, committee, directorate, department or office. It stays the same when it is renamed; what it was
/// called before is kept with the last day of that name.
/// </summary>
public sealed record Organization : ICouncilEntry
{
    public static string Kind => "Organisation";

    public required OrganizationId Id { get; init; }

    Guid ICouncilEntry.Id => Id.Value;

    public string? Key { get; init; }

    public int Version { get; init; } = 1;

    public required OrganizationKind Type { get; init; }

    public required OrganizationNames Names { get; init; }

    /// <summary>The organisation it belongs to, for example a department's directorate.</summary>
    public OrganizationId? Parent { get; init; }

    public Period Validity { get; init; } = Period.Always;

    /// <summary>Who carries on with its matters after its end.</summary>
    public OrganizationId? Successor { get; init; }

    /// <summary>What it was called before, oldest first.</summary>
    public IReadOnlyList<FormerNames> Former { get; init; } = [];

    /// <summary>What it was called on that day.</summary>
    public OrganizationNames NamesOn(DateOnly day) =>
        Former.Where(former => day <= former.LastDay).Select(former => former.Names).FirstOrDefault() ?? Names;

    public string Title(CouncilRegister register) => Names.Name;

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) =>
    [
        ("Art", Type.German()),
        ("Name", Names.Name),
        ("Nummer", Names.Number),
        ("Genitiv", Names.Genitive),
        ("Kurzname", Names.Short),
        ("Gehört zu", Parent is { } parent ? nameOf(parent.Value) : null),
        .. CouncilText.Of(Validity),
        ("Nachfolge", Successor is { } successor ? nameOf(successor.Value) : null),
        .. Former.Select(former => ($"Bis {CouncilText.Of(former.LastDay)}", (string?)former.Names.ToString())),
        ("Kennung", Key),
    ];

    /// <summary>Compares the list of former names by its elements.</summary>
    public bool Equals(Organization? other) =>
        other is not null && (Id, Key, Version, Type, Names, Parent, Validity, Successor)
            == (other.Id, other.Key, other.Version, other.Type, other.Names, other.Parent, other.Validity, other.Successor)
        && Former.SequenceEqual(other.Former);

    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>Namen einer Organisation: in full, with its number (Amt 33), in the genitive with article, and short as in a title.</summary>
public sealed record OrganizationNames(string Name, string? Number = null, string? Genitive = null, string? Short = null);

/// <summary>Früherer Name.</summary>
/// <param name="Names">What it was called.</param>
/// <param name="LastDay">The last day on which it was.</param>
public sealed record FormerNames(OrganizationNames Names, DateOnly LastDay);
