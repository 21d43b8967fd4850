using Anfragen.Application;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Numbers;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Anfragen.Infrastructure.CaseFiles;

internal sealed partial class ExportInquiryHandler(
    DbSession db, CaseReader reader, Visible visible, ICurrentUser user, ILetterheads letterheads, IReplyRenderer renderer, ILogger<ExportInquiryHandler> log)
    : IRequestHandler<ExportInquiry, CaseFile>
{
    private const string SelectByNumber = "SELECT inquiry_id FROM paper_references WHERE display = @number";

    private const string SelectTexts = "SELECT version, subject, preamble, rationale FROM inquiry_texts WHERE inquiry_id = @id ORDER BY version";

    private const string SelectQuestions = """
        SELECT id, parent_id, position, ordinal, label, text, is_asked, text_version FROM questions
        WHERE inquiry_id = @id
        ORDER BY text_version, position
        """;

    public async Task<CaseFile> Handle(ExportInquiry query, CancellationToken cancel)
    {
        if (!visible.SeesAllSubmitted) throw new NotFound();
        var id = query.Id ?? await db.SingleOrDefault<InquiryId?>(SelectByNumber, new { query.Number }, cancel) ?? throw new NotFound();
        var (head, entries) = await db.Snapshot(() => Gather(id, cancel), cancel);
        var name = $"Akte-{(head.Number is { } number ? NumberScheme.Slug(number) : id.Value.ToString("N")[^8..])}.zip";
        LogExport(user.Id?.Value, id.Value);
        return new CaseFile(name, await CaseFileZip.Write(query.Open(name), head, entries, cancel));
    }

    // All but the stored files, which never change and are read one by one as they are written.
    private async Task<(CaseFileHead Head, IReadOnlyList<CaseFileEntry> Entries)> Gather(InquiryId id, CancellationToken cancel)
    {
        var @case = await reader.Find(id, cancel) ?? throw new NotFound();
        var tables = new Dictionary<string, IReadOnlyList<SortedDictionary<string, object?>>>();
        foreach (var table in CaseFileTables.All) tables[table.Table] = await CaseFileTables.Read(db, table, id, cancel);

        var texts = new CaseFileTexts(@case, await Names.Of(db, @case, cancel));
        var frame = await letterheads.Current(cancel);
        IReadOnlyList<CaseFileEntry> entries =
        [
            .. (await Wordings(id, cancel)).Select(CaseFileTexts.Wording), .. texts.Deadlines(), .. texts.Contributions(), texts.Assignments(),
            .. texts.Answers(), texts.CoSignatures(), .. texts.Replies(), .. Notices(@case, frame),
            .. await new CaseFileFiles(db).Of(@case, tables["imported_letters"], cancel),
            .. CaseFileJournal.Of(tables["journal"], tables["journal_reasons"]),
            .. tables.Select(table => CaseFileEntry.Json($"daten/{table.Key}.json", $"Zeilen der Tabelle {table.Key}", table.Value)),
        ];
        var last = tables["journal"][^1];
        var head = new CaseFileHead(
            id, @case.Inquiry.Number, @case.Inquiry.Text.Subject, @case.Status().ToString(), @case.Acts.Max(act => act.Occasion.At),
            tables["journal"].Count, (long)last["seq"]!, (string)last["hash"]!);
        return (head, entries);
    }

    private async Task<IEnumerable<InquiryText>> Wordings(InquiryId id, CancellationToken cancel)
    {
        var questions = (await db.List<QuestionRow>(SelectQuestions, new { id }, cancel)).ToLookup(row => row.TextVersion, row => row.ToQuestion());
        return (await db.List<TextRow>(SelectTexts, new { id }, cancel))
            .Select(row => new InquiryText(row.Version, row.Subject, row.Preamble, [.. questions[row.Version]], row.Rationale));
    }

    // Made anew from the steps, as everywhere: they are not kept.
    private IEnumerable<CaseFileEntry> Notices(InquiryCase @case, LetterFrame frame)
    {
        var interims = @case.Deadlines.Sum(deadline => deadline.Interims.Count);
        IEnumerable<(string Path, string What, NoticeLetter? Letter)> notices =
        [
            ("schreiben/eingangsbestaetigung.pdf", "Eingangsbestätigung", NoticeOf.Acknowledgement(@case, frame)),
            ("schreiben/zurueckweisung.pdf", "Zurückweisung", NoticeOf.Rejection(@case, frame)),
            .. Enumerable.Range(1, interims).Select(no => ($"schreiben/zwischennachricht-{no:D2}.pdf", $"Zwischennachricht {no}", NoticeOf.Interim(@case, no, frame))),
        ];
        return notices.Where(notice => notice.Letter is not null)
            .Select(notice => CaseFileEntry.Of(notice.Path, "application/pdf", notice.What, renderer.Render(notice.Letter!).Pdf));
    }

    [LoggerMessage(LogLevel.Information, "Complete file of inquiry {Inquiry} was taken by account {Account}.")]
    private partial void LogExport(Guid? account, Guid inquiry);

    private sealed record TextRow
    {
        public int Version { get; init; }

        public string Subject { get; init; } = "";

        public string? Preamble { get; init; }

        public string? Rationale { get; init; }
    }

    private sealed record QuestionRow
    {
        public QuestionId Id { get; init; }

        public QuestionId? ParentId { get; init; }

        public int Position { get; init; }

        public string Ordinal { get; init; } = "";

        public string? Label { get; init; }

        public string Text { get; init; } = "";

        public bool IsAsked { get; init; }

        public int TextVersion { get; init; }

        public Question ToQuestion() => new(Id, ParentId, Position, Ordinal, Label, Text, IsAsked);
    }
}
