using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Attachments;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.CaseFiles;

/// <summary>The stored files of a case: each once, with every end it serves, read when it is written.</summary>
internal sealed class CaseFileFiles(DbSession db)
{
    private const string SelectBytes = "SELECT bytes FROM files WHERE sha256 = @sha256";

    private string SelectTypes => $"SELECT sha256, media_type FROM files WHERE {db.Dialect.OneOf("sha256", "digests")}";

    public async Task<IReadOnlyList<CaseFileEntry>> Of(InquiryCase @case, IReadOnlyList<SortedDictionary<string, object?>> letters, CancellationToken cancel)
    {
        var named = Named(@case, letters).ToList();
        var types = (await db.List<TypeRow>(SelectTypes, new { digests = named.Select(file => file.Sha256).Distinct().ToList() }, cancel))
            .ToDictionary(row => row.Sha256, row => row.MediaType);
        return [.. named.GroupBy(file => file.Sha256).Select((uses, index) =>
        {
            var first = uses.First();
            var name = AttachmentFileName.Of(first.Title, types[uses.Key]);
            if (types[uses.Key] == "application/json") name = Path.ChangeExtension(name, ".json");
            return new CaseFileEntry(
                $"{first.Folder}/{index + 1:D3}-{name}", types[uses.Key], [.. uses.Select(use => use.What).Distinct()], token => Bytes(uses.Key, token));
        })];
    }

    // In the order in which they came into being, as far as the case tells; letters of old cases also as they were read before.
    private static IEnumerable<(string Sha256, string Folder, string Title, string What)> Named(
        InquiryCase @case, IReadOnlyList<SortedDictionary<string, object?>> letters)
    {
        foreach (var receipt in @case.Inquiry.Receipts)
        {
            yield return (receipt.OriginalSha256, "eingang", "Original", $"Original des Eingangs vom {receipt.ReceivedOn:dd.MM.yyyy}");
            if (receipt.TranscriptSha256 is { } transcript) yield return (transcript, "eingang", "Abschrift", "Abschrift des Originals");
        }

        foreach (var paper in @case.Inquiry.Archive?.Papers ?? []) yield return (paper.FileSha256, "eingang", paper.FileName, $"Eingelesenes Schreiben „{paper.FileName}“");
        foreach (var reply in @case.Replies)
        {
            if (reply.Signature is not { } signature) continue;
            var annulled = reply.State == Domain.Replies.ReplyState.Annulled ? ", Unterschrift aufgehoben" : "";
            yield return (signature.PdfSha256, "schreiben", $"Antwortschreiben-{reply.Ordinal}", $"Unterzeichnetes Antwortschreiben {reply.Ordinal}{annulled}");
            if (signature.DataSha256 is { } data) yield return (data, "schreiben", $"Antwortschreiben-{reply.Ordinal}-Daten", $"Daten des Antwortschreibens {reply.Ordinal}");
        }

        foreach (var letter in letters) yield return ((string)letter["file_sha256"]!, "schreiben", "Altes-Antwortschreiben", "Altes Antwortschreiben");
        foreach (var attachment in @case.Attachments)
        {
            yield return (attachment.FileSha256, "anlagen", attachment.Title, $"Anlage „{attachment.Title}“{(attachment.IsShown ? "" : ", entfernt")}");
        }
    }

    private async Task<byte[]> Bytes(string sha256, CancellationToken cancel) => (await db.Single<FileRow>(SelectBytes, new { sha256 }, cancel)).Bytes;

    private sealed record TypeRow(string Sha256, string MediaType);

    private sealed record FileRow
    {
        public byte[] Bytes { get; init; } = [];
    }
}
