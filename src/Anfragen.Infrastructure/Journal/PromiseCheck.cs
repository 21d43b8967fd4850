using Anfragen.Domain.Promises;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks that nobody rewrote what was promised, by when and by whom, or what became of it.</summary>
internal sealed class PromiseCheck(StoredRows rows, Findings findings)
{
    private const string SelectPromises = """
        SELECT p.id, p.inquiry_id, p.text, p.owner_id, p.due_on, p.state,
               j.seq AS step_seq, j.inquiry_id AS step_inquiry, j.content_sha256 AS step_sha256,
               t.seq AS term_seq, t.code AS term_day, t.other_id AS term_owner,
               (SELECT l.to_state FROM journal l WHERE l.subject_id = p.id ORDER BY l.subject_no DESC LIMIT 1) AS step_state
        FROM (SELECT * FROM promises WHERE id > @after_1 ORDER BY id LIMIT @batch) p
        LEFT JOIN journal j ON j.subject_id = p.id AND j.subject_no = 1
        LEFT JOIN journal t ON t.subject_id = p.id AND t.subject_no = (
            SELECT max(l.subject_no) FROM journal l WHERE l.subject_id = p.id AND l.step IN ('MarkPromise', 'MovePromise'))
        ORDER BY p.id
        """;

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var row in rows.Read(SelectPromises, ["id"], [Guid.Empty], cancel)) Check(row);
    }

    private void Check(StoredRow row)
    {
        var name = $"Zusage {row.Text("id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("inquiry_id") != row.Text("step_inquiry") || !StoredRow.IsDigestOf(row.Text("step_sha256"), () => Promise.Sha256Of(row.Text("text")!)),
            $"{name}: Ihr Wortlaut wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
        findings.AddIf(
            row.Text("due_on") != row.Text("term_day") || row.Text("owner_id") != row.Text("term_owner"),
            $"{name}: Tag oder zuständige Stelle sind andere, als Eintrag {row.Text("term_seq")} festhält.");
        findings.AddIf(row.Text("state") != row.Text("step_state"), $"{name}: Ihr Stand ist nicht der, mit dem das Journal endet.");
    }
}
