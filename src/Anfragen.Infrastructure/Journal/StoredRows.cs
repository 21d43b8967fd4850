using System.Runtime.CompilerServices;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Journal;

/// <summary>
/// Reads tables of any length from end to end, a batch at a time, and tells how far it is. A statement takes its batch in an inner
/// SELECT and joins afterwards: PostgreSQL otherwise merges with the joined tables from their beginning, in every batch again.
/// </summary>
/// <param name="db">The session, within a snapshot.</param>
/// <param name="total">Rows that will be read altogether.</param>
/// <param name="progress">Told the share that is done.</param>
internal sealed class StoredRows(DbSession db, long total, IProgress<double>? progress)
{
    private const int Batch = 500;

    private long _done;

    /// <summary>All rows in the order of the key.</summary>
    /// <param name="sql">Names <c>@after_1</c> and so on, one for each column of the key, and <c>@batch</c>.</param>
    /// <param name="key">The columns by which the statement orders.</param>
    /// <param name="start">What is smaller than every key.</param>
    /// <param name="cancel">Stops between batches.</param>
    /// <param name="batch">Rows taken at a time, before anything is joined to them.</param>
    public async IAsyncEnumerable<StoredRow> Read(
        string sql, string[] key, object[] start, [EnumeratorCancellation] CancellationToken cancel, int batch = Batch)
    {
        object?[] after = start;
        int found;
        do
        {
            var rows = await db.List<object>(sql, new Keyset(after[0], after.ElementAtOrDefault(1), after.ElementAtOrDefault(2), batch), cancel);
            found = rows.Count;
            foreach (var row in rows.Cast<IDictionary<string, object?>>())
            {
                yield return new StoredRow(row);
                after = [.. key.Select(column => row[column])];
            }

            _done += found;
            progress?.Report(total == 0 ? 1 : Math.Min(1, _done / (double)total));
        }
        while (found > 0);
    }

    /// <summary>The same, with the neighbouring rows together that have the same name.</summary>
    /// <param name="sql">As for <see cref="Read"/>; its order keeps a group together.</param>
    /// <param name="key">The columns by which the statement orders.</param>
    /// <param name="start">What is smaller than every key.</param>
    /// <param name="nameOf">What the rows of a group have in common.</param>
    /// <param name="cancel">Stops between batches.</param>
    public async IAsyncEnumerable<IReadOnlyList<StoredRow>> ReadGroups(
        string sql, string[] key, object[] start, Func<StoredRow, string> nameOf, [EnumeratorCancellation] CancellationToken cancel)
    {
        var group = new List<StoredRow>();
        await foreach (var row in Read(sql, key, start, cancel))
        {
            if (group.Count > 0 && nameOf(group[0]) != nameOf(row))
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        if (group.Count > 0) yield return group;
    }

    private sealed record Keyset(object? After1, object? After2, object? After3, int Batch);
}
