using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Numbers;
using Anfragen.Domain.Promises;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Journal;
using Anfragen.Infrastructure.Mail;
using Anfragen.Infrastructure.Portal;
using Anfragen.Infrastructure.Search;
using Signature = Anfragen.Domain.Replies.Signature;

namespace Anfragen.Infrastructure.Cases;

/// <summary>
/// Stores cases aggregate by aggregate, each guarded by its row version, and brings everything derived up to date in the same transaction.
/// </summary>
internal sealed class CaseRepository(DbSession db, CaseReader reader, Visible visible, CaseProjection projection, PublicEdition edition, OutboxWriter outbox, JournalDraft journal) : ICases
{
    public async Task<InquiryCase> Get(InquiryId id, CancellationToken cancel)
    {
        await db.Gate(id.Value, GateMode.Exclusive, cancel);
        return await reader.Find(id, cancel) ?? throw new NotFound();
    }

    public Task<InquiryCase> Get(AssignmentId id, CancellationToken cancel) =>
        GetBy("SELECT inquiry_id FROM assignments WHERE id = @id", new { id }, cancel);

    public Task<InquiryCase> Get(AnswerId id, CancellationToken cancel) =>
        GetBy("SELECT inquiry_id FROM answers WHERE id = @id", new { id }, cancel);

    public Task<InquiryCase> Get(ReplyId id, CancellationToken cancel) =>
        GetBy("SELECT inquiry_id FROM replies WHERE id = @id", new { id }, cancel);

    public Task<InquiryCase> Get(AttachmentId id, CancellationToken cancel) =>
        GetBy("SELECT inquiry_id FROM attachments WHERE id = @id", new { id }, cancel);

    public Task<InquiryCase> Get(PromiseId id, CancellationToken cancel) =>
        GetBy("SELECT inquiry_id FROM promises WHERE id = @id", new { id }, cancel);

    public Task<InquiryCase> Get(AttachmentHolder holder, CancellationToken cancel) => GetBy(FindInquiryOf(holder), new { holder.Id }, cancel);

    public async Task<bool> CanBeReferredTo(InquiryId id, CancellationToken cancel) => await db.SingleOrDefault<InquiryId?>(
        $"SELECT i.id FROM inquiries i WHERE i.id = @id AND i.number IS NOT NULL AND {visible.Inquiry}",
        new { id, visible.Groups, visible.Departments }, cancel) is not null;

    public Task<InquiryId?> FindByNumber(string number, CancellationToken cancel) => db.SingleOrDefault<InquiryId?>(
        $"""
        SELECT i.id FROM paper_references p JOIN inquiries i ON i.id = p.inquiry_id
        WHERE p.slug = @slug AND {visible.Inquiry}
        """,
        new { slug = NumberScheme.Slug(number), visible.Groups, visible.Departments }, cancel);

    /// <summary>Finds the inquiry of what an attachment hangs on, by <c>@id</c>.</summary>
    public static string FindInquiryOf(AttachmentHolder holder) => holder.Kind switch
    {
        AttachmentHolderKind.Inquiry => "SELECT id FROM inquiries WHERE id = @id",
        AttachmentHolderKind.Question => "SELECT inquiry_id FROM questions WHERE id = @id",
        AttachmentHolderKind.Answer => "SELECT inquiry_id FROM answers WHERE id = @id",
        AttachmentHolderKind.Reply => "SELECT inquiry_id FROM replies WHERE id = @id",
        _ => throw new ArgumentOutOfRangeException(nameof(holder)),
    };

