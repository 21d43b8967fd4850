using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Council;

/// <summary>The smaller parts of the master data: people, terms, signatories, deputies, number schemes, co-signatures, letterhead.</summary>
public sealed record GetRegister : IQuery<RegisterPage>
{
    public static Permission Permission => Permission.ManageCouncil;
}

/// <summary>What the pages of the register show; also what is over.</summary>
public sealed record RegisterPage
{
    /// <summary>In the order of their names.</summary>
    public required IReadOnlyList<ListedPerson> Persons { get; init; }

    /// <summary>Whose heads co-sign.</summary>
    public required CoSignatureOrder CoSignatures { get; init; }

    /// <summary>What stands on every letter, or null as long as nobody has entered it.</summary>
    public Letterhead? Letterhead { get; init; }

    /// <summary>Organisations of today, to choose from.</summary>
    public required IReadOnlyList<ListedOrganization> Organizations { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<LegislativeTerm> Terms { get; init; }

    /// <summary>Those who sign before their deputies.</summary>
    public required IReadOnlyList<Signatory> Signatories { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<ListedDeputyship> Deputyships { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<NumberSchemePeriod> Schemes { get; init; }

    /// <summary>Accounts that may be represented or represent.</summary>
    public required IReadOnlyList<AccountChoice> Accounts { get; init; }

    /// <summary>The day at the office.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The scheme in force.</summary>
    public NumberSchemePeriod? Scheme => Schemes.FirstOrDefault(scheme => scheme.ValidFrom <= Today);
}

/// <summary>A person with their account and memberships.</summary>
public sealed record ListedPerson
{
    public required Person Entry { get; init; }

    /// <summary>Null for a person who does not sign in.</summary>
    public AccountChoice? Account { get; init; }

    /// <summary>The latest first, also what is over.</summary>
    public required IReadOnlyList<ListedMembership> Memberships { get; init; }
}

/// <summary>A membership with the name of its organisation.</summary>
public sealed record ListedMembership(Membership Entry, string Organization);

/// <summary>A deputyship with the names of both.</summary>
public sealed record ListedDeputyship
{
    public required Deputyship Entry { get; init; }

    public required string Principal { get; init; }

    public required string Deputy { get; init; }
}

/// <summary>An account to choose.</summary>
public sealed record AccountChoice
{
    public UserId Id { get; init; }

    /// <summary>Whose account it is, in the register.</summary>
    public Guid? Person { get; init; }

    public string Name { get; init; } = "";

    public string Login { get; init; } = "";
}
