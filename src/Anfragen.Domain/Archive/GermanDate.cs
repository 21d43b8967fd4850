using System.Globalization;
using System.Text.RegularExpressions;

namespace Anfragen.Domain.Archive;

/// <summary>Reads days as German letters write them: "18.02.2020", "26. September 2025", "3.9.24".</summary>
internal static partial class GermanDate
{
    private static readonly string[] Months =
        ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];

    public readonly record struct Found(DateOnly Day, int Start, int Length, string AsWritten);

    /// <summary>The first day in the text at or behind <paramref name="from"/>, or null.</summary>
    public static Found? Find(string text, int from = 0)
    {
        for (var match = Form().Match(text, from); match.Success; match = match.NextMatch())
        {
            var day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
            var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
            year += year < 100 ? 2000 : 0;
            var month = match.Groups["m"].Success
                ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)
                : Array.IndexOf(Months, match.Groups["name"].Value[..3].ToLowerInvariant()) + 1;
            if (year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                return new Found(new DateOnly(year, month, day), match.Index, match.Length, match.Value);
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![\d.])(?<d>[0-9]{1,2})\.\s?((?<m>[0-9]{1,2})\.\s?|(?<name>(Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}{0,7})\.?\s)(?<y>[0-9]{4}|[0-9]{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
