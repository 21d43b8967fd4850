using System.Globalization;
using System.Text.Json;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
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

    private const string SelectSteps = """
        SELECT j.seq, j.step, CASE j.step
            WHEN 'SaveAnswerVersion' THEN EXISTS (SELECT 1 FROM answer_versions v WHERE v.answer_id = j.subject_id AND v.no = j.version)
            WHEN 'SubmitContribution' THEN EXISTS (SELECT 1 FROM contributions c WHERE c.assignment_id = j.subject_id AND c.version = j.version)
            WHEN 'Sign' THEN EXISTS (SELECT 1 FROM signatures s WHERE s.reply_id = j.subject_id)
            WHEN 'Register' THEN EXISTS (SELECT 1 FROM paper_references p WHERE p.inquiry_id = j.subject_id)
            WHEN 'AddAttachment' THEN EXISTS (SELECT 1 FROM attachments a WHERE a.id = j.subject_id)
            ELSE EXISTS (SELECT 1 FROM reply_items i WHERE i.reply_id = j.subject_id AND i.revision = j.version)
        END AS is_there
        FROM journal j
        WHERE j.seq > @after_1 AND j.step IN ('SaveAnswerVersion', 'SubmitContribution', 'Compose', 'ReviseReply', 'Sign', 'Register', 'AddAttachment')
        ORDER BY j.seq
        LIMIT @batch
        """;

    private const string SelectVersions = """
        SELECT v.answer_id, v.no, v.base, v.kind, v.in_name_of, v.markdown, v.by_user, v.at,
               j.seq AS step_seq, j.content_sha256 AS step_sha256, j.by_user AS step_by, j.at AS step_at
        FROM answer_versions v
        LEFT JOIN journal j ON j.subject_id = v.answer_id AND j.version = v.no AND j.step = 'SaveAnswerVersion'
        WHERE (v.answer_id, v.no) > (@after_1, @after_2)
        ORDER BY v.answer_id, v.no
        LIMIT @batch
        """;

    private const string SelectContributions = """
        SELECT c.assignment_id, c.version, c.markdown, c.by_user, c.at,
               j.seq AS step_seq, j.content_sha256 AS step_sha256, j.by_user AS step_by, j.at AS step_at
        FROM contributions c
        LEFT JOIN journal j ON j.subject_id = c.assignment_id AND j.version = c.version AND j.step = 'SubmitContribution'
        WHERE (c.assignment_id, c.version) > (@after_1, @after_2)
        ORDER BY c.assignment_id, c.version
        LIMIT @batch
        """;

    private const string SelectItems = """
        SELECT i.reply_id, i.revision, i.position, i.kind, i.text, i.answer_id, i.answer_version, i.answer_sha256, i.questions,
               j.seq AS step_seq, j.content_sha256 AS step_sha256
        FROM reply_items i
        LEFT JOIN journal j ON j.subject_id = i.reply_id AND j.version = i.revision AND j.step IN ('Compose', 'ReviseReply')
        WHERE (i.reply_id, i.revision, i.position) > (@after_1, @after_2, @after_3)
        ORDER BY i.reply_id, i.revision, i.position
        LIMIT @batch
        """;

    private const string SelectSignatures = """
        SELECT s.reply_id, s.by_user, s.at, s.content_sha256, s.pdf_sha256, f.sha256 AS file_sha256, c.content_sha256 AS composed_sha256,
               j.seq AS step_seq, j.content_sha256 AS step_sha256, j.by_user AS step_by, j.at AS step_at
        FROM signatures s
        LEFT JOIN files f ON f.sha256 = s.pdf_sha256
        LEFT JOIN journal j ON j.subject_id = s.reply_id AND j.step = 'Sign'
        LEFT JOIN journal c ON c.subject_id = s.reply_id AND c.version = j.version AND c.step IN ('Compose', 'ReviseReply')
        WHERE s.reply_id > @after_1
        ORDER BY s.reply_id
        LIMIT @batch
        """;

    private const string SelectNumbers = """
        SELECT p.inquiry_id, p.display, j.seq AS step_seq, j.code AS step_code
        FROM paper_references p
        LEFT JOIN journal j ON j.subject_id = p.inquiry_id AND j.step = 'Register'
        WHERE p.inquiry_id > @after_1
        ORDER BY p.inquiry_id
        LIMIT @batch
        """;

    private const string SelectAttachments = """
        SELECT a.id, a.holder_id, a.file_sha256, j.seq AS step_seq, j.content_sha256 AS step_sha256, j.other_id AS step_holder
        FROM attachments a
        LEFT JOIN journal j ON j.subject_id = a.id AND j.step = 'AddAttachment'
        WHERE a.id > @after_1
        ORDER BY a.id
        LIMIT @batch
        """;

    private const string SelectFiles = """
        SELECT sha256, size, bytes FROM files
        WHERE sha256 > @after_1
        ORDER BY sha256
        LIMIT @batch
        """;

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var step in rows.Read(SelectSteps, ["seq"], [long.MinValue], cancel)) CheckStep(step);
        await foreach (var row in rows.Read(SelectVersions, ["answer_id", "no"], [Guid.Empty, int.MinValue], cancel)) CheckVersion(row);
        await foreach (var row in rows.Read(SelectContributions, ["assignment_id", "version"], [Guid.Empty, int.MinValue], cancel)) CheckContribution(row);
        await CheckReplies(cancel);
        await foreach (var row in rows.Read(SelectSignatures, ["reply_id"], [Guid.Empty], cancel)) CheckSignature(row);
        await foreach (var row in rows.Read(SelectNumbers, ["inquiry_id"], [Guid.Empty], cancel)) CheckNumber(row);
        await foreach (var row in rows.Read(SelectAttachments, ["id"], [Guid.Empty], cancel)) CheckAttachment(row);
        await foreach (var row in rows.Read(SelectFiles, ["sha256"], [""], cancel, FilesAtATime)) CheckFile(row);
    }

    private void CheckStep(StoredRow step) => findings.AddIf(
        step["is_there"] is false or 0L,
        $"Eintrag {step.Text("seq")}: Er hält {WordsFor(step.Text("step"))} fest, die in der Datenbank fehlt.");

    private void CheckVersion(StoredRow row)
    {
        var name = $"Fassung {row.Text("no")} der Antwort {row.Text("answer_id")}";
        if (!HasStep(row, name)) return;
        findings.AddIf(DigestOfVersion(row) != row.Text("step_sha256"), $"{name}: Der Text wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
        CheckAuthor(row, name);
        var isBasedOnTheOneBefore = int.TryParse(row.Text("no"), out var no) && row.Text("base") == (no - 1).ToString(CultureInfo.InvariantCulture);
        findings.AddIf(!isBasedOnTheOneBefore, $"{name}: Sie beruht nicht auf der Fassung davor.");
    }

    private static string? DigestOfVersion(StoredRow row) =>
        Enum.TryParse<AnswerKind>(row.Text("kind"), out var kind) && kind.ToString() == row.Text("kind")
            ? new AnswerVersion(0, 0, kind, row.Text("in_name_of"), row.Text("markdown") ?? "", default, default).Sha256
            : null;

    private void CheckContribution(StoredRow row)
    {
        var name = $"Fassung {row.Text("version")} der Zuarbeit {row.Text("assignment_id")}";
        if (!HasStep(row, name)) return;
        findings.AddIf(
            Digest.OfText(row.Text("markdown") ?? "") != row.Text("step_sha256"),
            $"{name}: Der Text wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
        CheckAuthor(row, name);
    }

    private async Task CheckReplies(CancellationToken cancel)
    {
        var reply = new List<StoredRow>();
        await foreach (var row in rows.Read(SelectItems, ["reply_id", "revision", "position"], [Guid.Empty, int.MinValue, int.MinValue], cancel))
        {
            if (reply.Count > 0 && NameOfReply(reply[0]) != NameOfReply(row))
            {
                CheckReply(reply);
                reply.Clear();
            }

            reply.Add(row);
        }

        if (reply.Count > 0) CheckReply(reply);
    }

    private void CheckReply(IReadOnlyList<StoredRow> items)
    {
        var name = NameOfReply(items[0]);
        if (!HasStep(items[0], name)) return;
        findings.AddIf(
            DigestOfReply(items) != items[0].Text("step_sha256"),
            $"{name}: Der Inhalt wurde nachträglich geändert (Eintrag {items[0].Text("step_seq")}).");
        var positions = items.Select(item => item.Text("position"));
        var inOrder = Enumerable.Range(1, items.Count).Select(position => position.ToString(CultureInfo.InvariantCulture));
        findings.AddIf(!positions.SequenceEqual(inOrder), $"{name}: Die Bestandteile sind nicht fortlaufend gezählt.");
    }

    private static string NameOfReply(StoredRow item) => $"Stand {item.Text("revision")} des Antwortschreibens {item.Text("reply_id")}";

    private static string? DigestOfReply(IReadOnlyList<StoredRow> items)
    {
        try
        {
            return Reply.ContentSha256Of([.. items.Select(Item)]);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or ArgumentException or InvalidOperationException)
        {
            // Not to be read any more, so it has no digest.
            return null;
        }
    }

    private static ReplyItem Item(StoredRow row) => new ReplyItemRow
    {
        Kind = Enum.Parse<ReplyItemKind>(row.Text("kind") ?? ""),
        Text = row.Text("text"),
        AnswerId = row.Text("answer_id") is { } answer ? new AnswerId(Guid.ParseExact(answer, "D")) : null,
        AnswerVersion = row.Text("answer_version") is { } version ? int.Parse(version, CultureInfo.InvariantCulture) : null,
        AnswerSha256 = row.Text("answer_sha256"),
        Questions = row.Text("questions"),
    }.ToItem();

    private void CheckSignature(StoredRow row)
    {
        var name = $"Unterschrift unter dem Antwortschreiben {row.Text("reply_id")}";
        if (!HasStep(row, name)) return;
        findings.AddIf(
            row.Text("pdf_sha256") != row.Text("step_sha256"),
            $"{name}: Sie nennt eine andere Datei als die unterzeichnete (Eintrag {row.Text("step_seq")}).");
        findings.AddIf(row["file_sha256"] is null, $"{name}: Die unterzeichnete Datei fehlt.");
        findings.AddIf(row.Text("content_sha256") != row.Text("composed_sha256"), $"{name}: Sie nennt einen anderen Inhalt als das Antwortschreiben.");
        CheckAuthor(row, name);
    }

    private void CheckNumber(StoredRow row)
    {
        var name = $"Nummer {row.Text("display")} der Anfrage {row.Text("inquiry_id")}";
        if (!HasStep(row, name)) return;
        findings.AddIf(
            row.Text("display") != row.Text("step_code"),
            $"{name}: Registriert wurde die Anfrage unter {row.Text("step_code")} (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckAttachment(StoredRow row)
    {
        var name = $"Anlage {row.Text("id")}";
        if (!HasStep(row, name)) return;
        findings.AddIf(
            row.Text("file_sha256") != row.Text("step_sha256") || row.Text("holder_id") != row.Text("step_holder"),
            $"{name}: Angehängt wurde eine andere Datei oder an anderer Stelle (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckFile(StoredRow row)
    {
        var bytes = row["bytes"] as byte[] ?? [];
        var isWhole = Digest.OfBytes(bytes) == row.Text("sha256") && row.Text("size") == bytes.Length.ToString(CultureInfo.InvariantCulture);
        findings.AddIf(!isWhole, $"Datei {row.Text("sha256")}: Der Inhalt wurde nachträglich geändert.");
    }

    private bool HasStep(StoredRow row, string name)
    {
        findings.AddIf(row["step_seq"] is null, $"{name}: Im Journal steht davon nichts.");
        return row["step_seq"] is not null;
    }

    private void CheckAuthor(StoredRow row, string name) => findings.AddIf(
        row.Text("by_user") != row.Text("step_by") || row.Text("at") != row.Text("step_at"),
        $"{name}: Wer sie wann geschrieben hat, stimmt nicht mit Eintrag {row.Text("step_seq")} überein.");

    private static string WordsFor(string? step) => step switch
    {
        nameof(Step.SaveAnswerVersion) => "die Fassung einer Antwort",
        nameof(Step.SubmitContribution) => "eine Zuarbeit",
        nameof(Step.Sign) => "eine Unterschrift",
        nameof(Step.Register) => "eine Nummer",
        nameof(Step.AddAttachment) => "eine Anlage",
        _ => "die Zusammenstellung eines Antwortschreibens",
    };
}
