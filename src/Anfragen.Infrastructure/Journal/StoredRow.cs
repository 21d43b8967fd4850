using System.Globalization;
using System.Text.Json;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Journal;

/// <summary>
/// A row as it lies in the database. Nothing is converted on reading: SQLite keeps whatever is written into a column, and a value
/// that is no instant or no id any more has to become a finding, not an error that ends the verification.
/// </summary>
internal sealed class StoredRow(IDictionary<string, object?> values)
{
    /// <summary>The value as the driver gives it.</summary>
    public object? this[string column] => values[column];

    /// <summary>
    /// The value as <see cref="JournalEntry.ComputeHash"/> writes it. Whatever could not have been written so keeps its difference:
    /// another spelling of an id, a fraction of a millisecond, bytes in place of a text.
    /// </summary>
    public string? Text(string column) => values[column] switch
    {
        null => null,
        string text => text,
        Guid id => id.ToString("D"),
        DateOnly day => Day(day),
        DateTime { Kind: DateTimeKind.Unspecified } midnight => Day(DateOnly.FromDateTime(midnight)),
        DateTime { Ticks: var ticks } instant when ticks % TimeSpan.TicksPerMillisecond == 0 => ColumnType.Text(new DateTimeOffset(instant)),
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => $"0x{Convert.ToHexStringLower(bytes)}",
        var number => Convert.ToString(number, CultureInfo.InvariantCulture),
    };

    /// <summary>The value as an id.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public Guid Id(string column) => Guid.ParseExact(Written(column), "D");

    /// <summary>The value as a whole number.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public int Number(string column) => int.Parse(Written(column), CultureInfo.InvariantCulture);

    /// <summary>The value as a day.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public DateOnly Day(string column) => DateOnly.ParseExact(Written(column), ColumnType.DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The value as a name of the enumeration; its number is another spelling and none.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public TEnum Name<TEnum>(string column) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(Text(column), out var value) && value.ToString() == Text(column) ? value : throw Misses(column);

    /// <summary>The value as yes or no.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public bool IsTrue(string column) => values[column] switch
    {
        true or 1L => true,
        false or 0L => false,
        _ => throw Misses(column),
    };

    /// <summary>Whether this is the digest of what was read; what is not to be read any more has none.</summary>
    public static bool IsDigestOf(string? expected, Func<string> digest)
    {
        try
        {
            return digest() == expected;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private string Written(string column) => Text(column) ?? throw Misses(column);

    private FormatException Misses(string column) => new($"'{Text(column)}' is no value of {column}.");

    private static string Day(DateOnly day) => day.ToString(ColumnType.DayFormat, CultureInfo.InvariantCulture);
}
