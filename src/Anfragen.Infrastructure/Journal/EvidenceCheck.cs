using System.Globalization;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Cases;

namespace Anfragen.Infrastructure.Journal;

/// <summary>
/// Checks what the journal holds digests of against the rows themselves, both ways: a row without its step was smuggled in, a step
/// without its row has lost what it records.
/// </summary>
internal sealed class EvidenceCheck(StoredRows rows, Findings findings)
{
    private const int FilesAtATime = 4;

    /// <summary>Steps that made a row, which must still be there.</summary>
    public const string StepsWithRows = """
        'Revise', 'Assign', 'RequestContribution', 'OpenAnswer', 'JoinAnswers', 'SaveAnswerVersion', 'SubmitContribution', 'Compose',
        'ReviseReply', 'Sign', 'Register', 'Publish', 'AddAccount', 'GrantRole', 'AddAttachment', 'RecordIntake', 'ReviseIntake', 'NoteReceipt', 'SetMeeting',
        'ImportInquiry', 'ReviseImport', 'NumberImport', 'SettleDoubt', 'ImportAnswer', 'CoverByImport', 'ImportReply', 'ReviseImportedReply',
        'ImportSignature', 'PinRule', 'EstablishDueDate', 'MarkPromise',
        'AskSupplementary'
        """;

    // Whether the answer still has the question that the step gave it, or lost it by a later step.
    private const string Covers = """
        EXISTS (SELECT 1 FROM answer_coverage c WHERE c.answer_id = j.subject_id AND c.question_id = j.question_id)
        OR EXISTS (
            SELECT 1 FROM journal l
            WHERE l.subject_id = j.subject_id AND l.subject_no > j.subject_no
                  AND (l.step IN ('AbandonAnswer', 'ReplaceImport') OR (l.step IN ('SplitAnswer', 'DropQuestion') AND l.question_id = j.question_id)))
        """;

    private const string Wording =
        "EXISTS (SELECT 1 FROM inquiry_texts t JOIN inquiries i ON i.id = t.inquiry_id WHERE t.inquiry_id = j.subject_id AND t.version = j.version)";

