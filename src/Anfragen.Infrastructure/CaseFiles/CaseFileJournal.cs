using System.Globalization;
using System.Text.Json;
using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Infrastructure.Journal;

namespace Anfragen.Infrastructure.CaseFiles;

/// <summary>
/// The journal's entries of one inquiry, each with exactly the text its hash covers, so that anybody can check it with any SHA-256. The chain runs
/// through all inquiries: an entry's predecessor is in the file where it belongs to the same inquiry.
/// </summary>
internal static class CaseFileJournal
{
    public static IEnumerable<CaseFileEntry> Of(IReadOnlyList<SortedDictionary<string, object?>> entries, IReadOnlyList<SortedDictionary<string, object?>> reasons)
    {
        var words = reasons.ToDictionary(reason => (long)reason["seq"]!);
        yield return CaseFileEntry.Json("journal/journal.json", "Journal dieser Anfrage, prüfbar", entries.Select(entry =>
        {
            var values = JournalEntry.HashedColumns.Select(column => Text(entry[column])).ToList();
            var reason = words.GetValueOrDefault((long)entry["seq"]!);
            return new
            {
                seq = entry["seq"],
                previousHash = entry["previous_hash"],
                hash = entry["hash"],
                hashed = JsonSerializer.Serialize(values),
                reasonSha256 = entry["reason_sha256"],
                reason = reason is null ? null : new { salt = reason["salt"], text = reason["text"] },
            };
        }));
        string[] columns = [.. JournalEntry.HashedColumns, "hash"];
        yield return CaseFileEntry.Of("journal/journal.csv", CsvText.MediaType, "Journal dieser Anfrage als Tabelle", CsvText.File(
            [.. columns, "reason"],
            entries.Select(entry => (IReadOnlyList<string?>)
                [.. columns.Select(column => Text(entry[column])), Text(words.GetValueOrDefault((long)entry["seq"]!)?["text"])])));
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && value is not null ? text : null;
}
