using Anfragen.Domain.Publication;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks that exactly that is public what the last release named, and nothing after it was taken back.</summary>
internal sealed class ReleaseCheck(StoredRows rows, Findings findings)
{
    private const string SelectTargets = """
        SELECT p.inquiry_id, p.state, t.kind, t.target_id, t.file_sha256,
               j.seq AS step_seq, j.content_sha256 AS step_sha256, j.to_state AS step_state
        FROM (SELECT inquiry_id, state FROM publications WHERE inquiry_id > @after_1 ORDER BY inquiry_id LIMIT @batch) p
        LEFT JOIN published_targets t ON t.inquiry_id = p.inquiry_id
        LEFT JOIN journal j ON j.seq = (SELECT max(l.seq) FROM journal l WHERE l.inquiry_id = p.inquiry_id AND l.subject_kind = 'Publication')
        ORDER BY p.inquiry_id
        """;

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var targets in rows.ReadGroups(SelectTargets, ["inquiry_id"], [Guid.Empty], NameOf, cancel))
        {
            Check(targets);
        }
    }

    private void Check(IReadOnlyList<StoredRow> targets)
    {
        var (first, name) = (targets[0], NameOf(targets[0]));
        if (!findings.HasStep(first, name)) return;
        findings.AddIf(
            first.Text("state") != first.Text("step_state"),
            $"{name}: Ihr Stand ist nicht der, mit dem Eintrag {first.Text("step_seq")} endete.");
        findings.AddIf(
            !StoredRow.IsDigestOf(first.Text("step_sha256"), () => PublishedTarget.Sha256Of(targets.Where(row => row["kind"] is not null).Select(Target))),
            $"{name}: Öffentlich ist anderes, als freigegeben wurde (Eintrag {first.Text("step_seq")}).");
    }

    private static string NameOf(StoredRow row) => $"Veröffentlichung der Anfrage {row.Text("inquiry_id")}";

    private static PublishedTarget Target(StoredRow row) =>
        new(row.Name<PublishedKind>("kind"), row.Id("target_id"), row.Text("file_sha256"));
}