    private const string SelectSteps = $"""
        SELECT j.seq, j.step, CASE j.step
            WHEN 'SaveAnswerVersion' THEN EXISTS (SELECT 1 FROM answer_versions v WHERE v.answer_id = j.subject_id AND v.no = j.version)
            WHEN 'SubmitContribution' THEN EXISTS (SELECT 1 FROM contributions c WHERE c.assignment_id = j.subject_id AND c.version = j.version)
            WHEN 'Sign' THEN EXISTS (SELECT 1 FROM signatures s WHERE s.reply_id = j.subject_id)
            WHEN 'NoteReceipt' THEN EXISTS (SELECT 1 FROM receipts r WHERE r.inquiry_id = j.subject_id AND r.version = j.version)
            WHEN 'SetMeeting' THEN EXISTS (SELECT 1 FROM meetings m WHERE m.inquiry_id = j.subject_id AND m.version = j.version)
            WHEN 'Revise' THEN {Wording}
            WHEN 'RecordIntake' THEN {Wording}
            WHEN 'ReviseIntake' THEN {Wording}
            WHEN 'Publish' THEN EXISTS (SELECT 1 FROM publications p WHERE p.inquiry_id = j.inquiry_id)
            WHEN 'Assign' THEN EXISTS (SELECT 1 FROM assignments a WHERE a.id = j.subject_id)
            WHEN 'RequestContribution' THEN EXISTS (SELECT 1 FROM assignments a WHERE a.id = j.subject_id)
            WHEN 'OpenAnswer' THEN EXISTS (SELECT 1 FROM answers a WHERE a.id = j.subject_id) AND ({Covers})
            WHEN 'JoinAnswers' THEN {Covers}
            WHEN 'ImportAnswer' THEN EXISTS (SELECT 1 FROM answer_versions v WHERE v.answer_id = j.subject_id AND v.no = j.version)
                AND (j.question_id IS NULL OR {Covers})
            WHEN 'CoverByImport' THEN {Covers}
            WHEN 'ImportInquiry' THEN EXISTS (SELECT 1 FROM imports m WHERE m.inquiry_id = j.subject_id AND m.text_version = j.version)
            WHEN 'ReviseImport' THEN EXISTS (SELECT 1 FROM imports m WHERE m.inquiry_id = j.subject_id AND m.text_version = j.version)
            WHEN 'NumberImport' THEN EXISTS (SELECT 1 FROM paper_references p WHERE p.inquiry_id = j.subject_id)
            WHEN 'SettleDoubt' THEN EXISTS (SELECT 1 FROM import_doubts d WHERE d.inquiry_id = j.subject_id AND d.no = j.version)
            WHEN 'ImportSignature' THEN EXISTS (SELECT 1 FROM imported_letters l WHERE l.reply_id = j.subject_id AND l.revision = j.version)
            WHEN 'ImportReply' THEN EXISTS (SELECT 1 FROM replies r WHERE r.id = j.subject_id)
            WHEN 'ReviseImportedReply' THEN EXISTS (SELECT 1 FROM replies r WHERE r.id = j.subject_id)
            WHEN 'AddAccount' THEN EXISTS (SELECT 1 FROM users u WHERE u.id = j.subject_id)
            WHEN 'GrantRole' THEN EXISTS (
                SELECT 1 FROM role_grants g WHERE g.id = j.other_id AND g.user_id = j.subject_id)
            WHEN 'Register' THEN EXISTS (SELECT 1 FROM paper_references p WHERE p.inquiry_id = j.subject_id)
            WHEN 'PinRule' THEN EXISTS (SELECT 1 FROM deadlines d WHERE d.id = j.subject_id)
            WHEN 'EstablishDueDate' THEN EXISTS (SELECT 1 FROM deadlines d WHERE d.id = j.subject_id)
            WHEN 'AskSupplementary' THEN EXISTS (SELECT 1 FROM questions q WHERE q.id = j.question_id AND q.inquiry_id = j.subject_id)
            WHEN 'MarkPromise' THEN EXISTS (SELECT 1 FROM promises p WHERE p.id = j.subject_id)
            WHEN 'AddAttachment' THEN EXISTS (SELECT 1 FROM attachments a WHERE a.id = j.subject_id)
            ELSE EXISTS (
                SELECT 1 FROM reply_items i JOIN replies r ON r.id = i.reply_id WHERE i.reply_id = j.subject_id AND i.revision = j.version)
        END AS is_there
        FROM (
            SELECT seq, step, subject_id, subject_no, question_id, version, inquiry_id, code, other_id FROM journal
            WHERE seq > @after_1 AND step IN ({StepsWithRows})
            ORDER BY seq
            LIMIT @batch) j
        ORDER BY j.seq
        """;

    private const string SelectVersions = """
        SELECT v.answer_id, v.no, v.base, v.kind, v.in_name_of, v.markdown, v.by_user, v.at,
               j.seq AS step_seq, j.content_sha256 AS step_sha256, j.by_user AS step_by, j.at AS step_at
        FROM (SELECT * FROM answer_versions WHERE (answer_id, no) > (@after_1, @after_2) ORDER BY answer_id, no LIMIT @batch) v
        LEFT JOIN journal j ON j.subject_id = v.answer_id AND j.version = v.no AND j.step IN ('SaveAnswerVersion', 'ImportAnswer')
        ORDER BY v.answer_id, v.no
        """;

    private const string SelectContributions = """
        SELECT c.assignment_id, c.version, c.markdown, c.by_user, c.at,
               j.seq AS step_seq, j.content_sha256 AS step_sha256, j.by_user AS step_by, j.at AS step_at
        FROM (SELECT * FROM contributions WHERE (assignment_id, version) > (@after_1, @after_2) ORDER BY assignment_id, version LIMIT @batch) c
        LEFT JOIN journal j ON j.subject_id = c.assignment_id AND j.version = c.version AND j.step = 'SubmitContribution'
        ORDER BY c.assignment_id, c.version
        """;

