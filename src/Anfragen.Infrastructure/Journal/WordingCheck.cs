using System.Globalization;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks what the askers wrote: every wording with its questions, who asks, when it came in, and that the last wording is the one that is shown.</summary>
internal sealed class WordingCheck(StoredRows rows, Findings findings)
{
    // The steps that make another wording.
    private const string StepsOfWordings = "('Revise', 'RecordIntake', 'ReviseIntake', 'ImportInquiry', 'ReviseImport')";

    private const string SelectWordings = $"""
        SELECT t.inquiry_id, t.version, t.subject, t.preamble, t.rationale,
               q.position, q.id, q.parent_id, q.ordinal, q.label, q.text, q.is_asked, j.seq AS step_seq, j.content_sha256 AS step_sha256
        FROM (
            SELECT inquiry_id, version, subject, preamble, rationale FROM inquiry_texts
            WHERE (inquiry_id, version) > (@after_1, @after_2)
            ORDER BY inquiry_id, version
            LIMIT @batch) t
        LEFT JOIN questions q ON q.inquiry_id = t.inquiry_id AND q.text_version = t.version AND q.round = 1
        LEFT JOIN journal j ON j.subject_id = t.inquiry_id AND j.version = t.version
             AND j.step IN {StepsOfWordings}
        ORDER BY t.inquiry_id, t.version, q.position
        """;

    private const string SelectSupplementary = """
        SELECT q.id, q.inquiry_id, q.parent_id, q.position, q.ordinal, q.label, q.text, q.is_asked, q.round,
               j.seq AS step_seq, j.content_sha256 AS step_sha256, j.subject_id AS step_inquiry
        FROM (SELECT * FROM questions WHERE id > @after_1 AND round > 1 ORDER BY id LIMIT @batch) q
        LEFT JOIN journal j ON j.subject_id = q.inquiry_id AND j.question_id = q.id AND j.step = 'AskSupplementary'
        ORDER BY q.id
        """;

    private const string SelectAskers = $"""
        SELECT i.id AS inquiry_id, i.text_version, o.position, o.organization_id, o.name, o.genitive, o.short_name,
               j.seq AS step_seq, j.step, j.code AS step_code,
               EXISTS (
                   SELECT 1 FROM journal l
                   WHERE l.subject_id = i.id AND l.step IN {StepsOfWordings} AND l.version > i.text_version) AS is_outdated
        FROM (SELECT id, text_version FROM inquiries WHERE id > @after_1 ORDER BY id LIMIT @batch) i
        LEFT JOIN originators o ON o.inquiry_id = i.id
        LEFT JOIN journal j ON j.subject_id = i.id AND j.version = i.text_version
             AND j.step IN {StepsOfWordings}
        ORDER BY i.id, o.position
        """;

    private const string SelectNumbers = """
        SELECT p.inquiry_id, p.display, j.seq AS step_seq, j.code AS step_code
        FROM (SELECT inquiry_id, display FROM paper_references WHERE inquiry_id > @after_1 ORDER BY inquiry_id LIMIT @batch) p
        LEFT JOIN journal j ON j.seq = (
            SELECT max(l.seq) FROM journal l WHERE l.subject_id = p.inquiry_id AND l.step IN ('Register', 'NumberImport'))
        ORDER BY p.inquiry_id
        """;

    private const string SelectReceipts = """
        SELECT r.inquiry_id, r.version, r.received_on, r.channel, r.original_sha256, r.transcript_sha256,
               j.seq AS step_seq, j.content_sha256 AS step_sha256
        FROM (SELECT * FROM receipts WHERE (inquiry_id, version) > (@after_1, @after_2) ORDER BY inquiry_id, version LIMIT @batch) r
        LEFT JOIN journal j ON j.subject_id = r.inquiry_id AND j.version = r.version AND j.step = 'NoteReceipt'
        ORDER BY r.inquiry_id, r.version
        """;

