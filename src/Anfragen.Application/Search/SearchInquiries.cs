using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Search;

namespace Anfragen.Application.Search;

/// <summary>
/// Looks for words in subjects, questions, remarks and delivered answers of the inquiries this person may see, the best first. Each word must
/// be there, as itself, in another form or as a part of a compound; what stands in quotation marks must follow one another.
/// </summary>
public sealed record SearchInquiries : IQuery<SearchResults>
{
    public const int PageSize = 20;

    /// <summary>Only so many of the newest inquiries that fit are put in order.</summary>
    public const int MostRanked = 1000;

    /// <summary>What is longer is cut.</summary>
    public const int LongestWords = 300;

    public static Permission Permission => Permission.SignedIn;

    public string Words { get; init; } = "";

    /// <summary>Where the page begins, from <see cref="SearchResults.Next"/>; null for the first.</summary>
    public string? After { get; init; }
}

/// <summary>One page of what was found.</summary>
/// <param name="Hits">The best first.</param>
/// <param name="Next">The way to the next page, or null.</param>
/// <param name="IsAsked">Whether there was a word to look for; every text has "und" and "die".</param>
/// <param name="IsBounded">Whether more was found than is put in order.</param>
public sealed record SearchResults(IReadOnlyList<SearchHit> Hits, string? Next, bool IsAsked, bool IsBounded);

/// <summary>One inquiry that was found.</summary>
public sealed record SearchHit
{
    public required InquiryId Id { get; init; }

    public string? Number { get; init; }

    public required Excerpt Subject { get; init; }

    /// <summary>Short names of the askers, "SPD, FDP".</summary>
    public required string Originators { get; init; }

    public required InquiryStatus Status { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Where the words stand, the best first; empty if only in the subject.</summary>
    public required IReadOnlyList<SearchPassage> Passages { get; init; }
}

/// <summary>A text in which something was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Question">Of a question or an answer the question's label as it is shown, "2 a)".</param>
/// <param name="Text">Shortened.</param>
public sealed record SearchPassage(PassageKind Kind, string? Question, Excerpt Text);
