using System.Globalization;

namespace Anfragen.Domain.Council;

/// <summary>How particulars of master data are written.</summary>
internal static class CouncilText
{
    public static string Of(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static IEnumerable<(string Name, string? Value)> Of(Period period) =>
        [("Von", period.From is { } from ? Of(from) : null), ("Bis", period.To is { } to ? Of(to) : null)];
}