    public async Task Save(InquiryCase @case, CancellationToken cancel)
    {
        var inquiry = @case.Inquiry.Id;
        await SaveInquiry(@case, cancel);
        foreach (var assignment in @case.Assignments.Where(HasChanged)) await SaveAssignment(assignment, cancel);
        await SaveAnswers(@case, cancel);
        foreach (var reply in @case.Replies.Where(HasChanged)) await SaveReply(reply, cancel);
        if (HasChanged(@case.Publication)) await SavePublication(@case.Publication, cancel);
        await SaveAttachments(@case, cancel);
        foreach (var deadline in @case.Deadlines.Where(HasChanged)) await SaveDeadline(deadline, cancel);
        await SavePromises(@case, cancel);

        if (SaysSomethingNew(@case)) await SearchIndexer.Note(db, inquiry, cancel);
        NoteSteps(@case, inquiry);
        await projection.Write(@case, cancel);
        await outbox.Write(@case, cancel);
        if (HasChanged(@case.Publication)) await edition.Write(@case, cancel);
        else if (@case.Deadlines.Any(HasChanged)) await edition.WriteDeadline(@case, cancel);
        if (@case.Inquiry.NewActs.Any(act => act.Step == Step.ReferToEarlier)) await edition.WriteEarlier(@case.Inquiry, cancel);
    }

    // What search reads: the wording, and what the askers have as answers.
    private static bool SaysSomethingNew(InquiryCase @case) =>
        @case.Inquiry.NewActs.Any(HasWording) || @case.Replies.Any(reply => HasChanged(reply) && reply.State == ReplyState.Delivered);

    private static bool HasChanged<TState>(Aggregate<TState> aggregate) where TState : struct, Enum => aggregate.NewActs.Any();

    private async Task<InquiryCase> GetBy(string sql, object id, CancellationToken cancel) =>
        await Get(await db.SingleOrDefault<InquiryId?>(sql, id, cancel) ?? throw new NotFound(), cancel);

    private async Task SaveInquiry(InquiryCase @case, CancellationToken cancel)
    {
        var inquiry = @case.Inquiry;
        var row = new
        {
            inquiry.Id,
            inquiry.Version,
            TextVersion = inquiry.Text.Version,
            Status = @case.Status(),
            inquiry.Number,
            inquiry.Text.Subject,
            OriginatorNames = string.Join(", ", inquiry.Originators.Select(originator => originator.Short).Distinct()),
            ReceivedOn = @case.AskedOn,
            MeetingOn = inquiry.Meetings.LastOrDefault()?.On,
            inquiry.Meetings.LastOrDefault()?.Committee,
            @case.Deadline?.FirstDueOn,
            @case.Deadline?.DueOn,
            @case.Deadline?.OverdueSince,
            ClockStopped = @case.Deadline?.IsStopped == true,
            DeadlineMetOn = @case.Deadline?.MetOn,
            inquiry.Follows,
            At = LastAt(@case),
        };
        if (inquiry.Version == 0)
        {
            await db.Execute(
                """
                INSERT INTO inquiries (id, version, text_version, status, number, subject, originator_names, received_on, created_at, modified_at,
                                       first_due_on, due_on, overdue_since, clock_stopped, deadline_met_on, follows_id, meeting_on, committee)
                VALUES (@id, 1, @text_version, @status, @number, @subject, @originator_names, @received_on, @at, @at,
                        @first_due_on, @due_on, @overdue_since, @clock_stopped, @deadline_met_on, @follows, @meeting_on, @committee)
                """,
                row, cancel);
        }
        else
        {
            // Written with every step, also when only an answer changed: the row is what concurrent projections meet at.
            MustBeOneRow(await db.Execute(
                """
                UPDATE inquiries SET version = version + 1, text_version = @text_version, status = @status, number = @number, subject = @subject,
                       originator_names = @originator_names, received_on = @received_on, modified_at = @at, first_due_on = @first_due_on,
                       due_on = @due_on, overdue_since = @overdue_since, clock_stopped = @clock_stopped, deadline_met_on = @deadline_met_on,
                       follows_id = @follows, meeting_on = @meeting_on, committee = @committee
                WHERE id = @id AND version = @version
                """,
                row, cancel));
        }

        if (inquiry.NewActs.Any(HasWording)) await SaveText(inquiry, cancel);

        if (inquiry.NewActs.Any(act => act.Step is Step.ImportInquiry or Step.ReviseImport)) await SaveImport(inquiry, inquiry.Archive!, cancel);
        await SaveReceipts(inquiry, cancel);
        await SaveSupplementary(inquiry, cancel);
        await SaveMeetings(inquiry, cancel);
    }

