using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Promises;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Cases;

/// <summary>Reads a case with everything in it, for those who may see it. Used by commands, behind the gate, and by detail pages.</summary>
internal sealed class CaseReader(DbSession db, Visible visible)
{
    private const string SelectActs = """
        SELECT j.subject_id, j.subject_no, j.step, j.from_state, j.to_state, j.by_user, j.for_user, j.role, j.organization_id, j.at,
               j.question_id, j.version, j.content_sha256, j.other_id, j.code, r.text AS reason
        FROM journal j LEFT JOIN journal_reasons r ON r.seq = j.seq
        WHERE j.inquiry_id = @id
        ORDER BY j.seq
        """;

    private const string SelectQuestions = """
        SELECT id, parent_id, position, ordinal, label, text, is_asked FROM questions
        WHERE inquiry_id = @id AND text_version = @version AND round = 1
        ORDER BY position
        """;

    private const string SelectSupplementary = """
        SELECT id, parent_id, position, ordinal, label, text, round FROM questions
        WHERE inquiry_id = @id AND text_version = @version AND round > 1
        ORDER BY position
        """;

    private const string SelectOriginators = """
        SELECT organization_id AS organization, position, name, genitive, short_name AS short FROM originators
        WHERE inquiry_id = @id
        ORDER BY position
        """;

    private const string SelectReceipts = """
        SELECT version, received_on, channel, original_sha256, transcript_sha256 FROM receipts
        WHERE inquiry_id = @id
        ORDER BY version
        """;

    private const string SelectMeetings = "SELECT version, meeting_on AS \"on\", committee FROM meetings WHERE inquiry_id = @id ORDER BY version";

    private const string SelectAssignments =
        "SELECT id, version, question_id, department_id, part, note FROM assignments WHERE inquiry_id = @id ORDER BY id";

    private const string SelectContributions = """
        SELECT c.assignment_id, c.version, c.markdown, c.by_user, c.at
        FROM assignments a JOIN contributions c ON c.assignment_id = a.id
        WHERE a.inquiry_id = @id
        ORDER BY c.assignment_id, c.version
        """;

    private const string SelectAnswers = "SELECT id, version, department_id FROM answers WHERE inquiry_id = @id ORDER BY id";

    private const string SelectCoverage = """
        SELECT c.answer_id, c.question_id FROM answers a JOIN answer_coverage c ON c.answer_id = a.id
        WHERE a.inquiry_id = @id
        ORDER BY c.answer_id, c.position
        """;

    private const string SelectVersions = """
        SELECT v.answer_id, v.no, v.base, v.kind, v.in_name_of, v.markdown, v.by_user, v.at, v.effort_minutes
        FROM answers a JOIN answer_versions v ON v.answer_id = a.id
        WHERE a.inquiry_id = @id
        ORDER BY v.answer_id, v.no
        """;

    private const string SelectReplies = "SELECT id, version, ordinal, kind, revision FROM replies WHERE inquiry_id = @id ORDER BY ordinal";

    private const string SelectReplyItems = """
        SELECT i.reply_id, i.revision, i.position, i.kind, i.text, i.answer_id, i.answer_version, i.answer_sha256, i.questions
        FROM replies r JOIN reply_items i ON i.reply_id = r.id AND i.revision = r.revision
        WHERE r.inquiry_id = @id
        ORDER BY i.reply_id, i.position
        """;

    private const string SelectSignatures = """
        SELECT s.reply_id, s.place, s.signed_on, s.name, s.office, s.by_user, s.at, s.content_sha256, s.template_sha256, s.pdf_sha256, s.data_sha256
        FROM replies r JOIN signatures s ON s.reply_id = r.id
        WHERE r.inquiry_id = @id
        """;

    private const string SelectLetters = """
        SELECT l.reply_id, l.place, l.written_on, l.name, l.office, l.file_sha256, l.is_pdf
        FROM replies r JOIN imported_letters l ON l.reply_id = r.id AND l.revision = r.revision
        WHERE r.inquiry_id = @id
        """;

