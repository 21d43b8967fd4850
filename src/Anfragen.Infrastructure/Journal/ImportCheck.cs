using Anfragen.Domain;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks what was read from the archive: days, askers, papers with their texts, doubts, and what stands under the letters.</summary>
internal sealed class ImportCheck(DbSession db, StoredRows rows, Findings findings)
{
    private const int PapersAtATime = 20;

    // Of the askers only those of the last reading are kept, so earlier readings are known by their step alone.
    private const string SelectImports = """
        SELECT m.inquiry_id, m.text_version, m.written_on, m.received_on, m.meeting_on, i.text_version AS current_version,
               j.seq AS step_seq, j.code AS step_code
        FROM (
            SELECT inquiry_id, text_version, written_on, received_on, meeting_on FROM imports
            WHERE (inquiry_id, text_version) > (@after_1, @after_2)
            ORDER BY inquiry_id, text_version
            LIMIT @batch) m
        LEFT JOIN inquiries i ON i.id = m.inquiry_id
        LEFT JOIN journal j ON j.subject_id = m.inquiry_id AND j.version = m.text_version AND j.step IN ('ImportInquiry', 'ReviseImport')
        ORDER BY m.inquiry_id, m.text_version
        """;

    private const string SelectAskersOf =
        "SELECT position, organization_id, name, genitive, short_name FROM originators WHERE inquiry_id = @id ORDER BY position";

    private const string SelectPapers = """
        SELECT p.inquiry_id, p.no, p.text, p.text_sha256, j.seq AS step_seq
        FROM (
            SELECT inquiry_id, no, text, text_sha256 FROM import_papers
            WHERE (inquiry_id, no) > (@after_1, @after_2)
            ORDER BY inquiry_id, no
            LIMIT @batch) p
        LEFT JOIN journal j ON j.subject_id = p.inquiry_id AND j.step = 'ImportInquiry'
        ORDER BY p.inquiry_id, p.no
        """;

    private const string SelectLetters = """
        SELECT l.reply_id, l.revision, l.place, l.written_on, l.name, l.office, l.file_sha256, l.is_pdf,
               j.seq AS step_seq, j.content_sha256 AS step_sha256, j.code AS step_code
        FROM (SELECT * FROM imported_letters WHERE (reply_id, revision) > (@after_1, @after_2) ORDER BY reply_id, revision LIMIT @batch) l
        LEFT JOIN journal j ON j.subject_id = l.reply_id AND j.version = l.revision AND j.step = 'ImportSignature'
        ORDER BY l.reply_id, l.revision
        """;

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var row in rows.Read(SelectImports, ["inquiry_id", "text_version"], [Guid.Empty, int.MinValue], cancel))
        {
            await CheckImport(row, cancel);
        }

        await foreach (var row in rows.Read(SelectPapers, ["inquiry_id", "no"], [Guid.Empty, int.MinValue], cancel, PapersAtATime)) CheckPaper(row);
        await foreach (var row in rows.Read(SelectLetters, ["reply_id", "revision"], [Guid.Empty, int.MinValue], cancel)) CheckLetter(row);
    }

    private async Task CheckImport(StoredRow row, CancellationToken cancel)
    {
        var name = $"Lesung {row.Text("text_version")} des alten Vorgangs {row.Text("inquiry_id")}";
        if (!findings.HasStep(row, name) || row.Text("text_version") != row.Text("current_version")) return;
        var of = new { id = row["inquiry_id"] };
        var papers = await List(CaseReader.SelectPapers, of, cancel);
        var doubts = await List(CaseReader.SelectDoubts, of, cancel);
        var askers = await List(SelectAskersOf, of, cancel);
        findings.AddIf(
            !StoredRow.IsDigestOf(row.Text("step_code"), () => Import(row, papers, doubts).Sha256With(askers.Select(WordingCheck.Asker))),
            $"{name}: Tage, Antragsteller, Schriftstücke oder Zweifel wurden nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private void CheckPaper(StoredRow row)
    {
        var name = $"Schriftstück {row.Text("no")} des alten Vorgangs {row.Text("inquiry_id")}";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(Digest.OfText(row.Text("text") ?? "") != row.Text("text_sha256"), $"{name}: Der gelesene Text wurde nachträglich geändert.");
    }

    private void CheckLetter(StoredRow row)
    {
        var name = $"Unter dem eingelesenen Schreiben {row.Text("reply_id")} (Stand {row.Text("revision")})";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("file_sha256") != row.Text("step_sha256") || !StoredRow.IsDigestOf(row.Text("step_code"), () => Letter(row).Sha256),
            $"{name}: Ort, Tag, Name, Amt oder Datei wurde nachträglich geändert (Eintrag {row.Text("step_seq")}).");
    }

    private static ArchiveImport Import(StoredRow row, IReadOnlyList<StoredRow> papers, IReadOnlyList<StoredRow> doubts) => new(
        DayOrNull(row, "written_on"), DayOrNull(row, "received_on"), DayOrNull(row, "meeting_on"),
        [.. papers.Select(paper => new ImportedPaper(
            paper.Name<ArchivedDocumentKind>("kind"), paper.Text("file_name")!, paper.Text("file_sha256")!, paper.Text("text_sha256")!))],
        [.. doubts.Select(doubt => new ImportDoubt(
            doubt.Number("no"), doubt.Name<ArchiveDoubtKind>("kind"), doubt.Number("paper"), doubt["line"] is null ? null : doubt.Number("line"),
            doubt.Text("sentence")!))]);

    private static ImportedLetter Letter(StoredRow row) => new(
        row.Text("place"), DayOrNull(row, "written_on"), row.Text("name"), row.Text("office"), row.Text("file_sha256")!, row.IsTrue("is_pdf"));

    private static DateOnly? DayOrNull(StoredRow row, string column) => row[column] is null ? null : row.Day(column);

    private async Task<IReadOnlyList<StoredRow>> List(string sql, object parameters, CancellationToken cancel) =>
        [.. (await db.List<object>(sql, parameters, cancel)).Cast<IDictionary<string, object?>>().Select(row => new StoredRow(row))];
}
