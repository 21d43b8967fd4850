using System.Globalization;
using System.Text;

namespace Anfragen.Infrastructure.Cases;

/// <summary>
/// Where a page begins, as an opaque piece of an address. A key no row can have reached begins the first page, so that one statement
/// with one plan serves all pages.
/// </summary>
internal static class PageCursor
{
    public static string Write(string first, Guid second) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{first}|{second}")).Replace('+', '-').Replace('/', '_');

    public static string Write(DateOnly day, Guid id) => Write(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), id);

    public static string Write(DateTimeOffset instant, Guid id) => Write(instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), id);

    /// <summary>The last row of the page before; what does not read as one begins at the first page.</summary>
    public static (DateOnly Day, Guid Id) ReadDay(string? cursor) => ReadDay(cursor, DateOnly.MaxValue, Guid.AllBitsSet);

    /// <inheritdoc cref="ReadDay(string?)"/>
    public static (DateOnly Day, Guid Id) ReadDay(string? cursor, DateOnly start, Guid startId) =>
        TryRead(cursor, out var first, out var id) && DateOnly.TryParseExact(first, "yyyy-MM-dd", out var day) ? (day, id) : (start, startId);

    /// <inheritdoc cref="ReadDay(string?)"/>
    public static (DateTimeOffset At, Guid Id) ReadInstant(string? cursor, DateTimeOffset start, Guid startId) =>
        TryRead(cursor, out var first, out var id) && DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? (at, id)
            : (start, startId);

    /// <inheritdoc cref="ReadDay(string?)"/>
    public static (double Number, Guid Id) ReadNumber(string? cursor, double start) =>
        TryRead(cursor, out var first, out var id) && double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number, id)
            : (start, Guid.AllBitsSet);

    private static bool TryRead(string? cursor, out string first, out Guid id)
    {
        (first, id) = ("", default);
        var bytes = new byte[200];
        if (cursor is null || !Convert.TryFromBase64String(cursor.Replace('-', '+').Replace('_', '/'), bytes, out var length)) return false;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split('|');
        first = parts[0];
        return parts.Length == 2 && Guid.TryParse(parts[1], out id);
    }
}
