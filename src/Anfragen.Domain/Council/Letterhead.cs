namespace Anfragen.Domain.Council;

/// <summary>
/// Briefkopf: what stands on every letter of the city beside its text. There is one or none; a letter that was issued keeps the one it was
/// made with, in its file.
/// </summary>
public sealed record Letterhead : ICouncilEntry
{
    /// <summary>There is at most one in every city.</summary>
    public static readonly Guid OnlyId = Guid.Parse("00000000-0000-7000-8000-000000000005");

    public static string Kind => "Briefkopf";

    public Guid Id => OnlyId;

    public string? Key => null;

    public int Version { get; init; } = 1;

    public Period Validity => Period.Always;

    /// <summary>Absender: "Landeshauptstadt Mainz".</summary>
    public required string Sender { get; init; }

    /// <summary>Stelle: "Der Oberbürgermeister", or null.</summary>
    public string? Office { get; init; }

    /// <summary>Anschrift, line by line: street, postal code and place.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>Rücksendezeile, small above the recipient, or null.</summary>
    public string? ReturnAddress { get; init; }

    /// <summary>Kontakt, in the order of the info block.</summary>
    public IReadOnlyList<ContactLine> Contact { get; init; } = [];

    /// <summary>Wappen: digest of its file, SVG or PNG, or null.</summary>
    public string? EmblemSha256 { get; init; }

    public string Title(CouncilRegister register) => Sender;

    public IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf) =>
    [
        ("Absender", Sender),
        ("Stelle", Office),
        .. Address.Select((line, index) => ($"Anschrift, {index + 1}. Zeile", (string?)line)),
        ("Rücksendezeile", ReturnAddress),
        .. Contact.Select(line => ($"Kontakt, {line.Label}", (string?)line.Value)),
        ("Wappen", EmblemSha256),
    ];

    /// <summary>Compares the lines in their order.</summary>
    public bool Equals(Letterhead? other) => other is not null
        && (Version, Sender, Office, ReturnAddress, EmblemSha256) == (other.Version, other.Sender, other.Office, other.ReturnAddress, other.EmblemSha256)
        && Address.SequenceEqual(other.Address) && Contact.SequenceEqual(other.Contact);

    public override int GetHashCode() => HashCode.Combine(Version, Sender);
}

/// <summary>Kontaktangabe: "Telefon" and the number. Written on one line, "Telefon: 06131 12-0".</summary>
/// <param name="Label">Without a colon.</param>
/// <param name="Value">What stands behind the colon.</param>
public sealed record ContactLine(string Label, string Value)
{
    /// <summary>Reads such a line; null when it is none.</summary>
    public static ContactLine? Parse(string line) =>
        line.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } label, { Length: > 0 } value] ? new ContactLine(label, value) : null;

    public override string ToString() => $"{Label}: {Value}";
}
