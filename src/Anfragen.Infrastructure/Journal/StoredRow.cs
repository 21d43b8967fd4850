using System.Globalization;
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

    private static string Day(DateOnly day) => day.ToString(ColumnType.DayFormat, CultureInfo.InvariantCulture);
}