    private const string SelectImport = "SELECT written_on, received_on, meeting_on FROM imports WHERE inquiry_id = @id AND text_version = @version";

    internal const string SelectPapers = "SELECT kind, file_name, file_sha256, text_sha256 FROM import_papers WHERE inquiry_id = @id ORDER BY no";

    internal const string SelectDoubts = "SELECT no, kind, paper, line, sentence FROM import_doubts WHERE inquiry_id = @id ORDER BY no";

    private const string SelectPublication = "SELECT version FROM publications WHERE inquiry_id = @id";

    private const string SelectTargets = "SELECT kind, target_id AS id, file_sha256 FROM published_targets WHERE inquiry_id = @id";

    private const string SelectAttachments =
        "SELECT id, holder_kind, holder_id, title, file_sha256 FROM attachments WHERE inquiry_id = @id ORDER BY id";

    private const string SelectDeadlines = "SELECT id, version, round, city, rule, reasons FROM deadlines WHERE inquiry_id = @id ORDER BY round";

    private const string SelectPromises = "SELECT id, version, answer_id, text FROM promises WHERE inquiry_id = @id ORDER BY id";

    private string SelectInquiry => $"""
        SELECT i.id, i.version, i.text_version, t.subject, t.preamble, t.rationale
        FROM inquiries i JOIN inquiry_texts t ON t.inquiry_id = i.id AND t.version = i.text_version
        WHERE i.id = @id AND {visible.Inquiry}
        """;

    /// <summary>The case, or null when it is absent or not to be seen.</summary>
    public Task<InquiryCase?> Find(InquiryId id, CancellationToken cancel) => db.Snapshot(() => FindOnce(id, cancel), cancel);

    private async Task<InquiryCase?> FindOnce(InquiryId id, CancellationToken cancel)
    {
        var row = await db.SingleOrDefault<InquiryRow>(SelectInquiry, new { id, visible.Groups, visible.Departments }, cancel);
        if (row is null) return null;

        var of = new { id };
        var acts = (await db.List<ActRow>(SelectActs, of, cancel)).ToLookup(act => act.SubjectId, act => act.ToAct());
        var questions = await Questions(id, row.TextVersion, acts[id.Value], cancel);
        var inquiry = Inquiry.Load(
            id, [.. acts[id.Value]], row.Version, await db.List<Originator>(SelectOriginators, of, cancel),
            new InquiryText(row.TextVersion, row.Subject, row.Preamble, questions, row.Rationale),
            await db.List<Receipt>(SelectReceipts, of, cancel),
            acts[id.Value].First().Step == Step.ImportInquiry ? await Archive(id, row.TextVersion, cancel) : null,
            await db.List<Meeting>(SelectMeetings, of, cancel));
        return new InquiryCase(
            inquiry, await Assignments(id, acts, cancel), await Answers(id, acts, cancel), await Replies(id, acts, cancel),
            await Publication(id, acts, cancel), await Attachments(id, acts, cancel),
            await Deadlines(id, acts, cancel), await Promises(id, acts, cancel));
    }

    private async Task<IReadOnlyList<Question>> Questions(InquiryId id, int version, IEnumerable<Act> acts, CancellationToken cancel)
    {
        var asked = await db.List<Question>(SelectQuestions, new { id, version }, cancel);
        if (acts.All(act => act.Step != Step.AskSupplementary)) return asked;
        var later = await db.List<SupplementaryRow>(SelectSupplementary, new { id, version }, cancel);
        return QuestionTree.Arrange(asked.Concat(later.Select(row => row.ToQuestion())));
    }

    private async Task<ArchiveImport> Archive(InquiryId id, int version, CancellationToken cancel)
    {
        var days = await db.Single<ImportRow>(SelectImport, new { id, version }, cancel);
        return new ArchiveImport(
            days.WrittenOn, days.ReceivedOn, days.MeetingOn, await db.List<ImportedPaper>(SelectPapers, new { id }, cancel),
            await db.List<ImportDoubt>(SelectDoubts, new { id }, cancel));
    }

