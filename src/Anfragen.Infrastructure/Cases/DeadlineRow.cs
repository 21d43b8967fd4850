using System.Text.Json;
using System.Text.Json.Serialization;
using Anfragen.Domain;
using Anfragen.Domain.Deadlines;

namespace Anfragen.Infrastructure.Cases;

internal sealed record DeadlineRow
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public DeadlineId Id { get; init; }

    public int Version { get; init; }

    public int Round { get; init; }

    public string? City { get; init; }

    /// <summary>The pinned rule as JSON, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>The sentences of the calculation as JSON.</summary>
    public string Reasons { get; init; } = "[]";

    public Deadline ToDeadline(InquiryId inquiry, IReadOnlyList<Act> acts) =>
        Deadline.Load(Id, inquiry, Round, PinnedRule(City, Rule), Sentences(Reasons), acts, Version);

    /// <exception cref="JsonException">The rule is not to be read.</exception>
    public static PinnedRule? PinnedRule(string? city, string? rule) =>
        city is null || rule is null ? null : new PinnedRule(city, JsonSerializer.Deserialize<DeadlineRule>(rule, Json)!);

    /// <exception cref="JsonException">The sentences are not to be read.</exception>
    public static IReadOnlyList<string> Sentences(string reasons) => JsonSerializer.Deserialize<string[]>(reasons, Json)!;

    public static DeadlineRow Of(Deadline deadline) => new()
    {
        Id = deadline.Id,
        Version = deadline.Version,
        Round = deadline.Round,
        City = deadline.Pinned?.City,
        Rule = deadline.Pinned is null ? null : JsonSerializer.Serialize(deadline.Pinned.Rule, Json),
        Reasons = JsonSerializer.Serialize(deadline.Reasons, Json),
    };
}
