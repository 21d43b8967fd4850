namespace Anfragen.Domain.Publication;

/// <summary>Auswahl zur Veröffentlichung: what becomes public together. Whatever is not chosen stays non-public.</summary>
/// <param name="Questions">The questions, with their answers and the replies that hold them.</param>
/// <param name="WithFile">Whether the PDFs of those replies become public too; they hold every question of their reply.</param>
public sealed record PublicationChoice(IReadOnlySet<QuestionId> Questions, bool WithFile)
{
    /// <summary>Attachments on the inquiry, or on something else that is chosen.</summary>
    public IReadOnlySet<AttachmentId> Attachments { get; init; } = new HashSet<AttachmentId>();
}