    private Task SaveSupplementary(Inquiry inquiry, CancellationToken cancel)
    {
        var fresh = inquiry.NewActs.Where(act => act.Step == Step.AskSupplementary).Select(act => act.Subject.Question).ToHashSet();
        return db.ExecuteEach(
            """
            INSERT INTO questions (id, inquiry_id, text_version, parent_id, position, ordinal, label, text, is_asked, round)
            VALUES (@id, @inquiry_id, @text_version, @parent_id, @position, @ordinal, @label, @text, TRUE, @round)
            """,
            inquiry.Text.Questions.Where(question => fresh.Contains(question.Id)).Select(question => new
            {
                question.Id,
                InquiryId = inquiry.Id,
                TextVersion = inquiry.Text.Version,
                question.ParentId,
                question.Position,
                question.Ordinal,
                question.Label,
                question.Text,
                question.Round,
            }),
            cancel);
    }

    private static bool HasWording(Act act) =>
        act.Step is Step.Revise or Step.RecordIntake or Step.ReviseIntake or Step.ImportInquiry or Step.ReviseImport;

    // The papers themselves are kept by the import, which has their texts.
    private async Task SaveImport(Inquiry inquiry, ArchiveImport archive, CancellationToken cancel)
    {
        await db.Execute(
            "INSERT INTO imports (inquiry_id, text_version, written_on, received_on, meeting_on) VALUES (@id, @version, @written_on, @received_on, @meeting_on)",
            new { inquiry.Id, inquiry.Text.Version, archive.WrittenOn, archive.ReceivedOn, archive.MeetingOn }, cancel);
        if (inquiry.Version > 0) return;
        await db.ExecuteEach(
            "INSERT INTO import_doubts (inquiry_id, no, kind, paper, line, sentence) VALUES (@id, @no, @kind, @paper, @line, @sentence)",
            archive.Doubts.Select(doubt => new { inquiry.Id, doubt.No, doubt.Kind, doubt.Paper, doubt.Line, doubt.Sentence }), cancel);
    }

    private Task SaveReceipts(Inquiry inquiry, CancellationToken cancel)
    {
        var fresh = inquiry.NewActs.Where(act => act.Step == Step.NoteReceipt).Select(act => act.Subject.Version).ToHashSet();
        return db.ExecuteEach(
            """
            INSERT INTO receipts (inquiry_id, version, received_on, channel, original_sha256, transcript_sha256)
            VALUES (@inquiry_id, @version, @received_on, @channel, @original_sha256, @transcript_sha256)
            """,
            inquiry.Receipts.Where(receipt => fresh.Contains(receipt.Version)).Select(receipt => new
            {
                InquiryId = inquiry.Id,
                receipt.Version,
                receipt.ReceivedOn,
                receipt.Channel,
                receipt.OriginalSha256,
                receipt.TranscriptSha256,
            }),
            cancel);
    }

    private Task SaveMeetings(Inquiry inquiry, CancellationToken cancel)
    {
        var fresh = inquiry.NewActs.Where(act => act.Step == Step.SetMeeting).Select(act => act.Subject.Version).ToHashSet();
        return db.ExecuteEach(
            "INSERT INTO meetings (inquiry_id, version, meeting_on, committee) VALUES (@id, @version, @on, @committee)",
            inquiry.Meetings.Where(meeting => fresh.Contains(meeting.Version)).Select(meeting => new { inquiry.Id, meeting.Version, meeting.On, meeting.Committee }),
            cancel);
    }

