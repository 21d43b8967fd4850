using System.Globalization;

namespace Anfragen.Domain.Inquiries;

/// <summary>Wortlaut einer Anfrage: one version of what the askers wrote. Each revision before registration makes a new one; none is overwritten.</summary>
/// <param name="Version">1 to n.</param>
/// <param name="Subject">Betreff, verbatim.</param>
/// <param name="Preamble">Vorbemerkung before the questions.</param>
/// <param name="Questions">The tree in reading order, with the supplementary questions that were added to it later.</param>
/// <param name="Rationale">Begründung after the questions.</param>
public sealed record InquiryText(
    int Version, string Subject, string? Preamble, IReadOnlyList<Question> Questions, string? Rationale)
{
    /// <summary>What the journal names: every word, and of every question which it is, its place in the tree and whether it asks. Supplementary questions are none of it.</summary>
    public string Sha256 => Digest.OfParts(
    [
        Subject, Preamble, Rationale,
        .. Questions.Where(question => !question.IsSupplementary).SelectMany(question => (string?[])
        [
            question.Id.ToString(), question.ParentId?.ToString(), question.Position.ToString(CultureInfo.InvariantCulture), question.Ordinal,
            question.Label, question.Text, question.IsAsked ? "asked" : "not asked",
        ]),
    ]);
}
