using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Assignments;

/// <summary>How long a department may take to accept or decline.</summary>
/// <param name="ReactionDays">Working days after the day of the assignment.</param>
public sealed record RoutingSettings(int ReactionDays)
{
    public const string ReactionDaysSetting = "Anfragen:Routing:ReactionDays";

    private const int UsualDays = 3;
    private const int MostDays = 60;

    /// <exception cref="ArgumentException">It cannot be read; the message is the German sentence.</exception>
    public static RoutingSettings From(IConfiguration configuration)
    {
        if (configuration[ReactionDaysSetting] is not { Length: > 0 } text) return new RoutingSettings(UsualDays);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays
            ? new RoutingSettings(days)
            : throw new ArgumentException($"Die Einstellung {ReactionDaysSetting} ist keine Zahl von 1 bis {MostDays}, sondern „{text}“; sie nennt die Arbeitstage, die ein Amt zum Annehmen oder Ablehnen hat.");
    }
}
