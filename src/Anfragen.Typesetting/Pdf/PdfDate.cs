using System.Globalization;

namespace Anfragen.Typesetting.Pdf;

/// <summary>Instants as PDF notes them (ISO 32000-1, 7.9.4): "D:20250926103000+02'00'".</summary>
internal static class PdfDate
{
    public static string Format(DateTimeOffset instant) =>
        "D:" + instant.ToString("yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture).Replace(':', '\'') + "'";

    /// <summary>Reads what <see cref="Format"/> writes, also without the last apostrophe and with "Z"; null for anything else.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        string plain = text.TrimEnd('\'').Replace('\'', ':');
        string[] formats = ["'D:'yyyyMMddHHmmsszzz", "'D:'yyyyMMddHHmmss'Z'", "'D:'yyyyMMddHHmmss'Z00:00'", "'D:'yyyyMMddHHmmss"];
        return DateTimeOffset.TryParseExact(plain, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;
    }
}