    private const string SelectItems = """
        SELECT i.reply_id, i.revision, i.position, i.kind, i.text, i.answer_id, i.answer_version, i.answer_sha256, i.questions,
               j.seq AS step_seq, j.content_sha256 AS step_sha256
        FROM (SELECT * FROM reply_items WHERE (reply_id, revision, position) > (@after_1, @after_2, @after_3) ORDER BY reply_id, revision, position LIMIT @batch) i
        LEFT JOIN journal j ON j.subject_id = i.reply_id AND j.version = i.revision
             AND j.step IN ('Compose', 'ReviseReply', 'ImportReply', 'ReviseImportedReply')
        ORDER BY i.reply_id, i.revision, i.position
        """;

    private const string SelectSignatures = """
        SELECT s.reply_id, s.place, s.signed_on, s.name, s.office, s.by_user, s.at, s.content_sha256, s.template_sha256, s.pdf_sha256, s.data_sha256,
               f.sha256 AS file_sha256, d.sha256 AS data_file_sha256, c.content_sha256 AS composed_sha256, j.seq AS step_seq, j.content_sha256 AS step_sha256, j.code AS step_code, j.by_user AS step_by, j.at AS step_at
        FROM (SELECT * FROM signatures WHERE reply_id > @after_1 ORDER BY reply_id LIMIT @batch) s
        LEFT JOIN files f ON f.sha256 = s.pdf_sha256
        LEFT JOIN files d ON d.sha256 = s.data_sha256
        LEFT JOIN journal j ON j.subject_id = s.reply_id AND j.step = 'Sign'
        LEFT JOIN journal c ON c.subject_id = s.reply_id AND c.version = j.version AND c.step IN ('Compose', 'ReviseReply')
        ORDER BY s.reply_id
        """;

    private const string SelectAttachments = """
        SELECT a.id, a.holder_id, a.title, a.file_sha256, j.seq AS step_seq, j.content_sha256 AS step_sha256, j.other_id AS step_holder, j.code AS step_code
        FROM (SELECT id, holder_id, title, file_sha256 FROM attachments WHERE id > @after_1 ORDER BY id LIMIT @batch) a
        LEFT JOIN journal j ON j.subject_id = a.id AND j.step = 'AddAttachment'
        ORDER BY a.id
        """;

    private const string SelectFiles = """
        SELECT sha256, size, bytes FROM files
        WHERE sha256 > @after_1
        ORDER BY sha256
        LIMIT @batch
        """;

    public async Task Run(CancellationToken cancel)
    {
        await new WordingCheck(rows, findings).Run(cancel);
        await new CaseCheck(rows, findings).Run(cancel);
        await new DeadlineCheck(rows, findings).Run(cancel);
        await new PromiseCheck(rows, findings).Run(cancel);
        await foreach (var step in rows.Read(SelectSteps, ["seq"], [long.MinValue], cancel)) CheckStep(step);
        await foreach (var row in rows.Read(SelectVersions, ["answer_id", "no"], [Guid.Empty, int.MinValue], cancel)) CheckVersion(row);
        await foreach (var row in rows.Read(SelectContributions, ["assignment_id", "version"], [Guid.Empty, int.MinValue], cancel)) CheckContribution(row);
        await foreach (var items in rows.ReadGroups(
            SelectItems, ["reply_id", "revision", "position"], [Guid.Empty, int.MinValue, int.MinValue], NameOfReply, cancel))
        {
            CheckReply(items);
        }

        await foreach (var row in rows.Read(SelectSignatures, ["reply_id"], [Guid.Empty], cancel)) CheckSignature(row);
        await new ReleaseCheck(rows, findings).Run(cancel);
        await new AccountCheck(rows, findings).Run(cancel);
        await foreach (var row in rows.Read(SelectAttachments, ["id"], [Guid.Empty], cancel)) CheckAttachment(row);
        await foreach (var row in rows.Read(SelectFiles, ["sha256"], [""], cancel, FilesAtATime)) CheckFile(row);
    }

