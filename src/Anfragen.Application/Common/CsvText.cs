using System.Globalization;
using System.Text;

namespace Anfragen.Application;

/// <summary>
/// Tables as CSV, as the spreadsheets of German offices open them by a double click: UTF-8 with a byte order mark, semicolons, CRLF (RFC 4180
/// apart from the separator). A cell that a spreadsheet would take for a formula begins with an apostrophe, because its text may come from anybody.
/// </summary>
public static class CsvText
{
    public const string MediaType = "text/csv";

    /// <summary>What a file begins with.</summary>
    public const string Mark = "\uFEFF";

    /// <summary>The whole file.</summary>
    public static byte[] File(IReadOnlyList<string?> header, IEnumerable<IReadOnlyList<string?>> rows) =>
        Encoding.UTF8.GetBytes(Mark + string.Concat(rows.Prepend(header).Select(Line)));

    /// <summary>One line with its end.</summary>
    public static string Line(IReadOnlyList<string?> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? value)
    {
        var text = IsFormula(value ?? "") ? $"'{value}" : value ?? "";
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0 && text.Trim().Length == text.Length ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Spreadsheets skip blanks before the sign; a negative number is a number.
    private static bool IsFormula(string value) =>
        (value.TrimStart() is ['=' or '+' or '-' or '@', ..] || value is ['\t' or '\r' or '\n', ..])
        && !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, NumberFormatInfo.InvariantInfo, out _);
}
