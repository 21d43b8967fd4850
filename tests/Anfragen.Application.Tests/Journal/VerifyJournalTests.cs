using System.Data.Common;
using Anfragen.Application.Tests.Database;
using Anfragen.Infrastructure.Journal;

namespace Anfragen.Application.Tests.Journal;

public sealed class VerifyJournalTests(TamperedCity city) : IClassFixture<TamperedCity>
{
    [Theory, Databases]
    public async Task The_journal_of_the_demo_city_holds(DatabaseKind database)
    {
        var progress = new Shares();

        var verdict = await city.Verify(database, progress);

        Assert.Empty(verdict.Findings);
        Assert.True(verdict.Entries > 100);
        Assert.Equal(0, verdict.ErasedReasons);
        Assert.Matches("^[0-9a-f]{64}$", verdict.HeadHash);
        Assert.Equal(progress.Told.Order(), progress.Told);
        Assert.Equal(1, progress.Told[^1]);
    }

    [Theory, Databases]
    public async Task The_database_itself_refuses_to_change_an_entry(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);

        foreach (var forgery in (string[])["UPDATE journal SET role = 'X' WHERE seq = 1", "DELETE FROM journal WHERE seq = 1"])
        {
            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => app.Session().Execute(forgery, null, CancellationToken.None));
            Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory, Databases]
    public async Task Every_column_of_every_entry_is_protected(DatabaseKind database)
    {
        var entries = (await city.Verify(database)).Entries;
        foreach (var column in JournalEntry.HashedColumns.Append("hash").Except(["seq"]))
        {
            var verdict = await city.VerifyAfter(database, $"UPDATE journal SET {column} = {Forged(column, database)}");

            Assert.All(Numbers(entries), number => Assert.Contains(verdict.Findings, finding => finding.StartsWith($"Eintrag {number}:", StringComparison.Ordinal)));
        }
    }

    [Theory, Databases]
    public async Task An_entry_under_another_number_is_found(DatabaseKind database)
    {
        var verdict = await city.VerifyAfter(database, "UPDATE journal SET seq = seq + 1000");

        Assert.All(Numbers(verdict.Entries), number => Assert.Contains(verdict.Findings, finding => finding.StartsWith($"Eintrag {number + 1000}:", StringComparison.Ordinal)));
    }

    [Theory]
    [Databases("DELETE FROM journal WHERE seq = 60", "Eintrag 61: An dieser Stelle müsste Eintrag 60 stehen")]
    [Databases("DELETE FROM journal WHERE seq = 1", "Eintrag 2: An dieser Stelle müsste Eintrag 1 stehen")]
    [Databases("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)", "nach seinem Kopf müsste es mit Eintrag")]
    [Databases("DELETE FROM journal", "Das Journal endet mit Eintrag 0")]
    [Databases("UPDATE journal SET seq = -1 WHERE seq = 60; UPDATE journal SET seq = 60 WHERE seq = 61; UPDATE journal SET seq = 61 WHERE seq = -1", "Eintrag 60: Die Prüfsumme passt nicht zum Inhalt")]
    [Databases("UPDATE journal_head SET seq = seq - 1", "nach seinem Kopf müsste es mit Eintrag")]
    [Databases("UPDATE journal_head SET hash = 'x'", "Der Kopf des Journals nennt eine andere Prüfsumme")]
    [Databases("DELETE FROM journal_head", "Der Kopf des Journals fehlt")]
    public Task A_broken_chain_is_found(DatabaseKind database, string forgery, string finding) => Finds(database, forgery, finding);

    [Theory]
    [Databases("UPDATE journal_reasons SET text = text || '!'", "Die Begründung wurde nachträglich geändert")]
    [Databases("UPDATE journal_reasons SET salt = 'x'", "Die Begründung wurde nachträglich geändert")]
    [Databases("INSERT INTO journal_reasons (seq, salt, text) VALUES (1, 'x', 'x')", "Eintrag 1: Dazu liegt eine Begründung vor")]
    public Task A_forged_reason_is_found(DatabaseKind database, string forgery, string finding) => Finds(database, forgery, finding);

    [Theory, Databases]
    public async Task An_erased_reason_is_counted_and_no_finding(DatabaseKind database)
    {
        var verdict = await city.VerifyAfter(database, "DELETE FROM journal_reasons");

        Assert.Empty(verdict.Findings);
        Assert.True(verdict.ErasedReasons > 0);
    }

    [Theory]
    [Databases("UPDATE answer_versions SET markdown = markdown || ' '", "Fassung 1 der Antwort")]
    [Databases("UPDATE answer_versions SET kind = 'NoStatement'", "Der Text wurde nachträglich geändert")]
    [Databases("UPDATE answer_versions SET kind = '0'", "Der Text wurde nachträglich geändert")]
    [Databases("UPDATE answer_versions SET in_name_of = 'Stadtwerke'", "Der Text wurde nachträglich geändert")]
    [Databases("UPDATE answer_versions SET by_user = '00000000-0000-7000-8000-000000000002'", "Wer sie wann geschrieben hat")]
    [Databases("UPDATE answer_versions SET at = '2025-01-01T00:00:00.000Z'", "Wer sie wann geschrieben hat")]
    [Databases("UPDATE answer_versions SET base = base + 1", "Sie beruht nicht auf der Fassung davor")]
    [Databases("UPDATE contributions SET markdown = markdown || ' '", "Fassung 1 der Zuarbeit")]
    [Databases("UPDATE contributions SET by_user = '00000000-0000-7000-8000-000000000002'", "Wer sie wann geschrieben hat")]
    [Databases("UPDATE reply_items SET answer_version = answer_version + 1", "Stand 1 des Antwortschreibens")]
    [Databases("UPDATE reply_items SET questions = '[]' WHERE kind = 'Answer'", "Der Inhalt wurde nachträglich geändert")]
    [Databases("UPDATE reply_items SET questions = 'x' WHERE kind = 'Answer'", "Der Inhalt wurde nachträglich geändert")]
    [Databases("DELETE FROM reply_items WHERE position = 1", "Die Bestandteile sind nicht fortlaufend gezählt")]
    [Databases("UPDATE signatures SET pdf_sha256 = content_sha256", "Sie nennt eine andere Datei als die unterzeichnete")]
    [Databases("UPDATE signatures SET content_sha256 = pdf_sha256", "Sie nennt einen anderen Inhalt als das Antwortschreiben")]
    [Databases("UPDATE signatures SET at = '2025-01-01T00:00:00.000Z'", "Wer sie wann geschrieben hat")]
    [Databases("UPDATE files SET bytes = (SELECT bytes FROM files ORDER BY sha256 LIMIT 1)", "Der Inhalt wurde nachträglich geändert")]
    [Databases("UPDATE files SET size = size + 1", "Der Inhalt wurde nachträglich geändert")]
    [Databases("DELETE FROM files", "Die unterzeichnete Datei fehlt")]
    [Databases("UPDATE paper_references SET display = display || 'a' WHERE display = '1435/2025'", "Registriert wurde die Anfrage unter 1435/2025")]
    [Databases("UPDATE inquiry_texts SET subject = subject || '!'", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE inquiry_texts SET preamble = COALESCE(preamble, '') || '!'", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE inquiry_texts SET rationale = COALESCE(rationale, '') || '!'", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE questions SET text = text || '!'", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE questions SET label = COALESCE(label, '') || '!'", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE questions SET ordinal = ordinal || '.1'", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE questions SET position = position + 100", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE questions SET parent_id = id", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE questions SET is_asked = (is_asked = FALSE)", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("DELETE FROM questions WHERE position = 2", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("DELETE FROM questions", "Betreff, Text oder Fragen wurden nachträglich geändert")]
    [Databases("UPDATE originators SET name = name || '!'", "Die Antragsteller wurden nachträglich geändert")]
    [Databases("UPDATE originators SET genitive = genitive || '!'", "Die Antragsteller wurden nachträglich geändert")]
    [Databases("UPDATE originators SET short_name = short_name || '!'", "Die Antragsteller wurden nachträglich geändert")]
    [Databases("UPDATE originators SET position = position + 100", "Die Antragsteller wurden nachträglich geändert")]
    [Databases("UPDATE originators SET organization_id = inquiry_id", "Die Antragsteller wurden nachträglich geändert")]
    [Databases("DELETE FROM originators", "Die Antragsteller wurden nachträglich geändert")]
    [Databases("UPDATE receipts SET received_on = '2025-10-01'", "Tag, Weg oder Original wurden nachträglich geändert")]
    [Databases("UPDATE receipts SET channel = 'Paper'", "Tag, Weg oder Original wurden nachträglich geändert")]
    [Databases("UPDATE receipts SET original_sha256 = 'x'", "Tag, Weg oder Original wurden nachträglich geändert")]
    [Databases("UPDATE receipts SET transcript_sha256 = NULL", "Tag, Weg oder Original wurden nachträglich geändert")]
    [Databases("UPDATE receipts SET version = 7", "Im Journal steht davon nichts")]
    [Databases("DELETE FROM receipts", "der Eingang einer Anfrage")]
    [Databases("UPDATE attachments SET title = title || '!'", "Der Titel wurde nachträglich geändert")]
    [Databases("UPDATE signatures SET place = 'Koblenz'", "Ort, Tag, Name, Amt oder eine Prüfsumme wurde nachträglich geändert")]
    [Databases("UPDATE signatures SET signed_on = '2025-01-01'", "Ort, Tag, Name, Amt oder eine Prüfsumme wurde nachträglich geändert")]
    [Databases("UPDATE signatures SET name = name || '!'", "Ort, Tag, Name, Amt oder eine Prüfsumme wurde nachträglich geändert")]
    [Databases("UPDATE signatures SET office = office || '!'", "Ort, Tag, Name, Amt oder eine Prüfsumme wurde nachträglich geändert")]
    [Databases("UPDATE signatures SET template_sha256 = pdf_sha256", "Ort, Tag, Name, Amt oder eine Prüfsumme wurde nachträglich geändert")]
    [Databases("UPDATE publications SET state = 'Depublished'", "Ihr Stand ist nicht der, mit dem Eintrag")]
    [Databases(
        "UPDATE published_targets SET target_id = inquiry_id WHERE kind = 'Reply' AND 1 = (SELECT COUNT(*) FROM replies r WHERE r.inquiry_id = published_targets.inquiry_id)",
        "Öffentlich ist anderes, als freigegeben wurde")]
    [Databases("UPDATE published_targets SET file_sha256 = 'x' WHERE kind = 'File'", "Öffentlich ist anderes, als freigegeben wurde")]
    [Databases("UPDATE published_targets SET kind = 'Question' WHERE kind = 'Reply'", "Öffentlich ist anderes, als freigegeben wurde")]
    [Databases("DELETE FROM published_targets WHERE kind = 'Question'", "Öffentlich ist anderes, als freigegeben wurde")]
    [Databases(
        "INSERT INTO published_targets (inquiry_id, kind, target_id) SELECT inquiry_id, 'Question', inquiry_id FROM publications",
        "Öffentlich ist anderes, als freigegeben wurde")]
    [Databases("UPDATE assignments SET department_id = id", "Frage, Amt oder Art der Beteiligung wurden nachträglich geändert")]
    [Databases("UPDATE assignments SET question_id = department_id WHERE is_live = FALSE", "Frage, Amt oder Art der Beteiligung wurden nachträglich geändert")]
    [Databases("UPDATE assignments SET part = 'Contributor' WHERE is_live = FALSE", "Frage, Amt oder Art der Beteiligung wurden nachträglich geändert")]
    [Databases("UPDATE answers SET department_id = inquiry_id", "Anfrage oder Amt wurde nachträglich geändert")]
    [Databases("UPDATE answers SET inquiry_id = department_id", "Anfrage oder Amt wurde nachträglich geändert")]
    [Databases("UPDATE replies SET kind = 'Correction'", "Anfrage oder Art des Schreibens wurde nachträglich geändert")]
    [Databases("UPDATE deadlines SET city = 'Anderswo' WHERE city IS NOT NULL", "Das Regelwerk, das für sie gilt, wurde nachträglich geändert")]
    [Databases("UPDATE deadlines SET rule = replace(rule, 'GemO', 'GO')", "Das Regelwerk, das für sie gilt, wurde nachträglich geändert")]
    [Databases("UPDATE deadlines SET rule = 'x' WHERE rule IS NOT NULL", "Das Regelwerk, das für sie gilt, wurde nachträglich geändert")]
    [Databases("UPDATE deadlines SET reasons = '[\"Fällig nie.\"]'", "Die Berechnung wurde nachträglich geändert")]
    [Databases("UPDATE deadlines SET state = 'Met' WHERE state = 'Running'", "Ihr Stand ist nicht der, mit dem Eintrag")]
    [Databases("UPDATE deadlines SET round = round + 1", "Sie gehört zu einer anderen Anfrage oder Runde")]
    public Task Changed_evidence_is_found(DatabaseKind database, string forgery, string finding) => Finds(database, forgery, finding);

    [Theory]
    [Databases(
        "INSERT INTO answer_versions (answer_id, no, base, kind, markdown, by_user, at) SELECT answer_id, 90, 89, kind, markdown, by_user, at FROM answer_versions WHERE no = 1",
        "Fassung 90 der Antwort")]
    [Databases(
        "INSERT INTO contributions (assignment_id, version, markdown, by_user, at) SELECT assignment_id, 90, markdown, by_user, at FROM contributions WHERE version = 1",
        "Fassung 90 der Zuarbeit")]
    [Databases(
        "INSERT INTO reply_items (reply_id, revision, position, kind, text) SELECT reply_id, 90, 1, 'Closing', 'Mehr.' FROM reply_items WHERE position = 1",
        "Stand 90 des Antwortschreibens")]
    [Databases(
        """
        INSERT INTO signatures (reply_id, place, signed_on, name, office, by_user, at, content_sha256, template_sha256, pdf_sha256)
        SELECT r.id, s.place, s.signed_on, s.name, s.office, s.by_user, s.at, s.content_sha256, s.template_sha256, s.pdf_sha256
        FROM signatures s, replies r WHERE r.state = 'InReview' LIMIT 1
        """,
        "Unterschrift unter dem Antwortschreiben")]
    [Databases(
        "INSERT INTO inquiry_texts (inquiry_id, version, subject) SELECT inquiry_id, 90, subject FROM inquiry_texts WHERE version = 1",
        "Wortlaut 90 der Anfrage")]
    [Databases("UPDATE inquiries SET text_version = 90", "Anfrage ")]
    [Databases("UPDATE replies SET revision = 90", "Antwortschreiben ")]
    [Databases("UPDATE answer_coverage SET question_id = answer_id WHERE position = 1", "Frage ")]
    [Databases("INSERT INTO publications (inquiry_id, version, state) SELECT id, 1, 'Published' FROM inquiries WHERE status = 'Draft'", "Veröffentlichung der Anfrage")]
    [Databases(
        """
        INSERT INTO users (id, name, login, login_folded, security_stamp, created_at, modified_at)
        SELECT '00000000-0000-7000-8000-000000000999', name, 'heimlich', 'heimlich', security_stamp, created_at, modified_at FROM users WHERE login = 'admin'
        """,
        "Konto heimlich")]
    [Databases("UPDATE role_grants SET user_id = (SELECT id FROM users WHERE login = 'spd') WHERE role = 'Administrator'", "Rolle Administrator des Kontos")]
    [Databases(
        """
        INSERT INTO organizations (id, kind, name, sort_key, created_at, modified_at)
        SELECT '00000000-0000-7000-8000-000000000999', kind, 'Geheimamt', sort_key, created_at, modified_at FROM organizations WHERE name = 'Hauptamt'
        """,
        "Organisation Geheimamt")]
    public async Task A_row_without_its_step_is_found(DatabaseKind database, string forgery, string row)
    {
        var verdict = await city.VerifyAfter(database, forgery);

        Assert.Contains(verdict.Findings, finding => finding.Contains(row, StringComparison.Ordinal) && finding.EndsWith("Im Journal steht davon nichts.", StringComparison.Ordinal));
    }

    [Theory]
    [Databases("UPDATE role_grants SET role = 'Administrator' WHERE role = 'GroupMember'", "Rolle Administrator des Kontos")]
    [Databases("UPDATE role_grants SET organization_id = '00000000-0000-7000-8000-000000000001' WHERE role = 'HeadOfDepartment'", "Rolle HeadOfDepartment des Kontos")]
    [Databases("UPDATE role_grants SET valid_from = '2020-01-01'", "Rolle Administrator des Kontos")]
    [Databases("UPDATE role_grants SET valid_to = '2020-01-01' WHERE role = 'MayorsOffice'", "Rolle MayorsOffice des Kontos")]
    [Databases("UPDATE organizations SET name = 'Nebenamt' WHERE name = 'Hauptamt'", "Organisation Nebenamt")]
    [Databases("UPDATE persons SET name = 'Niemand' WHERE name = 'Lena Brandt'", "Person Niemand")]
    [Databases("UPDATE memberships SET valid_from = '2020-01-01'", "Mitgliedschaft ")]
    [Databases("UPDATE legislative_terms SET ordinal = 99", "Wahlperiode ")]
    [Databases("UPDATE letterheads SET sender = 'Stadt Anderswo'", "Briefkopf Stadt Anderswo")]
    [Databases("UPDATE signatories SET name = 'Erika Muster'", "Unterzeichnung Erika Muster")]
    public async Task Master_data_other_than_its_last_step_is_found(DatabaseKind database, string forgery, string entry)
    {
        var verdict = await city.VerifyAfter(database, forgery);

        Assert.Contains(verdict.Findings, finding => finding.Contains(entry, StringComparison.Ordinal) && finding.Contains("anders, als das Journal", StringComparison.Ordinal));
    }

    [Theory]
    [Databases("answer_versions", "die Fassung einer Antwort")]
    [Databases("contributions", "eine Zuarbeit")]
    [Databases("reply_items", "die Zusammenstellung eines Antwortschreibens")]
    [Databases("signatures", "eine Unterschrift")]
    [Databases("paper_references", "eine Nummer")]
    [Databases("inquiry_texts", "der Wortlaut einer Anfrage")]
    [Databases("inquiries", "der Wortlaut einer Anfrage")]
    [Databases("publications", "eine Veröffentlichung")]
    [Databases("assignments", "eine Zuweisung")]
    [Databases("answers", "eine Antwort auf eine Frage")]
    [Databases("answer_coverage", "eine Antwort auf eine Frage")]
    [Databases("replies", "die Zusammenstellung eines Antwortschreibens")]
    [Databases("deadlines", "die Frist einer Anfrage")]
    [Databases("users", "ein Konto")]
    [Databases("role_grants", "eine Rolle")]
    public Task A_step_without_its_row_is_found(DatabaseKind database, string table, string words) =>
        Finds(database, $"DELETE FROM {table}", $"Was er festhält, fehlt in der Datenbank: {words}.");

    private async Task Finds(DatabaseKind database, string forgery, string expected)
    {
        var verdict = await city.VerifyAfter(database, forgery);

        Assert.Contains(verdict.Findings, finding => finding.Contains(expected, StringComparison.Ordinal));
        Assert.Empty((await city.Verify(database)).Findings);
    }

    private static IEnumerable<long> Numbers(long count) => Enumerable.Range(1, (int)count).Select(number => (long)number);

    // SQLite takes any text in any column, also one that is no instant and no id; PostgreSQL only what fits the type.
    private static string Forged(string column, DatabaseKind database) => column switch
    {
        "subject_no" or "version" => $"COALESCE({column}, 0) + 1000",
        "at" when database == DatabaseKind.PostgreSql => "at + interval '1 microsecond'",
        "on_day" when database == DatabaseKind.PostgreSql => "on_day + 1",
        "by_user" or "for_user" or "organization_id" or "inquiry_id" or "subject_id" or "question_id" or "other_id"
            when database == DatabaseKind.PostgreSql => "gen_random_uuid()",
        _ => $"COALESCE({column}, '') || 'x'",
    };

    private sealed class Shares : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
