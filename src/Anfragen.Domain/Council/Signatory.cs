namespace Anfragen.Domain.Council;

/// <summary>Unterzeichnende Person: whose name stands under a reply; the account that signs is recorded beside it.</summary>
public sealed record Signatory : ICouncilEntry
{
    public static string Kind => "Unterzeichnung";

    public required Guid Id { get; init; }

    public string? Key => null;

    public int Version { get; init; } = 1;

    public required string Place { get; init; }

    public required string Name { get; init; }

    /// <summary>Amtsbezeichnung: "Oberbürgermeister".</summary>
    public required string Office { get; init; }

    /// <summary>Vertretung: signs when the others do not; offered after them.</summary>
    public bool IsDeputy { get; init; }

    public Period Validity { get; init; } = Period.Always;

    public string Title(CouncilRegister register) => $"{Name}, {Office}";

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) =>
        [("Ort", Place), ("Name", Name), ("Amt", Office), ("Vertretung", IsDeputy ? "ja" : "nein"), .. CouncilText.Of(Validity)];
}

/// <summary>Vertretung: for a period one account sees and acts for another; what it does names both.</summary>
public sealed record Deputyship : ICouncilEntry
{
    public static string Kind => "Vertretung";

    public required Guid Id { get; init; }

    public string? Key => null;

    public int Version { get; init; } = 1;

    /// <summary>Who is represented.</summary>
    public required UserId Principal { get; init; }

    /// <summary>Who represents.</summary>
    public required UserId Deputy { get; init; }

    /// <summary>Always with a first and a last day.</summary>
    public required Period Validity { get; init; }

    public string Title(CouncilRegister register) => $"{register.NameOf(Deputy.Value)} für {register.NameOf(Principal.Value)}";

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) =>
        [("Vertretene Person", nameOf(Principal.Value)), ("Vertretung", nameOf(Deputy.Value)), .. CouncilText.Of(Validity)];
}

/// <summary>Nummernschema ab einem Tag: how numbers are given from then on.</summary>
public sealed record NumberSchemePeriod : ICouncilEntry
{
    /// <summary>From when the scheme holds with which a city begins.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    public static string Kind => "Nummernschema";

    public required Guid Id { get; init; }

    public string? Key => null;

    public int Version { get; init; } = 1;

    public Period Validity => Period.Always;

    /// <summary>Names the counter: schemes of one name go on counting where the other stopped.</summary>
    public required string Name { get; init; }

    public required string Template { get; init; }

    public required Numbers.CounterScope Scope { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public string Title(CouncilRegister register) => Template;

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) =>
        [("Zähler", Name), ("Muster", Template), ("Zählbereich", Scope.German()), ("Ab", CouncilText.Of(ValidFrom))];
}
