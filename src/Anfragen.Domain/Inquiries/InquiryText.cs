namespace Anfragen.Domain.Inquiries;

/// <summary>Wortlaut einer Anfrage: one version of what the askers wrote. Each revision before registration makes a new one; none is overwritten.</summary>
/// <param name="Version">1 to n.</param>
/// <param name="Subject">Betreff, verbatim.</param>
/// <param name="Preamble">Vorbemerkung before the questions.</param>
/// <param name="Questions">The tree in reading order.</param>
/// <param name="Rationale">Begründung after the questions.</param>
public sealed record InquiryText(
    int Version, string Subject, string? Preamble, IReadOnlyList<Question> Questions, string? Rationale);