    private async Task<IReadOnlyList<Assignment>> Assignments(InquiryId id, ILookup<Guid, Act> acts, CancellationToken cancel)
    {
        var contributions = (await db.List<ContributionRow>(SelectContributions, new { id }, cancel)).ToLookup(row => row.AssignmentId);
        return [.. (await db.List<AssignmentRow>(SelectAssignments, new { id }, cancel)).Select(row => Assignment.Load(
            row.Id, id, row.QuestionId, row.DepartmentId, row.Part, row.Note, [.. acts[row.Id.Value]], row.Version,
            [.. contributions[row.Id].Select(text => new Contribution(text.Version, text.Markdown, text.ByUser, text.At))]))];
    }

    private async Task<IReadOnlyList<Answer>> Answers(InquiryId id, ILookup<Guid, Act> acts, CancellationToken cancel)
    {
        var coverage = (await db.List<CoverageRow>(SelectCoverage, new { id }, cancel)).ToLookup(row => row.AnswerId, row => row.QuestionId);
        var versions = (await db.List<AnswerVersionRow>(SelectVersions, new { id }, cancel)).ToLookup(row => row.AnswerId, row => row.ToVersion());
        return [.. (await db.List<AnswerRow>(SelectAnswers, new { id }, cancel)).Select(row => Answer.Load(
            row.Id, id, row.DepartmentId, [.. coverage[row.Id]], [.. acts[row.Id.Value]], row.Version, [.. versions[row.Id]]))];
    }

    private async Task<IReadOnlyList<Reply>> Replies(InquiryId id, ILookup<Guid, Act> acts, CancellationToken cancel)
    {
        var items = (await db.List<ReplyItemRow>(SelectReplyItems, new { id }, cancel)).ToLookup(row => row.ReplyId, row => row.ToItem());
        var signatures = (await db.List<SignatureRow>(SelectSignatures, new { id }, cancel)).ToDictionary(row => row.ReplyId, row => row.ToSignature());
        var letters = (await db.List<ImportedLetterRow>(SelectLetters, new { id }, cancel)).ToDictionary(row => row.ReplyId, row => row.ToLetter());
        return [.. (await db.List<ReplyRow>(SelectReplies, new { id }, cancel)).Select(row => Reply.Load(
            row.Id, id, row.Ordinal, row.Kind, row.Revision, [.. items[row.Id]], [.. acts[row.Id.Value]], row.Version,
            signatures.GetValueOrDefault(row.Id), letters.GetValueOrDefault(row.Id)))];
    }

    private async Task<IReadOnlyList<Attachment>> Attachments(InquiryId id, ILookup<Guid, Act> acts, CancellationToken cancel) =>
        [.. (await db.List<AttachmentRow>(SelectAttachments, new { id }, cancel)).Select(row => Attachment.Load(
            row.Id, id, new AttachmentHolder(row.HolderKind, row.HolderId), row.Title, row.FileSha256, [.. acts[row.Id.Value]]))];

    private async Task<IReadOnlyList<Deadline>> Deadlines(InquiryId id, ILookup<Guid, Act> acts, CancellationToken cancel) =>
        [.. (await db.List<DeadlineRow>(SelectDeadlines, new { id }, cancel)).Select(row => row.ToDeadline(id, [.. acts[row.Id.Value]]))];

    private async Task<IReadOnlyList<Promise>> Promises(InquiryId id, ILookup<Guid, Act> acts, CancellationToken cancel) =>
        [.. (await db.List<PromiseRow>(SelectPromises, new { id }, cancel)).Select(row => Promise.Load(
            row.Id, id, row.AnswerId, row.Text, [.. acts[row.Id.Value]], row.Version))];

    private async Task<InquiryPublication> Publication(InquiryId id, ILookup<Guid, Act> acts, CancellationToken cancel)
    {
        if (await db.SingleOrDefault<int?>(SelectPublication, new { id }, cancel) is not { } version) return InquiryPublication.NonPublic(id);
        return InquiryPublication.Load(
            id, await db.List<PublishedTarget>(SelectTargets, new { id }, cancel), [.. acts[PublicationKey.Of(id)]], version);
    }
}
