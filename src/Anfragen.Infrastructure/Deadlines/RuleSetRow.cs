using System.Text.Json;
using System.Text.Json.Serialization;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;

namespace Anfragen.Infrastructure.Deadlines;

internal sealed record RuleSetRow
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public Guid Id { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Rules and calendar as JSON.</summary>
    public string Content { get; init; } = "";

    /// <exception cref="JsonException">The content is not to be read.</exception>
    public RuleSet ToSet()
    {
        var content = JsonSerializer.Deserialize<RuleSetContent>(Content, Json)!;
        return new RuleSet(Id, ValidFrom, new DeadlineRules(content.City, new OfficeCalendar(content.Land, content.LocalHolidays, content.Closings), content.Rules));
    }

    public static RuleSetRow Of(RuleSet set) => new()
    {
        Id = set.Id,
        ValidFrom = set.ValidFrom,
        Content = JsonSerializer.Serialize(
            new RuleSetContent(set.Rules.City, set.Rules.Calendar.Land, set.Rules.Calendar.LocalHolidays, set.Rules.Calendar.Closings, set.Rules.Rules), Json),
    };

    private sealed record RuleSetContent(
        string City, Land Land, IReadOnlyList<LocalHoliday> LocalHolidays, IReadOnlyList<ClosingPeriod> Closings, IReadOnlyList<DeadlineRule> Rules);
}
