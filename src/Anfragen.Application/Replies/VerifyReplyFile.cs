using Anfragen.Application.Documents;
using Anfragen.Domain.Replies;
using FluentValidation;

namespace Anfragen.Application.Replies;

/// <summary>
/// Echtheit prüfen: whether a file is a letter as it was issued here, and whether the letter still holds. Everybody may ask. Who is not signed in
/// learns of published letters alone; of any other the answer is the one for a file that nobody knows.
/// </summary>
public sealed record VerifyReplyFile : IQuery<FileVerdict>
{
    public static Permission Permission => Permission.Anyone;

    /// <summary>The file; empty when only a digest is known.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>SHA-256 of the file, or of the data inside as the letter prints it; spaces and capitals do not matter.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The digest as it is stored.</summary>
    internal string TypedDigest => string.Concat(Sha256.Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();
}

internal sealed class VerifyReplyFileValidator : AbstractValidator<VerifyReplyFile>
{
    private const int DigestLength = 64;

    public VerifyReplyFileValidator()
    {
        RuleFor(query => query.Content).Must(content => content.Length <= DocumentLimits.FileBytes)
            .WithMessage("Die Datei ist größer als 25 MB. Bitte geben Sie stattdessen ihre Prüfsumme ein.");
        RuleFor(query => query.Content).Must((query, content) => content.Length > 0 || query.TypedDigest.Length > 0)
            .WithMessage("Bitte wählen Sie eine Datei oder geben Sie eine Prüfsumme ein.");
        RuleFor(query => query.Sha256).Must((query, _) => query.Content.Length == 0 || query.TypedDigest.Length == 0)
            .WithMessage("Bitte geben Sie nur eines von beiden an: die Datei oder die Prüfsumme.");
        RuleFor(query => query.Sha256).Must((query, _) => query.TypedDigest.Length == 0 || IsDigest(query.TypedDigest))
            .WithMessage("Eine Prüfsumme (SHA-256) hat 64 Zeichen, nur Ziffern und die Buchstaben a bis f.");
    }

    private static bool IsDigest(string text) => text.Length == DigestLength && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>What is known of a file.</summary>
public sealed record FileVerdict
{
    /// <summary>The digest that was asked for: of the file, or as typed.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the file was there to be looked at, and not its digest alone.</summary>
    public required bool IsFile { get; init; }

    public required FileMatch Match { get; init; }

    /// <summary>The letter; null for <see cref="FileMatch.None"/>.</summary>
    public IssuedLetter? Letter { get; init; }

    /// <summary>The electronic seals in the file.</summary>
    public IReadOnlyList<FileSeal> Seals { get; init; } = [];

    /// <summary>The file is a letter as it was issued, and the letter holds.</summary>
    public bool Holds => Match is FileMatch.Issued or FileMatch.SealedFurther && Letter!.Standing is LetterStanding.Valid or LetterStanding.Supplemented;
}

/// <summary>How a file stands to the letters that were issued.</summary>
public enum FileMatch
{
    /// <summary>No such letter, or none that the person may know of.</summary>
    None,

    /// <summary>The very file.</summary>
    Issued,

    /// <summary>The very file, to which only further signatures were added.</summary>
    SealedFurther,

    /// <summary>The digest is that of the data inside a letter.</summary>
    Data,
}

/// <summary>A letter that was issued here.</summary>
public sealed record IssuedLetter
{
    public required string Number { get; init; }

    public required string Subject { get; init; }

    public required LetterStanding Standing { get; init; }

    /// <summary>The letter's date, as far as it is known.</summary>
    public DateOnly? WrittenOn { get; init; }

    /// <summary>Part of its public address; null when it is not published.</summary>
    public string? Slug { get; init; }

    /// <summary>Whether it was read from an archive, so that the file is the old letter as it was kept.</summary>
    public bool IsImported { get; init; }
}

/// <summary>Whether a letter still holds.</summary>
public enum LetterStanding
{
    /// <summary>It holds.</summary>
    Valid,

    /// <summary>It holds, and a later letter says more.</summary>
    Supplemented,

    /// <summary>A later letter corrects it.</summary>
    Corrected,

    /// <summary>It is signed, and the askers do not have it yet.</summary>
    Undelivered,

    /// <summary>Its signature was annulled before it was delivered.</summary>
    Annulled,
}

/// <summary>Reads the standing of a letter off its state and what came after it.</summary>
public static class LetterStandings
{
    /// <param name="state">Of the letter's reply; signed at least.</param>
    /// <param name="later">Kinds of the replies delivered after it.</param>
    public static LetterStanding Of(ReplyState state, IEnumerable<ReplyKind> later) => state switch
    {
        ReplyState.Annulled => LetterStanding.Annulled,
        ReplyState.Signed => LetterStanding.Undelivered,
        _ when later.Contains(ReplyKind.Correction) => LetterStanding.Corrected,
        _ => later.Any() ? LetterStanding.Supplemented : LetterStanding.Valid,
    };
}

/// <summary>An electronic seal in a file.</summary>
/// <param name="IsIntact">Nothing that it covers has changed.</param>
/// <param name="CoversAll">Behind it stands nothing, or further seals alone.</param>
/// <param name="Signer">As its certificate says; whether that is true is another question.</param>
/// <param name="At">When it was set.</param>
/// <param name="IsTimestamped">Whether an authority certifies the time, and not the signer alone.</param>
public sealed record FileSeal(bool IsIntact, bool CoversAll, string Signer, DateTimeOffset? At, bool IsTimestamped);
