using System.Globalization;
using System.Text.Json;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Journal;

/// <summary>One row of the journal as it is hashed and stored.</summary>
internal sealed record JournalEntry
{
    public long Seq { get; init; }

    public DateTimeOffset At { get; init; }

    public DateOnly OnDay { get; init; }

    public UserId ByUser { get; init; }

    public UserId? ForUser { get; init; }

    public string Role { get; init; } = "";

    public OrganizationId OrganizationId { get; init; }

    public string UseCase { get; init; } = "";

    public string Step { get; init; } = "";

    public InquiryId? InquiryId { get; init; }

    public string SubjectKind { get; init; } = "";

    public Guid SubjectId { get; init; }

    public int SubjectNo { get; init; }

    public string? FromState { get; init; }

    public string ToState { get; init; } = "";

    public QuestionId? QuestionId { get; init; }

    public int? Version { get; init; }

    public string? ContentSha256 { get; init; }

    public Guid? OtherId { get; init; }

    public string? Code { get; init; }

    public string? ReasonSha256 { get; init; }

    public string PreviousHash { get; init; } = "";

    public string Hash { get; init; } = "";

    /// <summary>The columns the hash covers, in its order.</summary>
    public static IReadOnlyList<string> HashedColumns { get; } =
    [
        "seq", "at", "on_day", "by_user", "for_user", "role", "organization_id", "use_case", "step", "inquiry_id", "subject_kind",
        "subject_id", "subject_no", "from_state", "to_state", "question_id", "version", "content_sha256", "other_id", "code", "reason_sha256",
        "previous_hash",
    ];

    /// <summary>
    /// The digest of the values of <see cref="HashedColumns"/>. A JSON array in a fixed order: no value can run into its neighbour,
    /// and null differs from the empty text.
    /// </summary>
    public static string HashOf(IEnumerable<string?> values) => Digest.OfText(JsonSerializer.Serialize(values));

    /// <summary>The digest of everything else in the row.</summary>
    public string ComputeHash() => HashOf(
    [
        Seq.ToString(CultureInfo.InvariantCulture), ColumnType.Text(At), OnDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ByUser.ToString(), ForUser?.ToString(), Role, OrganizationId.ToString(), UseCase, Step, InquiryId?.ToString(), SubjectKind,
        SubjectId.ToString(), SubjectNo.ToString(CultureInfo.InvariantCulture), FromState, ToState, QuestionId?.ToString(),
        Version?.ToString(CultureInfo.InvariantCulture), ContentSha256, OtherId?.ToString(), Code, ReasonSha256, PreviousHash,
    ]);

    /// <summary>Digest of a reason with the salt that keeps it from being guessed once it is erased.</summary>
    public static string ReasonDigest(string salt, string reason) => Digest.OfText(salt + "\n" + reason);
}
