using Anfragen.Domain;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks who works on what: departments of assignments and answers, questions of answers, kind and revision of replies.</summary>
internal sealed class CaseCheck(StoredRows rows, Findings findings)
{
    private const string SelectAssignments = """
        SELECT a.id, a.inquiry_id, a.question_id, a.department_id, a.part, j.seq AS step_seq, j.inquiry_id AS step_inquiry,
               j.question_id AS step_question, j.other_id AS step_department,
               CASE j.step WHEN 'Assign' THEN 'Lead' WHEN 'RequestContribution' THEN 'Contributor' END AS step_part
        FROM (SELECT * FROM assignments WHERE id > @after_1 ORDER BY id LIMIT @batch) a
        LEFT JOIN journal j ON j.subject_id = a.id AND j.subject_no = 1
        ORDER BY a.id
        """;

    // The department that opened an answer has it until the answer moves.
    private const string SelectAnswers = """
        SELECT a.id, a.inquiry_id, a.department_id, j.seq AS step_seq, j.inquiry_id AS step_inquiry, COALESCE(
                   (SELECT l.other_id FROM journal l WHERE l.subject_id = a.id AND l.step = 'MoveToDepartment' ORDER BY l.subject_no DESC LIMIT 1),
                   CASE j.step WHEN 'ImportAnswer' THEN j.other_id ELSE j.organization_id END) AS step_department
        FROM (SELECT * FROM answers WHERE id > @after_1 ORDER BY id LIMIT @batch) a
        LEFT JOIN journal j ON j.subject_id = a.id AND j.subject_no = 1
        ORDER BY a.id
        """;

    private const string SelectCoverage = """
        SELECT c.answer_id, c.question_id, j.seq AS step_seq, j.step
        FROM (
            SELECT answer_id, question_id FROM answer_coverage
            WHERE (answer_id, question_id) > (@after_1, @after_2)
            ORDER BY answer_id, question_id
            LIMIT @batch) c
        LEFT JOIN journal j ON j.seq = (
            SELECT max(l.seq) FROM journal l
            WHERE l.subject_id = c.answer_id AND l.question_id = c.question_id
                  AND l.step IN ('OpenAnswer', 'JoinAnswers', 'SplitAnswer', 'DropQuestion', 'AbandonAnswer', 'ImportAnswer', 'CoverByImport'))
        ORDER BY c.answer_id, c.question_id
        """;

    private const string SelectReplies = """
        SELECT r.id, r.inquiry_id, r.kind, r.revision, j.seq AS step_seq, j.inquiry_id AS step_inquiry, j.code AS step_code,
               EXISTS (SELECT 1 FROM journal l WHERE l.subject_id = r.id AND l.step IN ('ReviseReply', 'ReviseImportedReply') AND l.version > r.revision) AS is_outdated
        FROM (SELECT * FROM replies WHERE id > @after_1 ORDER BY id LIMIT @batch) r
        LEFT JOIN journal j ON j.subject_id = r.id AND j.version = r.revision AND j.step IN ('Compose', 'ReviseReply', 'ImportReply', 'ReviseImportedReply')
        ORDER BY r.id
        """;

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var row in rows.Read(SelectAssignments, ["id"], [Guid.Empty], cancel)) CheckAssignment(row);
        await foreach (var row in rows.Read(SelectAnswers, ["id"], [Guid.Empty], cancel)) CheckAnswer(row);
        await foreach (var row in rows.Read(SelectCoverage, ["answer_id", "question_id"], [Guid.Empty, Guid.Empty], cancel)) CheckCoverage(row);
        await foreach (var row in rows.Read(SelectReplies, ["id"], [Guid.Empty], cancel)) CheckReply(row);
    }

    private void CheckAssignment(StoredRow row)
    {
        var name = $"Zuweisung {row.Text("id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("inquiry_id") != row.Text("step_inquiry") || row.Text("question_id") != row.Text("step_question")
            || row.Text("department_id") != row.Text("step_department") || row.Text("part") != row.Text("step_part"),
            $"{name}: Frage, Amt oder Art der Beteiligung wurden nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckAnswer(StoredRow row)
    {
        var name = $"Antwort {row.Text("id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("inquiry_id") != row.Text("step_inquiry") || row.Text("department_id") != row.Text("step_department"),
            $"{name}: Anfrage oder Amt wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckCoverage(StoredRow row)
    {
        var name = $"Frage {row.Text("question_id")} in der Antwort {row.Text("answer_id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("step") is not (nameof(Step.OpenAnswer) or nameof(Step.JoinAnswers) or nameof(Step.ImportAnswer) or nameof(Step.CoverByImport)),
            $"{name}: Sie gehört seit Eintrag {row.Text("step_seq")} nicht mehr dazu.");
    }

    private void CheckReply(StoredRow row)
    {
        var name = $"Antwortschreiben {row.Text("id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(row.IsTrue("is_outdated"), $"{name}: Es zeigt nicht seinen letzten Stand.");
        findings.AddIf(
            row.Text("inquiry_id") != row.Text("step_inquiry") || row.Text("kind") != row.Text("step_code"),
            $"{name}: Anfrage oder Art des Schreibens wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }
}
