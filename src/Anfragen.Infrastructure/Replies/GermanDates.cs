using System.Globalization;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Names of months of our own: a host without ICU data would silently write English ones into a letter.</summary>
internal static class GermanDates
{
    private static readonly string[] Months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember", ""];

    public static readonly DateTimeFormatInfo Format = new() { MonthNames = Months, MonthGenitiveNames = Months };
}
