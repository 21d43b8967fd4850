namespace Anfragen.Domain.Archive;

/// <summary>
/// Texte eines alten Vorgangs: what was taken from the files of an old inquiry, as plain text. Only the reply is needed;
/// form feeds between pages help to tell running headers from the letter.
/// </summary>
/// <param name="Reply">The text of the reply.</param>
/// <param name="Inquiry">The text of the inquiry, or null when only the reply was kept.</param>
public sealed record ArchiveSources(string Reply, string? Inquiry = null)
{
    /// <summary>The texts of later replies to the same inquiry, in their order.</summary>
    public IReadOnlyList<string> Supplements { get; init; } = [];
}
