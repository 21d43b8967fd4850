using System.IO.Compression;
using Anfragen.Domain;

namespace Anfragen.Infrastructure.CaseFiles;

/// <summary>
/// Writes the ZIP as it goes; the manifest comes last because it names the digest of everything before it. Times are those of the inquiry's last
/// step, so the same state gives the same bytes.
/// </summary>
internal static class CaseFileZip
{
    public static async Task<int> Write(Stream target, CaseFileHead head, IReadOnlyList<CaseFileEntry> entries, CancellationToken cancel)
    {
        var listed = new List<object>(entries.Count);
        await using var pending = new PendingBytes();
        await using (var zip = await ZipArchive.CreateAsync(pending, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel))
        {
            foreach (var entry in entries)
            {
                var bytes = await entry.Read(cancel);
                await Add(zip, entry.Path, head.AsOf, bytes, cancel);
                await pending.MoveTo(target, cancel);
                listed.Add(new { path = entry.Path, size = bytes.LongLength, sha256 = Digest.OfBytes(bytes), mediaType = entry.MediaType, what = entry.What });
            }

            var manifest = CaseFileEntry.Json("manifest.json", "Verzeichnis", new
            {
                format = "anfragen.case-file",
                version = 1,
                inquiry = head.Inquiry.ToString(),
                number = head.Number,
                subject = head.Subject,
                status = head.Status,
                asOf = head.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
                journal = new { entries = head.JournalEntries, lastSeq = head.LastSeq, lastHash = head.LastHash },
                files = listed,
            });
            await Add(zip, manifest.Path, head.AsOf, await manifest.Read(cancel), cancel);
        }

        await pending.MoveTo(target, cancel);
        return entries.Count + 1;
    }

    private static async Task Add(ZipArchive zip, string path, DateTimeOffset at, byte[] bytes, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = at.ToUniversalTime();
        await using var stream = await entry.OpenAsync(cancel);
        await stream.WriteAsync(bytes, cancel);
    }
}

/// <summary>What the manifest says of the inquiry.</summary>
/// <param name="AsOf">Instant of its last step.</param>
internal sealed record CaseFileHead(
    InquiryId Inquiry, string? Number, string Subject, string Status, DateTimeOffset AsOf, int JournalEntries, long LastSeq, string LastHash);