    private async Task SaveText(Inquiry inquiry, CancellationToken cancel)
    {
        var text = inquiry.Text;
        await db.Execute(
            "INSERT INTO inquiry_texts (inquiry_id, version, subject, preamble, rationale) VALUES (@id, @version, @subject, @preamble, @rationale)",
            new { inquiry.Id, text.Version, text.Subject, text.Preamble, text.Rationale }, cancel);
        await db.ExecuteEach(
            """
            INSERT INTO questions (id, inquiry_id, text_version, parent_id, position, ordinal, label, text, is_asked)
            VALUES (@id, @inquiry_id, @text_version, @parent_id, @position, @ordinal, @label, @text, @is_asked)
            """,
            text.Questions.Select(question => new
            {
                question.Id,
                InquiryId = inquiry.Id,
                TextVersion = text.Version,
                question.ParentId,
                question.Position,
                question.Ordinal,
                question.Label,
                question.Text,
                question.IsAsked,
            }),
            cancel);
        await db.Execute("DELETE FROM originators WHERE inquiry_id = @id", new { inquiry.Id }, cancel);
        await db.ExecuteEach(
            """
            INSERT INTO originators (inquiry_id, position, organization_id, name, genitive, short_name)
            VALUES (@inquiry_id, @position, @organization, @name, @genitive, @short)
            """,
            inquiry.Originators.Select(originator => new
            {
                InquiryId = inquiry.Id,
                originator.Position,
                originator.Organization,
                originator.Name,
                originator.Genitive,
                originator.Short,
            }),
            cancel);
    }

    private async Task SaveAssignment(Assignment assignment, CancellationToken cancel)
    {
        var row = new
        {
            assignment.Id,
            assignment.Version,
            assignment.InquiryId,
            assignment.QuestionId,
            assignment.Department,
            assignment.Part,
            assignment.Note,
            assignment.State,
            assignment.IsLive,
        };
        MustBeOneRow(await db.Execute(
            assignment.Version == 0
                ? """
                  INSERT INTO assignments (id, version, inquiry_id, question_id, department_id, part, note, state, is_live)
                  VALUES (@id, 1, @inquiry_id, @question_id, @department, @part, @note, @state, @is_live)
                  """
                : "UPDATE assignments SET version = version + 1, state = @state, is_live = @is_live WHERE id = @id AND version = @version",
            row, cancel));
        var fresh = assignment.NewActs.Where(act => act.Step == Step.SubmitContribution).Select(act => act.Subject.Version).ToHashSet();
        await db.ExecuteEach(
            "INSERT INTO contributions (assignment_id, version, markdown, by_user, at) VALUES (@assignment_id, @version, @markdown, @by, @at)",
            assignment.Contributions.Where(text => fresh.Contains(text.Version))
                .Select(text => new { AssignmentId = assignment.Id, text.Version, text.Markdown, text.By, text.At }),
            cancel);
    }

    // Coverage moves between answers, so all of it goes before any of it comes.
    private async Task SaveAnswers(InquiryCase @case, CancellationToken cancel)
    {
        var changed = @case.Answers.Where(HasChanged).ToList();
        await db.ExecuteEach(
            "DELETE FROM answer_coverage WHERE answer_id = @id", changed.Where(answer => answer.Version > 0).Select(answer => new { answer.Id }), cancel);
        foreach (var answer in changed) await SaveAnswer(answer, cancel);
    }

    private async Task SaveAnswer(Answer answer, CancellationToken cancel)
    {
        MustBeOneRow(await db.Execute(
            answer.Version == 0
                ? "INSERT INTO answers (id, version, inquiry_id, department_id, state) VALUES (@id, 1, @inquiry_id, @department, @state)"
                : "UPDATE answers SET version = version + 1, department_id = @department, state = @state WHERE id = @id AND version = @version",
            new { answer.Id, answer.Version, answer.InquiryId, answer.Department, answer.State }, cancel));
        await db.ExecuteEach(
            "INSERT INTO answer_coverage (answer_id, question_id, position, is_open) VALUES (@answer_id, @question, @position, @is_open)",
            answer.Covers.Select((question, index) => new { AnswerId = answer.Id, question, position = index + 1, answer.IsOpen }), cancel);
        await db.ExecuteEach(
            "INSERT INTO co_signers (organization_id, inquiry_id) VALUES (@organization, @inquiry_id) ON CONFLICT (organization_id, inquiry_id) DO NOTHING",
            answer.EveryCoSigner.Select(organization => new { organization, answer.InquiryId }), cancel);
        var fresh = answer.NewActs.Where(act => act.Step is Step.SaveAnswerVersion or Step.ImportAnswer).Select(act => act.Subject.Version).ToHashSet();
        await db.ExecuteEach(
            """
            INSERT INTO answer_versions (answer_id, no, base, kind, in_name_of, markdown, by_user, at, effort_minutes)
            VALUES (@answer_id, @no, @base, @kind, @in_name_of, @markdown, @by, @at, @effort_minutes)
            """,
            answer.Versions.Where(version => fresh.Contains(version.No)).Select(version => new
            {
                AnswerId = answer.Id,
                version.No,
                version.Base,
                version.Kind,
                version.InNameOf,
                version.Markdown,
                version.By,
                version.At,
                version.EffortMinutes,
            }),
            cancel);
    }

