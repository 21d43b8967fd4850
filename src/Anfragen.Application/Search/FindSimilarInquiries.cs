using Anfragen.Domain;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Search;

/// <summary>"Asked before?": the inquiries this person may see that are most like a text, the most similar first.</summary>
public sealed record FindSimilarInquiries : IQuery<IReadOnlyList<SimilarInquiry>>
{
    /// <summary>More are not shown.</summary>
    public const int Most = 5;

    public static Permission Permission => Permission.SignedIn;

    /// <summary>The stored inquiry whose like is looked for, which is not like itself; null for one that is not stored yet.</summary>
    public InquiryId? Id { get; init; }

    /// <summary>The subject as it is typed now; without any typed text that of the stored inquiry is taken.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The questions as they are typed now.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];
}

/// <summary>An inquiry like the one that is looked at.</summary>
public sealed record SimilarInquiry
{
    public required InquiryId Id { get; init; }

    public string? Number { get; init; }

    public required string Subject { get; init; }

    /// <summary>Short names of the askers, "SPD, FDP".</summary>
    public required string Originators { get; init; }

    public required InquiryStatus Status { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Its questions that say most of it, the best first; empty if it has none that does.</summary>
    public required IReadOnlyList<SimilarQuestion> Questions { get; init; }
}

/// <summary>One question of it, with what the askers have as its answer.</summary>
public sealed record SimilarQuestion
{
    public required QuestionId Id { get; init; }

    /// <summary>As it is shown, "2 a)".</summary>
    public required string Label { get; init; }

    public required string Text { get; init; }

    /// <summary>Safe HTML of the delivered answer, or null while there is none.</summary>
    public string? AnswerHtml { get; init; }

    /// <summary>Where the public reads it, without a host; null if it does not.</summary>
    public string? PublicPath { get; init; }
}
