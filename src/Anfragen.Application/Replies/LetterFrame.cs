using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Replies;

/// <summary>What stands around the text of every letter: the city's letterhead as it holds when the letter is made.</summary>
/// <param name="Sender">Absender; the city's name as long as nobody has entered a letterhead.</param>
/// <param name="Office">Stelle; may be empty.</param>
/// <param name="Address">Anschrift, line by line.</param>
/// <param name="ReturnAddress">Rücksendezeile; may be empty.</param>
/// <param name="Contact">Kontakt, for the info block.</param>
/// <param name="Emblem">Wappen, SVG or PNG; null for none.</param>
public sealed record LetterFrame(
    string Sender, string Office, IReadOnlyList<string> Address, string ReturnAddress, IReadOnlyList<ContactLine> Contact, LetterEmblem? Emblem)
{
    /// <summary>Digest of all of it; with that of the template it tells by what a letter was made.</summary>
    public string Sha256 => Digest.OfParts(
        [Sender, Office, string.Join('\n', Address), ReturnAddress, string.Join('\n', Contact), Emblem?.Sha256]);

    /// <summary>The letterhead of a city that has none yet.</summary>
    public static LetterFrame Of(string city) => new(city, "", [], "", [], null);

    /// <summary>The letterhead as it was entered.</summary>
    public static LetterFrame Of(Letterhead letterhead, byte[]? emblem) => new(
        letterhead.Sender, letterhead.Office ?? "", letterhead.Address, letterhead.ReturnAddress ?? "", letterhead.Contact,
        emblem is null ? null : new LetterEmblem(emblem, Digest.OfBytes(emblem)));
}

/// <summary>Wappen: the file and its digest.</summary>
public sealed record LetterEmblem(byte[] File, string Sha256);

/// <summary>Where the city's letterhead is kept.</summary>
public interface ILetterheads
{
    /// <summary>As it holds now.</summary>
    Task<LetterFrame> Current(CancellationToken cancel);

    /// <summary>Today's names of these organisations, in the same order.</summary>
    Task<IReadOnlyList<string>> NamesOf(IReadOnlyList<OrganizationId> organizations, CancellationToken cancel);
}