    private async Task SaveReply(Reply reply, CancellationToken cancel)
    {
        MustBeOneRow(await db.Execute(
            reply.Version == 0
                ? """
                  INSERT INTO replies (id, version, inquiry_id, ordinal, kind, revision, state, is_open, created_at, modified_at)
                  VALUES (@id, 1, @inquiry_id, @ordinal, @kind, @revision, @state, @is_open, @at, @at)
                  """
                : """
                  UPDATE replies SET version = version + 1, kind = @kind, revision = @revision, state = @state, is_open = @is_open, modified_at = @at
                  WHERE id = @id AND version = @version
                  """,
            new { reply.Id, reply.Version, reply.InquiryId, reply.Ordinal, reply.Kind, reply.Revision, reply.State, reply.IsOpen, reply.Acts[^1].Occasion.At },
            cancel));
        if (reply.NewActs.Any(act => act.Step is Step.Compose or Step.ReviseReply or Step.ImportReply or Step.ReviseImportedReply))
        {
            await db.ExecuteEach(
                """
                INSERT INTO reply_items (reply_id, revision, position, kind, text, answer_id, answer_version, answer_sha256, questions)
                VALUES (@reply_id, @revision, @position, @kind, @text, @answer_id, @answer_version, @answer_sha256, @questions)
                """,
                reply.Items.Select((item, index) => ReplyItemRow.Of(reply, item, index + 1)), cancel);
        }

        if (reply.NewActs.Any(act => act.Step == Step.Sign)) await SaveSignature(reply.Id, reply.Signature!, cancel);
        if (reply.NewActs.Any(act => act.Step == Step.ImportSignature)) await SaveLetter(reply, reply.Letter!, cancel);
    }

    private Task SaveLetter(Reply reply, ImportedLetter letter, CancellationToken cancel) => db.Execute(
        """
        INSERT INTO imported_letters (reply_id, revision, place, written_on, name, office, file_sha256, is_pdf)
        VALUES (@id, @revision, @place, @written_on, @name, @office, @file_sha256, @is_pdf)
        """,
        new { reply.Id, reply.Revision, letter.Place, letter.WrittenOn, letter.Name, letter.Office, letter.FileSha256, letter.IsPdf },
        cancel);

    private Task SaveSignature(ReplyId reply, Signature signature, CancellationToken cancel) => db.Execute(
        """
        INSERT INTO signatures (reply_id, place, signed_on, name, office, by_user, at, content_sha256, template_sha256, pdf_sha256, data_sha256)
        VALUES (@reply, @place, @signed_on, @name, @office, @by, @at, @content_sha256, @template_sha256, @pdf_sha256, @data_sha256)
        """,
        new
        {
            reply,
            signature.Place,
            signature.SignedOn,
            signature.Name,
            signature.Office,
            signature.By,
            signature.At,
            signature.ContentSha256,
            signature.TemplateSha256,
            signature.PdfSha256,
            signature.DataSha256,
        },
        cancel);

    private async Task SavePublication(InquiryPublication publication, CancellationToken cancel)
    {
        var id = publication.InquiryId;
        MustBeOneRow(await db.Execute(
            publication.Version == 0
                ? "INSERT INTO publications (inquiry_id, version, state) VALUES (@id, 1, @state)"
                : "UPDATE publications SET version = version + 1, state = @state WHERE inquiry_id = @id AND version = @version",
            new { id, publication.Version, publication.State }, cancel));
        await db.Execute("DELETE FROM published_targets WHERE inquiry_id = @id", new { id }, cancel);
        await db.ExecuteEach(
            "INSERT INTO published_targets (inquiry_id, kind, target_id, file_sha256) VALUES (@inquiry, @kind, @target, @file_sha256)",
            publication.Targets.Select(target => new { inquiry = id, target.Kind, target = target.Id, target.FileSha256 }), cancel);
    }

