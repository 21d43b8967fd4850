namespace Anfragen.Domain.Council;

/// <summary>Person: a council member, somebody of the administration. Whoever leaves keeps their name in what they did.</summary>
public sealed record Person : ICouncilEntry
{
    public static string Kind => "Person";

    public required Guid Id { get; init; }

    public string? Key { get; init; }

    public int Version { get; init; } = 1;

    public Period Validity => Period.Always;

    /// <summary>As it is shown, with title.</summary>
    public required string Name { get; init; }

    public string Title(CouncilRegister register) => Name;

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) => [("Name", Name), ("Kennung", Key)];
}

/// <summary>Mitgliedschaft: a person belongs to an organisation for a period, whether or not they have an account.</summary>
public sealed record Membership : ICouncilEntry
{
    public static string Kind => "Mitgliedschaft";

    public required Guid Id { get; init; }

    public string? Key => null;

    public int Version { get; init; } = 1;

    public required Guid Person { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>In which function, "Vorsitz" for example; free text.</summary>
    public string? Function { get; init; }

    public Period Validity { get; init; } = Period.Always;

    public string Title(CouncilRegister register) => $"{register.NameOf(Person)} in {register.NameOf(Organization.Value)}";

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) =>
        [("Person", nameOf(Person)), ("Organisation", nameOf(Organization.Value)), ("Funktion", Function), .. CouncilText.Of(Validity)];
}
