using Anfragen.Domain;
using Anfragen.Domain.Deadlines;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Deadlines;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks the rule that was pinned to an inquiry and the calculation of its due date; the days themselves stand in the journal.</summary>
internal sealed class DeadlineCheck(StoredRows rows, Findings findings)
{
    private const string SelectDeadlines = """
        SELECT d.id, d.inquiry_id, d.round, d.state, d.city, d.rule, d.reasons,
               j.seq AS step_seq, j.step, j.inquiry_id AS step_inquiry, j.version AS step_round, j.content_sha256 AS step_sha256,
               (SELECT f.content_sha256 FROM journal f WHERE f.subject_id = d.id AND f.step = 'SetFirstDue') AS reasons_sha256,
               (SELECT l.to_state FROM journal l WHERE l.subject_id = d.id ORDER BY l.subject_no DESC LIMIT 1) AS step_state,
               (SELECT max(l.seq) FROM journal l WHERE l.subject_id = d.id) AS last_seq
        FROM (SELECT * FROM deadlines WHERE id > @after_1 ORDER BY id LIMIT @batch) d
        LEFT JOIN journal j ON j.subject_id = d.id AND j.subject_no = 1
        ORDER BY d.id
        """;

    private const string SelectRuleSets = """
        SELECT r.id, r.valid_from, r.content, j.seq AS step_seq, j.content_sha256 AS step_sha256
        FROM (SELECT * FROM rule_sets WHERE id > @after_1 ORDER BY id LIMIT @batch) r
        LEFT JOIN journal j ON j.subject_id = r.id AND j.subject_no = 1
        ORDER BY r.id
        """;

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var row in rows.Read(SelectDeadlines, ["id"], [Guid.Empty], cancel)) Check(row);
        await foreach (var row in rows.Read(SelectRuleSets, ["id"], [Guid.Empty], cancel)) CheckRuleSet(row);
    }

    private void CheckRuleSet(StoredRow row)
    {
        var name = $"Regelwerk ab {row.Text("valid_from")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            !StoredRow.IsDigestOf(row.Text("step_sha256"), () => Set(row).Sha256),
            $"{name}: Es wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private static RuleSet Set(StoredRow row) =>
        new RuleSetRow { Id = row.Id("id"), ValidFrom = row.Day("valid_from"), Content = row.Text("content")! }.ToSet();

    private void Check(StoredRow row)
    {
        var name = $"Frist {row.Text("id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("inquiry_id") != row.Text("step_inquiry") || row.Text("round") != row.Text("step_round"),
            $"{name}: Sie gehört zu einer anderen Anfrage oder Runde als in Eintrag {row.Text("step_seq")}.");
        findings.AddIf(
            row.Text("step") == nameof(Step.PinRule)
                ? !StoredRow.IsDigestOf(row.Text("step_sha256"), () => DeadlineRow.PinnedRule(row.Text("city"), row.Text("rule"))!.Sha256)
                : row["rule"] is not null || row["city"] is not null,
            $"{name}: Das Regelwerk, das für sie gilt, wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
        findings.AddIf(
            row["reasons_sha256"] is null
                ? row.Text("reasons") != "[]"
                : !StoredRow.IsDigestOf(row.Text("reasons_sha256"), () => Deadline.Sha256OfReasons(DeadlineRow.Sentences(row.Text("reasons")!))),
            $"{name}: Die Berechnung wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
        findings.AddIf(row.Text("state") != row.Text("step_state"), $"{name}: Ihr Stand ist nicht der, mit dem Eintrag {row.Text("last_seq")} endete.");
    }
}