    private Task SaveAttachments(InquiryCase @case, CancellationToken cancel) => db.ExecuteEach(
        """
        INSERT INTO attachments (id, inquiry_id, holder_kind, holder_id, title, file_sha256)
        VALUES (@id, @inquiry_id, @kind, @holder, @title, @file_sha256)
        """,
        @case.Attachments.Where(attachment => attachment.Version == 0).Select(attachment => new
        {
            attachment.Id,
            attachment.InquiryId,
            attachment.Holder.Kind,
            holder = attachment.Holder.Id,
            attachment.Title,
            attachment.FileSha256,
        }),
        cancel);

    // The rule and the calculation are written once; what changes is in the steps.
    private async Task SaveDeadline(Deadline deadline, CancellationToken cancel)
    {
        var row = DeadlineRow.Of(deadline);
        MustBeOneRow(await db.Execute(
            deadline.Version == 0
                ? "INSERT INTO deadlines (id, version, inquiry_id, round, state, city, rule, reasons) VALUES (@id, 1, @inquiry_id, @round, @state, @city, @rule, @reasons)"
                : "UPDATE deadlines SET version = version + 1, state = @state WHERE id = @id AND version = @version",
            new { row.Id, row.Version, deadline.InquiryId, row.Round, deadline.State, row.City, row.Rule, row.Reasons }, cancel));
    }

    // Whether a promise is given follows from its answer, so all of them are written anew.
    private async Task SavePromises(InquiryCase @case, CancellationToken cancel)
    {
        foreach (var promise in @case.Promises)
        {
            MustBeOneRow(await db.Execute(
                promise.Version == 0
                    ? """
                      INSERT INTO promises (id, version, inquiry_id, answer_id, text, owner_id, due_on, state, is_given)
                      VALUES (@id, 1, @inquiry_id, @answer_id, @text, @owner, @due_on, @state, @is_given)
                      """
                    : """
                      UPDATE promises SET version = version + 1, owner_id = @owner, due_on = @due_on, state = @state, is_given = @is_given
                      WHERE id = @id AND version = @version
                      """,
                new
                {
                    promise.Id,
                    promise.Version,
                    promise.InquiryId,
                    promise.AnswerId,
                    promise.Text,
                    promise.Owner,
                    promise.DueOn,
                    promise.State,
                    IsGiven = @case.IsGiven(promise),
                },
                cancel));
        }
    }

    // In the order the steps were taken across the aggregates, as far as instants tell; those of one command share theirs.
    private void NoteSteps(InquiryCase @case, InquiryId id)
    {
        journal.Note(id, "Inquiry", id.Value, @case.Inquiry.NewActs);
        foreach (var assignment in @case.Assignments) journal.Note(id, "Assignment", assignment.Id.Value, assignment.NewActs);
        foreach (var answer in @case.Answers) journal.Note(id, "Answer", answer.Id.Value, answer.NewActs);
        foreach (var reply in @case.Replies) journal.Note(id, "Reply", reply.Id.Value, reply.NewActs);
        foreach (var attachment in @case.Attachments) journal.Note(id, "Attachment", attachment.Id.Value, attachment.NewActs);
        foreach (var deadline in @case.Deadlines) journal.Note(id, "Deadline", deadline.Id.Value, deadline.NewActs);
        foreach (var promise in @case.Promises) journal.Note(id, "Promise", promise.Id.Value, promise.NewActs);
        journal.Note(id, "Publication", PublicationKey.Of(id), @case.Publication.NewActs);
    }

    private static DateTimeOffset LastAt(InquiryCase @case) => @case.Acts.Max(act => act.Occasion.At);

    private static void MustBeOneRow(int rows) => CommonRules.NotChangedMeanwhile.BrokenIf(rows != 1);
}