    private const string SelectMeetings = """
        SELECT m.inquiry_id, m.version, m.meeting_on, m.committee, j.seq AS step_seq, j.content_sha256 AS step_sha256
        FROM (SELECT * FROM meetings WHERE (inquiry_id, version) > (@after_1, @after_2) ORDER BY inquiry_id, version LIMIT @batch) m
        LEFT JOIN journal j ON j.subject_id = m.inquiry_id AND j.version = m.version AND j.step = 'SetMeeting'
        ORDER BY m.inquiry_id, m.version
        """;

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var wording in rows.ReadGroups(SelectWordings, ["inquiry_id", "version"], [Guid.Empty, int.MinValue], NameOfWording, cancel))
        {
            CheckWording(wording);
        }

        await foreach (var askers in rows.ReadGroups(SelectAskers, ["inquiry_id"], [Guid.Empty], NameOfInquiry, cancel))
        {
            CheckAskers(askers);
        }

        await foreach (var row in rows.Read(SelectSupplementary, ["id"], [Guid.Empty], cancel)) CheckSupplementary(row);
        await foreach (var row in rows.Read(SelectNumbers, ["inquiry_id"], [Guid.Empty], cancel)) CheckNumber(row);
        await foreach (var row in rows.Read(SelectReceipts, ["inquiry_id", "version"], [Guid.Empty, int.MinValue], cancel)) CheckReceipt(row);
        await foreach (var row in rows.Read(SelectMeetings, ["inquiry_id", "version"], [Guid.Empty, int.MinValue], cancel)) CheckMeeting(row);
    }

    private void CheckWording(IReadOnlyList<StoredRow> wording)
    {
        var (first, name) = (wording[0], NameOfWording(wording[0]));
        if (!findings.HasStep(first, name)) return;
        findings.AddIf(
            !StoredRow.IsDigestOf(first.Text("step_sha256"), () => Text(wording).Sha256),
            $"{name}: Betreff, Text oder Fragen wurden nachträglich geändert (Eintrag {first.Text("step_seq")}).");
    }

    private void CheckSupplementary(StoredRow row)
    {
        var name = $"{row.Text("label")} der Anfrage {row.Text("inquiry_id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            !StoredRow.IsDigestOf(row.Text("step_sha256"), () => (Question(row) with { Round = row.Number("round") }).Sha256),
            $"{name}: Ihr Wortlaut wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckAskers(IReadOnlyList<StoredRow> askers)
    {
        var (first, name) = (askers[0], NameOfInquiry(askers[0]));
        if (!findings.HasStep(first, name)) return;
        findings.AddIf(first.IsTrue("is_outdated"), $"{name}: Sie zeigt nicht ihre letzte Fassung.");
        // Of an old case, the step names the askers together with days, papers and doubts; ImportCheck holds it against all of them.
        if (first.Text("step") is nameof(Step.ImportInquiry) or nameof(Step.ReviseImport)) return;
        findings.AddIf(
            !StoredRow.IsDigestOf(first.Text("step_code"), () => Originator.Sha256Of(askers.Where(row => row["position"] is not null).Select(Asker))),
            $"{name}: Die Antragsteller wurden nachträglich geändert (Eintrag {first.Text("step_seq")}).");
    }

    private void CheckNumber(StoredRow row)
    {
        var name = $"Nummer {row.Text("display")} der Anfrage {row.Text("inquiry_id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("display") != row.Text("step_code"),
            $"{name}: Registriert wurde die Anfrage unter {row.Text("step_code")} (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckReceipt(StoredRow row)
    {
        var name = $"Eingang der Anfrage {row.Text("inquiry_id")} (Wortlaut {row.Text("version")})";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            !StoredRow.IsDigestOf(row.Text("step_sha256"), () => Receipt(row).Sha256),
            $"{name}: Tag, Weg oder Original wurden nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckMeeting(StoredRow row)
    {
        var name = $"Sitzung der Anfrage {row.Text("inquiry_id")} (Eintragung {row.Text("version")})";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            !StoredRow.IsDigestOf(row.Text("step_sha256"), () => new Meeting(0, row.Day("meeting_on"), row.Text("committee")!).Sha256),
            $"{name}: Tag oder Gremium wurden nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private static Receipt Receipt(StoredRow row) => new(
        0, row.Day("received_on"), row.Name<IntakeChannel>("channel"), row.Text("original_sha256")!, row.Text("transcript_sha256"));

    private static string NameOfWording(StoredRow row) => $"Wortlaut {row.Text("version")} der Anfrage {row.Text("inquiry_id")}";

    private static string NameOfInquiry(StoredRow row) => $"Anfrage {row.Text("inquiry_id")}";

    private static InquiryText Text(IReadOnlyList<StoredRow> wording) => new(
        0, wording[0].Text("subject")!, wording[0].Text("preamble"), [.. wording.Where(row => row["position"] is not null).Select(Question)],
        wording[0].Text("rationale"));

    private static Question Question(StoredRow row) => new(
        new QuestionId(row.Id("id")), row["parent_id"] is null ? null : new QuestionId(row.Id("parent_id")), row.Number("position"),
        row.Text("ordinal")!, row.Text("label"), row.Text("text")!, row.IsTrue("is_asked"));

    /// <summary>The asker that a row names.</summary>
    internal static Originator Asker(StoredRow row) => new(
        row["organization_id"] is null ? null : new OrganizationId(row.Id("organization_id")), row.Number("position"), row.Text("name")!, row.Text("genitive")!, row.Text("short_name")!);
}
