using System.Globalization;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks the journal in itself: every entry's hash and reason, the chain from the first to the head, the steps of each subject.</summary>
internal sealed class ChainCheck(DbSession db, StoredRows rows, Findings findings)
{
    private const string SelectEntries = """
        SELECT j.seq, j.at, j.on_day, j.by_user, j.for_user, j.role, j.organization_id, j.use_case, j.step, j.inquiry_id, j.subject_kind,
               j.subject_id, j.subject_no, j.from_state, j.to_state, j.question_id, j.version, j.content_sha256, j.other_id, j.code,
               j.reason_sha256, j.previous_hash, j.hash, r.salt AS reason_salt, r.text AS reason_text
        FROM (SELECT * FROM journal WHERE seq > @after_1 ORDER BY seq LIMIT @batch) j
        LEFT JOIN journal_reasons r ON r.seq = j.seq
        ORDER BY j.seq
        """;

    private const string SelectHead = "SELECT seq, hash FROM journal_head WHERE id = 1";

    private const string SelectSteps = """
        SELECT seq, subject_kind, subject_id, subject_no, from_state, to_state FROM journal
        WHERE (subject_id, subject_no) > (@after_1, @after_2)
        ORDER BY subject_id, subject_no
        LIMIT @batch
        """;

    private long _last;

    /// <summary>Entries read.</summary>
    public long Entries { get; private set; }

    /// <summary>Hash of the last entry.</summary>
    public string HeadHash { get; private set; } = JournalWriter.EmptyHash;

    /// <summary>Reasons of which only the digest is left.</summary>
    public long ErasedReasons { get; private set; }

    /// <param name="counted">Entries there are; one without a number is not met on the way along the chain.</param>
    /// <param name="cancel">Stops between batches.</param>
    public async Task Run(long counted, CancellationToken cancel)
    {
        await foreach (var entry in rows.Read(SelectEntries, ["seq"], [long.MinValue], cancel))
        {
            Entries++;
            CheckLink(entry);
            CheckReason(entry);
        }

        findings.AddIf(Entries != counted, $"Im Journal stehen {counted - Entries} Einträge ohne Nummer.");
        await CheckHead(cancel);
        await CheckSteps(cancel);
    }

    private void CheckLink(StoredRow entry)
    {
        var name = NameOf(entry);
        var expected = _last + 1;
        findings.AddIf(
            entry.Text("seq") != expected.ToString(CultureInfo.InvariantCulture),
            $"{name}: An dieser Stelle müsste Eintrag {expected} stehen; dazwischen fehlt etwas, oder eine Nummer wurde geändert.");
        findings.AddIf(
            entry.Text("hash") != JournalEntry.HashOf(JournalEntry.HashedColumns.Select(entry.Text)),
            $"{name}: Die Prüfsumme passt nicht zum Inhalt.");
        findings.AddIf(
            entry.Text("previous_hash") != HeadHash,
            $"{name}: Er schließt nicht an den Eintrag davor an.");
        _last = entry["seq"] as long? ?? expected;
        HeadHash = entry.Text("hash") ?? "";
    }

    private void CheckReason(StoredRow entry)
    {
        var (digest, salt, reason) = (entry.Text("reason_sha256"), entry.Text("reason_salt"), entry.Text("reason_text"));
        if (digest is not null && reason is null)
        {
            ErasedReasons++;
            return;
        }

        findings.AddIf(digest is null && reason is not null, $"{NameOf(entry)}: Dazu liegt eine Begründung vor, die das Journal nicht kennt.");
        findings.AddIf(
            digest is not null && reason is not null && digest != JournalEntry.ReasonDigest(salt ?? "", reason),
            $"{NameOf(entry)}: Die Begründung wurde nachträglich geändert.");
    }

    private async Task CheckHead(CancellationToken cancel)
    {
        if (await db.SingleOrDefault<object>(SelectHead, null, cancel) is not IDictionary<string, object?> row)
        {
            findings.Add("Der Kopf des Journals fehlt.");
            return;
        }

        var head = new StoredRow(row);
        if (head.Text("seq") != _last.ToString(CultureInfo.InvariantCulture))
        {
            findings.Add($"Das Journal endet mit Eintrag {_last}; nach seinem Kopf müsste es mit Eintrag {head.Text("seq")} enden.");
        }
        else
        {
            findings.AddIf(head.Text("hash") != HeadHash, $"Der Kopf des Journals nennt eine andere Prüfsumme als der letzte Eintrag {_last}.");
        }
    }

    private async Task CheckSteps(CancellationToken cancel)
    {
        StoredRow? previous = null;
        await foreach (var entry in rows.Read(SelectSteps, ["subject_id", "subject_no"], [Guid.Empty, int.MinValue], cancel))
        {
            if (previous?.Text("subject_id") != entry.Text("subject_id")) previous = null;
            var expected = (Number(previous) + 1).ToString(CultureInfo.InvariantCulture);
            findings.AddIf(
                entry.Text("subject_no") != expected,
                $"{NameOf(entry)}: Für {entry.Text("subject_kind")} {entry.Text("subject_id")} müsste dies Schritt {expected} sein, nicht {entry.Text("subject_no")}.");
            findings.AddIf(
                entry.Text("from_state") != previous?.Text("to_state"),
                $"{NameOf(entry)}: Der Stand davor ist nicht der, mit dem der vorige Schritt endete.");
            previous = entry;
        }
    }

    private static long Number(StoredRow? entry) => Convert.ToInt64(entry?["subject_no"] is long or int ? entry["subject_no"] : 0, CultureInfo.InvariantCulture);

    private static string NameOf(StoredRow entry) => $"Eintrag {entry.Text("seq")}";
}
