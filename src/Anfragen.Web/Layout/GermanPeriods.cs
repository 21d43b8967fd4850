using System.Globalization;
using Anfragen.Domain.Council;

namespace Anfragen.Web.Layout;

/// <summary>How pages speak of a period.</summary>
public static class GermanPeriods
{
    /// <summary>"ab 01.07.2024", "bis 30.06.2024", "01.07.2024 bis 30.06.2029", or "unbefristet" without both.</summary>
    public static string German(this Period period) => period switch
    {
        { From: { } from, To: { } to } => $"{Day(from)} bis {Day(to)}",
        { From: { } from } => $"ab {Day(from)}",
        { To: { } to } => $"bis {Day(to)}",
        _ => "unbefristet",
    };

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
