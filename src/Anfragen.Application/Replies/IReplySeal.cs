namespace Anfragen.Application.Replies;

/// <summary>
/// Siegel: the electronic seal of the city, put on a signed letter on top of "gez.", so that anybody can see whether the file is as it was issued.
/// A city without a certificate issues its letters unsealed.
/// </summary>
public interface IReplySeal
{
    /// <summary>Whether the city has named a certificate, so that every letter is sealed or not signed at all.</summary>
    bool IsConfigured { get; }

    /// <summary>How the next letter would be sealed, or why it could not be; null when none is sealed.</summary>
    /// <param name="at">The instant of signing.</param>
    SealPlan? Plan(DateTimeOffset at);

    /// <summary>The sealed file. The one passed in is its beginning.</summary>
    /// <param name="pdf">The file as the letter was rendered.</param>
    /// <param name="letter">The letter in it; it has a signature.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SealRefused">It could not be sealed; nothing was sealed by halves.</exception>
    Task<byte[]> Seal(byte[] pdf, ReplyLetter letter, CancellationToken cancel);
}

/// <summary>What a letter would be sealed with.</summary>
/// <param name="Owner">Whose seal it is, as the certificate says; null when it cannot be read.</param>
/// <param name="ValidUntil">Last day of the certificate.</param>
/// <param name="TimestampServer">Who would certify the time, or null.</param>
/// <param name="Problem">The German sentence on why letters cannot be sealed now, or null.</param>
public sealed record SealPlan(string? Owner, DateOnly? ValidUntil, string? TimestampServer, string? Problem);

/// <summary>A letter was not sealed, so it was not signed either; nothing was changed. The message is the German sentence.</summary>
public sealed class SealRefused(string sentence, Exception? inner = null) : Exception(sentence, inner);
