using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Journal;

namespace Anfragen.Infrastructure.CaseFiles;

/// <summary>
/// Every row that is about one inquiry, table by table, as it lies in the database. A new table that refers to an inquiry belongs here; a test
/// compares this list with the schema.
/// </summary>
internal static class CaseFileTables
{
    private const string OfInquiry = "inquiry_id = @id";

    /// <summary>Table, which of its rows, and their order.</summary>
    internal static IReadOnlyList<(string Table, string Rows, string Order)> All { get; } =
    [
        ("inquiries", "id = @id", "id"),
        ("inquiry_texts", OfInquiry, "version"),
        ("questions", OfInquiry, "text_version, round, position, id"),
        ("question_statuses", OfInquiry, "question_id"),
        ("originators", OfInquiry, "position"),
        ("paper_references", OfInquiry, "inquiry_id"),
        ("receipts", OfInquiry, "version"),
        ("meetings", OfInquiry, "version"),
        ("imports", OfInquiry, "text_version"),
        ("import_papers", OfInquiry, "no"),
        ("import_doubts", OfInquiry, "no"),
        ("assignments", OfInquiry, "id"),
        ("contributions", "assignment_id IN (SELECT id FROM assignments WHERE inquiry_id = @id)", "assignment_id, version"),
        ("answers", OfInquiry, "id"),
        ("answer_coverage", "answer_id IN (SELECT id FROM answers WHERE inquiry_id = @id)", "answer_id, position"),
        ("answer_versions", "answer_id IN (SELECT id FROM answers WHERE inquiry_id = @id)", "answer_id, no"),
        ("co_signers", OfInquiry, "organization_id"),
        ("replies", OfInquiry, "ordinal"),
        ("reply_items", "reply_id IN (SELECT id FROM replies WHERE inquiry_id = @id)", "reply_id, revision, position"),
        ("signatures", "reply_id IN (SELECT id FROM replies WHERE inquiry_id = @id)", "reply_id"),
        ("imported_letters", "reply_id IN (SELECT id FROM replies WHERE inquiry_id = @id)", "reply_id, revision"),
        ("attachments", OfInquiry, "id"),
        ("attachment_findings", "attachment_id IN (SELECT id FROM attachments WHERE inquiry_id = @id)", "attachment_id, position"),
        ("deadlines", OfInquiry, "round"),
        ("promises", OfInquiry, "id"),
        ("work_items", OfInquiry, "role, organization_id, kind, subject_id"),
        ("publications", OfInquiry, "inquiry_id"),
        ("published_targets", OfInquiry, "kind, target_id"),
        ("public_objects", "source_id = @id", "public_id"),
        ("public_inquiries", "public_id IN (SELECT public_id FROM public_objects WHERE source_id = @id)", "public_id"),
        ("public_figures", "public_id IN (SELECT public_id FROM public_objects WHERE source_id = @id)", "public_id"),
        ("public_files", "public_id IN (SELECT public_id FROM public_objects WHERE source_id = @id)", "public_id, file_name"),
        ("outbox", OfInquiry, "id"),
        ("journal", OfInquiry, "seq"),
        ("journal_reasons", "seq IN (SELECT seq FROM journal WHERE inquiry_id = @id)", "seq"),
    ];

    /// <summary>Tables that refer to an inquiry and are none of its file: what people say to one another, what they have not saved, and the search index.</summary>
    internal static IReadOnlySet<string> KeptApart { get; } = new HashSet<string> { "comments", "working_copies", "search_documents", "search_queue" };

    /// <summary>The rows of one table, in its order; columns by name, values as the journal writes them, numbers as numbers, so that both databases give the same.</summary>
    public static async Task<IReadOnlyList<SortedDictionary<string, object?>>> Read(
        DbSession db, (string Table, string Rows, string Order) of, InquiryId id, CancellationToken cancel) =>
        [.. (await db.List<object>($"SELECT * FROM {of.Table} WHERE {of.Rows} ORDER BY {of.Order}", new { id = id.Value }, cancel))
            .Cast<IDictionary<string, object?>>().Select(Plain)];

    private static SortedDictionary<string, object?> Plain(IDictionary<string, object?> row)
    {
        var stored = new StoredRow(row);
        return new SortedDictionary<string, object?>(row.Keys.ToDictionary(column => column, column => row[column] switch
        {
            bool yes => yes ? 1L : 0L,
            int number => (long)number,
            long number => number,
            _ => (object?)stored.Text(column),
        }), StringComparer.Ordinal);
    }
}
