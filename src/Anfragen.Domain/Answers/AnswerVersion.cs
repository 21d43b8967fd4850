namespace Anfragen.Domain.Answers;

/// <summary>Fassung: one deliberate save of an answer. Never changed, never deleted.</summary>
/// <param name="No">1 to n.</param>
/// <param name="Base">The version the author had before them, 0 for none.</param>
/// <param name="Kind">Whose answer it is.</param>
/// <param name="InNameOf">The third party, when the kind says so.</param>
/// <param name="Markdown">The text.</param>
public sealed record AnswerVersion(
    int No, int Base, AnswerKind Kind, string? InNameOf, string Markdown, UserId By, DateTimeOffset At)
{
    /// <summary>What its author said it took, in minutes; null when nothing was said. No evidence, so no digest holds it.</summary>
    public int? EffortMinutes { get; init; }

    /// <summary>What a co-signature, an approval and a signature name.</summary>
    public string Sha256 => Digest.OfText($"{Kind}\n{InNameOf}\n{Markdown}");
}
