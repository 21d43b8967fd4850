using Anfragen.Domain.Answers;
using Anfragen.Domain.Council;
using Anfragen.Domain.Numbers;

namespace Anfragen.Application.Council;

/// <summary>A city as its file describes it. Entries are named by keys, which only the file knows; each tells the line it begins on.</summary>
public sealed record CityFile
{
    /// <summary>The key by which people's roles name the city itself.</summary>
    public const string BodyKey = "stadt";

    public required CityLine City { get; init; }

    /// <summary>Null: the order stays as it is.</summary>
    public CoSignatureLine? CoSignatures { get; init; }

    /// <summary>Null: it stays as it is.</summary>
    public LetterheadLine? Letterhead { get; init; }

    public IReadOnlyList<SchemeLine> Schemes { get; init; } = [];

    public IReadOnlyList<TermLine> Terms { get; init; } = [];

    public IReadOnlyList<OrganizationLine> Organizations { get; init; } = [];

    public IReadOnlyList<PersonLine> Persons { get; init; } = [];

    public IReadOnlyList<SignatoryLine> Signatories { get; init; } = [];

    public IReadOnlyList<DeputyLine> Deputies { get; init; } = [];
}

/// <summary>The city itself.</summary>
/// <param name="Name">Without "Stadt": "Mainz".</param>
/// <param name="Administration">How the organisation is called in which administrators act: "Stadtverwaltung".</param>
/// <param name="Place">Where replies are signed, unless a signatory says otherwise.</param>
public sealed record CityLine(int Line, string Name, string Administration, string Place);

/// <summary>Whose heads co-sign an answer, in order.</summary>
public sealed record CoSignatureLine(int Line, IReadOnlyList<CoSignatureStage> Stages);

/// <summary>What stands on every letter.</summary>
public sealed record LetterheadLine(
    int Line, string Sender, string? Office, IReadOnlyList<string> Address, string? ReturnAddress, IReadOnlyList<ContactLine> Contact, EmblemLine? Emblem);

/// <summary>The coat of arms.</summary>
/// <param name="File">Name of a file that lies beside the city's file.</param>
public sealed record EmblemLine(int Line, string File);

/// <summary>How numbers are given.</summary>
/// <param name="From">Null: the scheme with which the city begins.</param>
public sealed record SchemeLine(int Line, string Counter, string Template, CounterScope Scope, DateOnly? From);

/// <summary>A legislative term.</summary>
public sealed record TermLine(int Line, int Ordinal, string Name, Period Validity);

/// <summary>An organisation.</summary>
public sealed record OrganizationLine(int Line, string Key, OrganizationKind Kind, OrganizationNames Names, string? Parent, Period Validity, string? Successor);

/// <summary>A person with what they belong to and may do.</summary>
/// <param name="Login">Null for a person without an account.</param>
/// <param name="Mail">Where the account's mails go; null leaves that as it is.</param>
public sealed record PersonLine(int Line, string Key, string Name, string? Login, string? Mail, IReadOnlyList<MembershipLine> Memberships, IReadOnlyList<GrantLine> Roles);

/// <summary>A membership of the person above it.</summary>
public sealed record MembershipLine(int Line, string Organization, string? Function, Period Validity);

/// <summary>A role of the person's account.</summary>
/// <param name="Validity">Without a first day: from the day of the import.</param>
public sealed record GrantLine(int Line, Role Role, string Organization, Period Validity);

/// <summary>Whose name may stand under a reply.</summary>
public sealed record SignatoryLine(int Line, string Name, string Office, string? Place, bool IsDeputy, Period Validity);

/// <summary>Who represents whom.</summary>
/// <param name="Principal">Key of a person with an account.</param>
/// <param name="Deputy">Key of a person with an account.</param>
public sealed record DeputyLine(int Line, string Principal, string Deputy, Period Validity);

/// <summary>Reads a city's file.</summary>
public interface ICityFileReader
{
    /// <exception cref="FileMistakes">With every mistake that was found, each with its line and what is allowed.</exception>
    CityFile Read(string text);
}