    private void CheckStep(StoredRow step) => findings.AddIf(
        step["is_there"] is false or 0L,
        $"Eintrag {step.Text("seq")}: Was er festhält, fehlt in der Datenbank: {WordsFor(step.Text("step"))}.");

    private void CheckVersion(StoredRow row)
    {
        var name = $"Fassung {row.Text("no")} der Antwort {row.Text("answer_id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(!StoredRow.IsDigestOf(row.Text("step_sha256"), () => Version(row).Sha256), $"{name}: Der Text wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
        CheckAuthor(row, name);
        var isBasedOnTheOneBefore = int.TryParse(row.Text("no"), out var no) && row.Text("base") == (no - 1).ToString(CultureInfo.InvariantCulture);
        findings.AddIf(!isBasedOnTheOneBefore, $"{name}: Sie beruht nicht auf der Fassung davor.");
    }

    private static AnswerVersion Version(StoredRow row) =>
        new(0, 0, row.Name<AnswerKind>("kind"), row.Text("in_name_of"), row.Text("markdown") ?? "", default, default);

    private void CheckContribution(StoredRow row)
    {
        var name = $"Fassung {row.Text("version")} der Zuarbeit {row.Text("assignment_id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            Digest.OfText(row.Text("markdown") ?? "") != row.Text("step_sha256"),
            $"{name}: Der Text wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
        CheckAuthor(row, name);
    }

    private void CheckReply(IReadOnlyList<StoredRow> items)
    {
        var name = NameOfReply(items[0]);
        if (!findings.HasStep(items[0], name)) return;
        findings.AddIf(
            !StoredRow.IsDigestOf(items[0].Text("step_sha256"), () => Reply.ContentSha256Of([.. items.Select(Item)])),
            $"{name}: Der Inhalt wurde nachträglich geändert (Eintrag {items[0].Text("step_seq")}).");
        var positions = items.Select(item => item.Text("position"));
        var inOrder = Enumerable.Range(1, items.Count).Select(position => position.ToString(CultureInfo.InvariantCulture));
        findings.AddIf(!positions.SequenceEqual(inOrder), $"{name}: Die Bestandteile sind nicht fortlaufend gezählt.");
    }

    private static string NameOfReply(StoredRow item) => $"Stand {item.Text("revision")} des Antwortschreibens {item.Text("reply_id")}";

    private static ReplyItem Item(StoredRow row) => new ReplyItemRow
    {
        Kind = row.Name<ReplyItemKind>("kind"),
        Text = row.Text("text"),
        AnswerId = row["answer_id"] is null ? null : new AnswerId(row.Id("answer_id")),
        AnswerVersion = row["answer_version"] is null ? null : row.Number("answer_version"),
        AnswerSha256 = row.Text("answer_sha256"),
        Questions = row.Text("questions"),
    }.ToItem();

    private void CheckSignature(StoredRow row)
    {
        var name = $"Unterschrift unter dem Antwortschreiben {row.Text("reply_id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            !StoredRow.IsDigestOf(row.Text("step_code"), () => Signature(row).Sha256),
            $"{name}: Ort, Tag, Name, Amt oder eine Prüfsumme wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
        findings.AddIf(
            row.Text("pdf_sha256") != row.Text("step_sha256"),
            $"{name}: Sie nennt eine andere Datei als die unterzeichnete (Eintrag {row.Text("step_seq")}).");
        findings.AddIf(row["file_sha256"] is null, $"{name}: Die unterzeichnete Datei fehlt.");
        findings.AddIf(row["data_sha256"] is not null && row["data_file_sha256"] is null, $"{name}: Die Daten, die in der Datei stecken, fehlen.");
        findings.AddIf(row.Text("content_sha256") != row.Text("composed_sha256"), $"{name}: Sie nennt einen anderen Inhalt als das Antwortschreiben.");
        CheckAuthor(row, name);
    }

    private static Signature Signature(StoredRow row) => new(
        row.Text("place")!, row.Day("signed_on"), row.Text("name")!, row.Text("office")!, default, default,
        row.Text("content_sha256")!, row.Text("template_sha256")!, row.Text("pdf_sha256")!)
    {
        DataSha256 = row.Text("data_sha256"),
    };

    private void CheckAttachment(StoredRow row)
    {
        var name = $"Anlage {row.Text("id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("file_sha256") != row.Text("step_sha256") || row.Text("holder_id") != row.Text("step_holder"),
            $"{name}: Angehängt wurde eine andere Datei oder an anderer Stelle (Eintrag {row.Text("step_seq")}).");
        findings.AddIf(
            row["step_code"] is not null && !StoredRow.IsDigestOf(row.Text("step_code"), () => Attachment.Sha256OfTitle(row.Text("title")!)),
            $"{name}: Der Titel wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckFile(StoredRow row)
    {
        var bytes = row["bytes"] as byte[] ?? [];
        var isWhole = Digest.OfBytes(bytes) == row.Text("sha256") && row.Text("size") == bytes.Length.ToString(CultureInfo.InvariantCulture);
        findings.AddIf(!isWhole, $"Datei {row.Text("sha256")}: Der Inhalt wurde nachträglich geändert.");
    }

    private void CheckAuthor(StoredRow row, string name) => findings.AddIf(
        row.Text("by_user") != row.Text("step_by") || row.Text("at") != row.Text("step_at"),
        $"{name}: Wer sie wann geschrieben hat, stimmt nicht mit Eintrag {row.Text("step_seq")} überein.");

    private static string WordsFor(string? step) => step switch
    {
        nameof(Step.Revise) or nameof(Step.RecordIntake) or nameof(Step.ReviseIntake) => "der Wortlaut einer Anfrage",
        nameof(Step.NoteReceipt) => "der Eingang einer Anfrage",
        nameof(Step.SetMeeting) => "die Sitzung einer Anfrage",
        nameof(Step.Assign) or nameof(Step.RequestContribution) => "eine Zuweisung",
        nameof(Step.OpenAnswer) or nameof(Step.JoinAnswers) => "eine Antwort auf eine Frage",
        nameof(Step.SaveAnswerVersion) => "die Fassung einer Antwort",
        nameof(Step.SubmitContribution) => "eine Zuarbeit",
        nameof(Step.Sign) => "eine Unterschrift",
        nameof(Step.Register) => "eine Nummer",
        nameof(Step.Publish) => "eine Veröffentlichung",
        nameof(Step.AddAccount) => "ein Konto",
        nameof(Step.GrantRole) => "eine Rolle",
        nameof(Step.PinRule) or nameof(Step.EstablishDueDate) => "die Frist einer Anfrage",
        nameof(Step.AddAttachment) => "eine Anlage",
        nameof(Step.ImportInquiry) or nameof(Step.ReviseImport) => "die Lesung eines alten Vorgangs",
        nameof(Step.NumberImport) => "eine Nummer",
        nameof(Step.SettleDoubt) => "ein Zweifel beim Einlesen",
        nameof(Step.ImportAnswer) or nameof(Step.CoverByImport) => "eine eingelesene Antwort auf eine Frage",
        nameof(Step.ImportReply) or nameof(Step.ReviseImportedReply) => "ein eingelesenes Antwortschreiben",
        nameof(Step.ImportSignature) => "was unter einem eingelesenen Schreiben steht",
        _ => "die Zusammenstellung eines Antwortschreibens",
    };
}
