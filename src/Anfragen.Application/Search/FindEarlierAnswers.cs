using Anfragen.Domain;

namespace Anfragen.Application.Search;

/// <summary>
/// Beside the editor: inquiries this person may see that were answered and are most like the questions of an answer, or like words of the
/// person's own.
/// </summary>
public sealed record FindEarlierAnswers(AnswerId Id) : IQuery<EarlierAnswers>
{
    public static Permission Permission => Permission.SignedIn;

    /// <summary>Words to look for instead of the questions; null or blank for the questions.</summary>
    public string? Words { get; init; }
}

/// <summary>What was found.</summary>
/// <param name="Answer">The answer that is being written.</param>
/// <param name="Words">The words that were looked for; null for those of the questions.</param>
/// <param name="Inquiries">The most similar first, each with the questions that have an answer.</param>
public sealed record EarlierAnswers(AnswerId Answer, string? Words, IReadOnlyList<SimilarInquiry> Inquiries);

/// <summary>The sentence that refers to a delivered answer, as Markdown, for a question the person may see.</summary>
public sealed record PhraseReferral(QuestionId Question) : IQuery<string>
{
    public static Permission Permission => Permission.SignedIn;
}
