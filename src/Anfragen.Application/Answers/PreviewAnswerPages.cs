using Anfragen.Domain;
using Anfragen.Domain.Answers;

namespace Anfragen.Application.Answers;

/// <summary>How an answer will look in the letter, page by page, while it is being written. Nothing is stored.</summary>
public sealed record PreviewAnswerPages(AnswerId Id) : IQuery<LetterPages>
{
    public static Permission Permission => Permission.SignedIn;

    public string? Markdown { get; init; }

    public AnswerKind Kind { get; init; }

    /// <summary>The third party in whose name it is given, in the genitive.</summary>
    public string? InNameOf { get; init; }
}

/// <summary>The pages of a letter for the screen.</summary>
/// <param name="Svg">One picture for each page, safe to be put into a page, in this order.</param>
/// <param name="Warnings">German sentences for the author, for example on characters no font has.</param>
public sealed record LetterPages(IReadOnlyList<string> Svg, IReadOnlyList<string> Warnings);
